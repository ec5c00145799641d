using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Editing;

/// <summary>Finds what looks otherwise in a Fountain text, where it stands: emphasis and what marks it, notes, boneyard. The rules are the reader's own.</summary>
internal sealed class TextMarks
{
    private readonly string _text;
    private readonly List<TextMark> _marks = [];
    private readonly List<FountainHidden> _hidden = [];
    private int _next;

    private TextMarks(string text)
    {
        _text = text;
        for (var hidden = FountainHidden.Next(text, 0); hidden is { } one; hidden = FountainHidden.Next(text, one.End))
            _hidden.Add(one);
    }

    /// <summary>The marks by where they begin; what is inside another comes after it.</summary>
    public static IReadOnlyList<TextMark> Of(Screenplay script)
    {
        var found = new TextMarks(script.Source);
        foreach (var hidden in found._hidden)
            found._marks.Add(new TextMark(hidden.Start, hidden.End - hidden.Start, hidden.IsNote ? TextStyle.Note : TextStyle.Boneyard, false));
        foreach (var entry in script.Title)
            found.Title(entry);
        foreach (var element in script.Elements)
            if (element.Kind is not (ElementKind.Note or ElementKind.Boneyard))
                found.Element(element);
        found._marks.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.Length.CompareTo(one.Length));
        return found._marks;
    }

    private void Title(TitleEntry entry)
    {
        var at = entry.Span.Start;
        while (at < entry.Span.End && char.IsWhiteSpace(_text[at]))
            at++;
        Syntax(at, entry.Key.Length + 1);
        Lines(at + entry.Key.Length + 1, entry.Span.End);
    }

    private void Element(ScriptElement element)
    {
        var (from, to) = (element.Span.Start, element.Span.End);
        if (element.Kind is ElementKind.Section or ElementKind.PageBreak)
            Syntax(from, _text.AsSpan(from, to - from).IndexOfAnyExcept('#', '=') is >= 0 and var depth ? depth : to - from);
        else if (element.IsForced || element.Kind is ElementKind.Synopsis or ElementKind.Centered)
            Syntax(from, 1);
        if (element.Kind == ElementKind.Centered && to - from > 1)
            Syntax(to - 1, 1);
        if (element.IsDual && _text.AsSpan(from, to - from).LastIndexOf('^') is > 0 and var dual)
            Syntax(from + dual, 1);
        if (element.Number is { } number && _text.AsSpan(from, to - from).LastIndexOf($"#{number}#") is >= 0 and var at)
            Syntax(from + at, number.Length + 2);
        // Of these each line has its mark, or may have.
        if (element.Kind == ElementKind.Lyrics || (element.Kind == ElementKind.Action && element.IsForced))
            EachLine(from, to, element.Kind == ElementKind.Lyrics ? '~' : '!');
        Lines(from, to);
    }

    private void EachLine(int from, int to, char mark)
    {
        for (var at = from; at < to; at = EndOfLine(at, to) + 1)
            if (_text.AsSpan(at, to - at).IndexOfAnyExcept(' ', '\t') is >= 0 and var ahead && _text[at + ahead] == mark && (at > from || mark == '~'))
                Syntax(at + ahead, 1);
    }

    // No emphasis crosses the end of a line, or what is hidden.
    private void Lines(int from, int to)
    {
        while (_next > 0 && _hidden[_next - 1].End > from)
            _next--;
        while (_next < _hidden.Count && _hidden[_next].End <= from)
            _next++;
        for (var (at, i) = (from, _next); at < to;)
        {
            if (i < _hidden.Count && _hidden[i].Start <= at)
            {
                at = Math.Max(at, _hidden[i++].End);
                continue;
            }
            var end = Math.Min(EndOfLine(at, to), i < _hidden.Count ? _hidden[i].Start : to);
            Emphasis(at, end);
            at = end < to && _text[end] is '\n' or '\r' ? end + 1 : Math.Max(end, at + (end == at ? 1 : 0));
        }
    }

    private void Emphasis(int from, int to)
    {
        var line = _text.AsSpan(from, to - from);
        if (line.IndexOfAny('*', '_', '\\') < 0)
            return;
        for (var i = 0; i < line.Length;)
        {
            if (FountainRuns.IsEscape(line, i))
            {
                Syntax(from + i, 1);
                i += 2;
            }
            else if (line[i] is '*' or '_' && FountainRuns.Emphasis(line, i) is ( > 0 and var marks, var close))
            {
                Syntax(from + i, marks);
                _marks.Add(new TextMark(from + i + marks, close - i - marks, FountainRuns.StyleOf(line[i], marks), false));
                Emphasis(from + i + marks, from + close);
                Syntax(from + close, marks);
                i = close + marks;
            }
            else
            {
                i++;
            }
        }
    }

    private void Syntax(int start, int length)
    {
        if (length > 0)
            _marks.Add(new TextMark(start, length, TextStyle.Plain, true));
    }

    private int EndOfLine(int at, int to) => _text.AsSpan(at, to - at).IndexOfAny('\n', '\r') is >= 0 and var ahead ? at + ahead : to;
}
