using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>
/// Reads Fountain (fountain.io/syntax, version 1.1). Never fails: what is doubtful is action. Where the rules leave a choice, see docs/decisions/1200.
/// </summary>
public sealed class FountainReader
{
    private readonly string _text;
    private readonly FountainLines _lines;
    private readonly List<ScriptElement> _elements;
    private int _at;
    private int _blank;

    // Blank lines above a note or boneyard that has lines of its own: those below it are not counted to them, so that it leaves no gap.
    private int _blankAbove;
    private int _hidden;

    // True where what comes next may be a heading or a cue: after a blank line, and after what is printed apart from what follows.
    private bool _isApart = true;

    private FountainReader(string text, int start, int line, List<ScriptElement> elements)
    {
        (_text, _lines, _elements) = (text, new FountainLines(text, start, line), elements);
    }

    private int Blank => Math.Max(_blank, _blankAbove);

    /// <summary>Reads a text.</summary>
    /// <param name="text">Without a byte order mark.</param>
    public static Screenplay Read(string text)
    {
        List<ScriptElement> elements = [];
        var reader = new FountainReader(text, 0, 0, elements);
        var title = FountainTitle.Read(text, reader._lines, out var after);
        reader.HiddenUpTo(reader._at = after);
        while (reader.Step())
        {
        }
        return new Screenplay { Source = text, Title = title, Elements = elements };
    }

    /// <summary>Reads a text that differs in one stretch from one that was read: what is far from it is taken over.</summary>
    public static Screenplay Read(Screenplay before, string text)
    {
        if (FountainEdit.Between(before, text) is not { } edit)
            return Read(text);
        List<ScriptElement> elements = new(before.Elements.Count + 16);
        for (var i = 0; i < edit.Kept; i++)
            elements.Add(before.Elements[i]);
        var reader = new FountainReader(text, edit.Start, edit.Line, elements) { _blank = edit.BlankBefore };
        var old = edit.Kept;
        while (reader.Step())
        {
            if (!reader.IsAgainAt(before, edit, ref old))
                continue;
            var lines = reader._lines[reader._at].Number - before.Elements[old].Span.Line;
            for (; old < before.Elements.Count; old++)
                elements.Add(edit.Shift == 0 && lines == 0 ? before.Elements[old] : before.Elements[old].Moved(edit.Shift, lines));
            break;
        }
        return new Screenplay { Source = text, Title = before.Title, Elements = elements };
    }

    // True where a paragraph begins past the change that began at the same place before it, with as many blank lines above.
    private bool IsAgainAt(Screenplay before, FountainEdit edit, ref int old)
    {
        if (Blank == 0 || !_lines.Has(_at) || _lines[_at] is not { IsBlank: false, IsHidden: false, Start: var start } || start < edit.NewEnd)
            return false;
        while (old < before.Elements.Count && LineStart(before.Elements[old]) < start - edit.Shift)
            old++;
        while (old < before.Elements.Count && before.Elements[old].Kind is ElementKind.Note or ElementKind.Boneyard)
            old++;
        return old < before.Elements.Count && before.Elements[old].BlankBefore == Blank && LineStart(before.Elements[old]) == start - edit.Shift;
    }

    private static int LineStart(ScriptElement element) => element.Span.Start - element.Span.Column;

    /// <summary>Reads the next element, or a line that is none. False at the end.</summary>
    private bool Step()
    {
        if (!_lines.Has(_at))
        {
            HiddenUpTo(_at);
            return false;
        }
        var line = _lines[_at];
        if (line.IsBlank)
        {
            HiddenUpTo(_at++);
            (_blank, _isApart) = (_blank + 1, true);
        }
        else if (line.IsHidden)
        {
            HiddenUpTo(++_at);
            (_blankAbove, _blank) = (Blank, 0);
        }
        else
        {
            HiddenUpTo(_at);
            Element(line, line.Trimmed);
        }
        return true;
    }

    private void Element(FountainLine line, ReadOnlySpan<char> text)
    {
        if (FountainRules.IsPageBreak(text))
            One(ElementKind.PageBreak, "");
        else if (text[0] == '#' && (_isApart || IsSection(line)))
            One(ElementKind.Section, Raw(line).TrimStart('#').Trim(), depth: text.IndexOfAnyExcept('#') is >= 0 and var depth ? depth : text.Length);
        else if (text[0] == '=')
            One(ElementKind.Synopsis, Raw(line)[1..].Trim());
        else if (FountainRules.IsCentered(text))
            One(ElementKind.Centered, Raw(line)[1..].TrimEnd().TrimEnd('<').Trim());
        else if (text[0] == '>')
            One(ElementKind.Transition, Raw(line)[1..].Trim(), isForced: true);
        else if (text[0] == '~')
            Several(ElementKind.Lyrics, isSpeech: false);
        else if (!_isApart || text[0] == '!')
            Action();
        else if (FountainRules.IsForcedHeading(text) || FountainRules.IsHeading(text))
            Heading(line, text);
        else if (text[0] == '@' && text.Length > 1)
            Speech(Raw(line)[1..].TrimStart(), isForced: true);
        else if (FountainRules.IsTransition(line.Visible.Span) && NextPrinted() is null or { IsBlank: true })
            One(ElementKind.Transition, Raw(line).Trim());
        else if (FountainRules.IsCue(text) && NextPrinted() is { IsBlank: false } next && !FountainRules.IsHeading(next.Trimmed))
            Speech(Raw(line), isForced: false);
        else
            Action();
    }

    private static bool IsSection(FountainLine line) => line.Trimmed is ['#', ..] text && text.TrimStart('#') is [' ', ..];

    private void Heading(FountainLine line, ReadOnlySpan<char> text)
    {
        var isForced = text[0] == '.';
        var content = isForced ? Raw(line)[1..].Trim() : Raw(line).Trim();
        string? number = null;
        if (FountainRules.NumberAt(text) is >= 0 and var at)
        {
            number = text[(at + 1)..^1].ToString();
            content = content.Remove(content.LastIndexOf($"#{number}#", StringComparison.Ordinal), number.Length + 2).TrimEnd();
        }
        One(ElementKind.SceneHeading, content, isForced: isForced, number: number);
    }

    private void Speech(string cue, bool isForced)
    {
        cue = cue.TrimEnd();
        One(ElementKind.Character, cue.TrimEnd('^').TrimEnd(), isForced: isForced, isDual: cue.EndsWith('^'));
        while (IsSpeech(_at))
        {
            if (_lines[_at].IsHidden)
                HiddenUpTo(++_at);
            else if (_lines[_at].IsBlank)
                _at++;
            else if (_lines[_at].Trimmed[0] is '(' or '（')
                Parenthetical();
            else
                Several(_lines[_at].Trimmed[0] == '~' ? ElementKind.Lyrics : ElementKind.Dialogue, isSpeech: true);
        }
        _isApart = false;
    }

    // A speech goes on to a blank line; one of two spaces is part of it, where more of it follows.
    private bool IsSpeech(int index)
    {
        while (_lines.Has(index) && (_lines[index].IsKeptBlank || _lines[index].IsHidden))
            index++;
        return _lines.Has(index) && !_lines[index].IsBlank && !FountainRules.IsPageBreak(_lines[index].Trimmed);
    }

    // To the line that closes its bracket; where none does, it is a line alone.
    private void Parenthetical()
    {
        var last = _at;
        while (IsSpeech(last) && !(_lines[last].Trimmed is [.., ')' or '）']))
            last++;
        if (!IsSpeech(last))
            last = _at;
        Take(ElementKind.Parenthetical, last, Lines(last));
    }

    private void Several(ElementKind kind, bool isSpeech)
    {
        var last = _at;
        for (var next = _at + 1; isSpeech ? IsSpeech(next) : _lines.Has(next) && !_lines[next].IsBlank; next++)
            if (!_lines[next].IsHidden && !_lines[next].IsBlank)
            {
                if (KindOf(_lines[next].Trimmed[0]) != kind)
                    break;
                last = next;
            }
        Take(kind, last, Lines(last, kind == ElementKind.Lyrics));
        _isApart = false;

        static ElementKind KindOf(char first) => first switch { '~' => ElementKind.Lyrics, '(' or '（' => ElementKind.Parenthetical, _ => ElementKind.Dialogue };
    }

    private void Action()
    {
        var last = _at;
        for (var next = _at + 1; _lines.Has(next) && !_lines[next].IsBlank; next++)
        {
            if (_lines[next].IsHidden)
                continue;
            if (_lines[next].Trimmed is ['>' or '~', ..] || FountainRules.IsPageBreak(_lines[next].Trimmed) || IsSection(_lines[next]))
                break;
            last = next;
        }
        var isForced = _lines[_at].Trimmed[0] == '!';
        var content = Lines(last, isAction: true);
        if (isForced)
            content = content.Remove(content.IndexOf('!', StringComparison.Ordinal), 1).Replace("\n!", "\n", StringComparison.Ordinal);
        Take(ElementKind.Action, last, content, isForced: isForced);
        _isApart = false;
    }

    private void One(ElementKind kind, string content, int depth = 0, bool isForced = false, bool isDual = false, string? number = null)
    {
        Take(kind, _at, content, depth, isForced, isDual, number);
        _isApart = true;
    }

    private void Take(ElementKind kind, int last, string content, int depth = 0, bool isForced = false, bool isDual = false, string? number = null)
    {
        var (first, end) = (_lines[_at], _lines[last]);
        var (from, to) = Edges(first, end);
        HiddenBefore(from);
        while (from < to && char.IsWhiteSpace(_text[from]))
            from++;
        _elements.Add(new ScriptElement(kind, new SourceSpan(from, to - from, first.Number, end.Number, from - first.Start), content, Blank, content.AsSpan().IndexOfAny("*_\\[/") >= 0 ? FountainRuns.Read : null)
        {
            Depth = depth, IsForced = isForced, IsDual = isDual, Number = number,
        });
        // What is hidden within an element is one of its runs.
        while (_hidden < _lines.Hidden.Count && _lines.Hidden[_hidden].End <= to)
            _hidden++;
        (_at, _blank, _blankAbove) = (last + 1, 0, 0);
    }

    private string Raw(FountainLine line)
    {
        var (from, to) = Edges(line, line);
        return _text.AsSpan(from, to - from).TrimStart().ToString();
    }

    // The text of the lines up to one of them, notes and boneyard included. White space around lines counts in action alone.
    private string Lines(int last, bool hasMark = false, bool isAction = false)
    {
        var (from, to) = Edges(_lines[_at], _lines[last]);
        if (!isAction && _at == last)
            return _text.AsSpan(from, to - from).Trim() is [_, .. var rest] && hasMark ? rest.Trim().ToString() : _text.AsSpan(from, to - from).Trim().ToString();
        var content = new System.Text.StringBuilder(to - from);
        for (var i = _at; i <= last; i++)
        {
            var line = _text.AsSpan(Math.Max(from, _lines[i].Start)..Math.Min(to, _lines[i].End)).TrimEnd();
            if (!isAction)
                line = line.TrimStart();
            if (hasMark && line is ['~', ..])
                line = line[1..].TrimStart();
            if (i > _at)
                content.Append('\n');
            content.Append(line);
        }
        return isAction ? content.Replace("\t", "    ").ToString() : content.ToString();
    }

    // Where some lines begin and end, without notes and boneyard that are also on lines before or after them: those are elements of their own.
    private (int From, int To) Edges(FountainLine first, FountainLine last)
    {
        var (from, to) = (first.Start, last.End);
        if (first.HasHidden || last.HasHidden)
            for (var i = Math.Max(0, _hidden - 1); i < _lines.Hidden.Count && _lines.Hidden[i].Start < last.End; i++)
            {
                var hidden = _lines.Hidden[i];
                if (hidden.Start < first.Start && hidden.End > from)
                    from = hidden.End;
                if (hidden.End > last.End)
                    to = hidden.Start;
            }
        return (from, to);
    }

    private void HiddenUpTo(int index) => HiddenBefore(_lines.Has(index) ? _lines[index].Start : _text.Length);

    /// <summary>Makes elements of the notes and boneyard that began before a character and are in no element.</summary>
    private void HiddenBefore(int character)
    {
        for (; _hidden < _lines.Hidden.Count && _lines.Hidden[_hidden].Start < character; _hidden++)
        {
            var hidden = _lines.Hidden[_hidden];
            var (first, last) = (LineOf(hidden.Start, _at), LineOf(hidden.End - 1, _at));
            var span = new SourceSpan(hidden.Start, hidden.End - hidden.Start, first.Number, last.Number, hidden.Start - first.Start);
            _elements.Add(new ScriptElement(hidden.IsNote ? ElementKind.Note : ElementKind.Boneyard, span, hidden.Inside(_text).ReplaceLineEndings("\n"), Blank, null));
        }
    }

    private FountainLine LineOf(int character, int near)
    {
        var index = near;
        while (_lines.Has(index) && _lines[index].Start <= character)
            index++;
        do
            index--;
        while (index > 0 && (!_lines.Has(index) || _lines[index].Start > character));
        return _lines[index];
    }

    private FountainLine? NextPrinted()
    {
        for (var next = _at + 1; _lines.Has(next); next++)
            if (!_lines[next].IsHidden)
                return _lines[next];
        return null;
    }
}
