using System.Text.RegularExpressions;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Layout;

/// <summary>
/// Reads a script by where its lines stand: a text typed as a page, or the text of a PDF. Columns are found in the document itself; pages are parted by form
/// feeds or by their numbers. How each element was told says <see cref="ScriptElement.Confidence"/>. See docs/decisions/1205.
/// </summary>
internal sealed partial class LayoutReader
{
    private const double Sure = 0.95, Likely = 0.8, Doubtful = 0.5;

    private readonly IReadOnlyList<LaidLine> _lines;
    private readonly LaidColumns _columns;
    private readonly int _slack;
    private readonly IReadOnlySet<int>? _bold;
    private readonly List<LaidParagraph> _read = [];
    private int _at;

    // The cue that (MORE) at a page's foot leaves open.
    private bool _isMore;

    private LayoutReader(IReadOnlyList<LaidLine> lines, int slack, IReadOnlySet<int>? bold)
    {
        (_lines, _columns, _slack) = (lines, new LaidColumns(lines), slack);
        // Where headings are bold and other lines are not, what is bold at the margin is one.
        var headings = lines.Where(line => FountainRules.IsHeading(line.Text)).ToList();
        if (bold is not null && headings.Count(line => bold.Contains(line.Span.Line)) * 10 > headings.Count * 9 && lines.Count(line => bold.Contains(line.Span.Line)) * 2 < lines.Count)
            _bold = bold;
    }

    private LaidParagraph? Last => _read is [.., var last] ? last : null;

    /// <summary>True where lines stand as on a script's page: cues with what they say below and further left, and both away from the margin.</summary>
    public static bool IsLaidOut(string text)
    {
        var lines = LaidLines.Of(text);
        var columns = new LaidColumns(lines);
        return columns.Pairs >= 2 && columns.Cue > columns.Dialogue && columns.Cue >= columns.Margin + 8 && lines.Count(line => line.Column > columns.Margin + 3) * 5 > lines.Count
            && FountainTitle.Read(text, new FountainLines(text, 0, 0), out _) is not [{ Key: "Title" or "title" }, ..];
    }

    /// <summary>Reads a text in columns.</summary>
    /// <param name="slack">Cells by which lines may be shorter than they were set: 0 where every letter is as wide as the others.</param>
    /// <param name="bold">Lines that are bold, where that is known.</param>
    /// <param name="extras">What is known of it besides.</param>
    public static Screenplay Read(string text, int slack = 0, IReadOnlySet<int>? bold = null, params ReadOnlySpan<ScriptExtra> extras)
    {
        var lines = LaidLines.Of(text);
        var title = LaidTitle.Read(lines, out var after);
        var reader = new LayoutReader([.. lines.Skip(after)], slack, bold);
        while (reader._at < reader._lines.Count)
            reader.Step();
        List<ScriptElement> elements = [.. reader._read.Select(paragraph => paragraph.Element())];
        return new Screenplay
        {
            Source = text, Title = title, Elements = elements,
            Extras = [.. extras, .. elements.Select(element => new ScriptExtra(element.Confidence > Doubtful ? "element read by its place on the page" : "element read by its place on the page, doubtful", element.Kind.ToString(), element.Span.Line))],
        };
    }

    private void Step()
    {
        var line = _lines[_at];
        if (More().IsMatch(line.Text))
        {
            (_isMore, _at) = (true, _at + 1);
            return;
        }
        if (_isMore && line.IsCapitals && _columns.IsCue(line) && IsSaidAgain(line))
            (_isMore, _at) = (false, _at + 1);
        else if (Goes(line))
            _at++;
        else if (LaidDual.Of(_lines, _at, _columns) is { } dual)
            Dual(dual);
        else if (IsCue(line))
            Cue(line);
        else if (_columns.IsMargin(line) || line.Number is not null)
            AtMargin(line);
        else if (line.IsApart && (_columns.IsRight(line) || line.IsCapitals && line.Text[^1] == ':' && line.Column > Math.Max(_columns.Cue, _columns.Margin + 20) + 4) && !IsFollowed())
            One(ElementKind.Transition, line, line.IsCapitals ? Sure : Likely);
        else
            Block(line);
    }

    // The same name, whatever is in brackets behind it.
    private bool IsSaidAgain(LaidLine line) => _read.FindLast(paragraph => paragraph.Kind == ElementKind.Character) is { } cue
        && string.Equals(Model.Cue.Parse(cue.Text).Name, Model.Cue.Parse(line.Text).Name, StringComparison.OrdinalIgnoreCase);

    private bool IsFollowed() => _at + 1 < _lines.Count && !_lines[_at + 1].IsApart;

    private bool IsCue(LaidLine line) => line.IsApart && line.IsCapitals && line.Number is null && _columns.IsCue(line) && _at + 1 < _lines.Count && _lines[_at + 1] is { IsApart: false } below
        && (_columns.IsDialogue(below) || _columns.IsParenthetical(below) || below.Column < line.Column && below.Column > _columns.Margin + 1);

    private void Cue(LaidLine line) => One(ElementKind.Character, line, Math.Abs(line.Column - _columns.Cue) <= 1 ? Sure : Likely);

    private void One(ElementKind kind, LaidLine line, double confidence)
    {
        _read.Add(new LaidParagraph(kind, line, line.Text, confidence) { Number = line.Number, BlankBefore = line.Blank });
        _at++;
    }

    /// <summary>Takes a line into the speech or paragraph that is being read; false where it begins something else.</summary>
    private bool Goes(LaidLine line)
    {
        if (Last is not { } last)
            return false;
        var isSpeech = last.Kind.IsSpeech;
        if (line.IsTop && !_isMore && !(isSpeech ? IsMoreSpeech(line) : last.Kind == ElementKind.Action && Crosses(last, line, _columns.IsMargin(line) && line.Number is null && !FountainRules.IsHeading(line.Text))))
            return false;
        if (line.IsApart && !line.IsTop && !_isMore)
            return isSpeech && GoesOn(last, line);
        if (isSpeech)
            return Says(last, line);
        if (last.Kind != ElementKind.Action || line.IsApart && !line.IsTop)
            return false;
        last.Add(line, line.Text, _columns.ActionWidth - _slack, Math.Max(0, line.Column - _columns.Margin));
        return true;
    }

    // Nothing but speech stands where speech does.
    private bool IsMoreSpeech(LaidLine line) => _columns.Dialogue > _columns.Margin + 2 && (_columns.IsDialogue(line) && !_columns.IsCentred(line) || _columns.IsParenthetical(line) && line.Text[0] is '(' or '（');

    // A paragraph goes on over the page's edge where its sentence does.
    private static bool Crosses(LaidParagraph last, LaidLine line, bool isPlaced) =>
        isPlaced && (char.IsLower(line.Text[0]) || !(last.Text.TrimEnd('"', '”', '’', '\'', ')', '»') is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '-' or '—']));

    // What stands in dialogue's place after a blank line, with no cue, is more of the speech.
    private bool GoesOn(LaidParagraph last, LaidLine line)
    {
        if (last.Kind is not ElementKind.Dialogue || line.Blank > 1 || _columns.Dialogue < _columns.Margin + 4 || !_columns.IsDialogue(line) || line.Text[0] is '(' || _columns.IsCentred(line))
            return false;
        last.AddBlank();
        last.Add(line, line.Text, _columns.DialogueWidth, isWrapped: false);
        last.Confidence = Doubtful;
        return true;
    }

    private bool Says(LaidParagraph last, LaidLine line)
    {
        var isMore = _isMore;
        _isMore = false;
        var isOpen = last.Kind == ElementKind.Parenthetical && !last.IsClosed;
        if (isOpen)
            last.Add(line, line.Text, _columns.ParentheticalWidth, isWrapped: true);
        else if (line.Text[0] is '(' or '（' && (_columns.IsParenthetical(line) || _columns.Parenthetical < 0 || line.Column > _columns.Dialogue))
            _read.Add(new LaidParagraph(ElementKind.Parenthetical, line, line.Text, Sure));
        else if (_columns.IsMargin(line) && _columns.Dialogue > _columns.Margin + 2)
            return false;
        else if (last.Kind == ElementKind.Dialogue)
            last.Add(line, line.Text, _columns.DialogueWidth - _slack, isWrapped: isMore ? true : null);
        else
            _read.Add(new LaidParagraph(ElementKind.Dialogue, line, line.Text, _columns.IsDialogue(line) ? Sure : Likely));
        return true;
    }

    private void AtMargin(LaidLine line)
    {
        if (line.IsApart && (line.Number is not null || FountainRules.IsHeading(line.Text) || IsBold(line) || IsSetApart(line)))
        {
            One(ElementKind.SceneHeading, line, line.Number is not null || FountainRules.IsHeading(line.Text) ? Sure : IsBold(line) ? Likely : Doubtful);
            // A long one goes on below.
            while (_at < _lines.Count && !_lines[_at].IsApart && _columns.IsMargin(_lines[_at]) && _lines[_at].IsCapitals && Last!.Last.Width + 1 + _lines[_at].Text.Split(' ')[0].Length > _columns.ActionWidth)
                Last.Add(_lines[_at], _lines[_at++].Text, _columns.ActionWidth, isWrapped: true);
        }
        else if (line.IsApart && FountainRules.IsTransition(line.Text) && !IsFollowed())
        {
            One(ElementKind.Transition, line, Likely);
        }
        else
        {
            One(ElementKind.Action, line, line.IsCapitals && line.IsTop ? Likely : Sure);
        }
    }

    private bool IsBold(LaidLine line) => _bold?.Contains(line.Span.Line) == true && line.IsCapitals && !IsFollowed() && !FountainRules.IsTransition(line.Text) && line.Text[^1] != ':';

    // An act's or scene's name, or capitals alone: where headings have more blank lines before them, those tell; where not, a lost heading would be a lost scene.
    private bool IsSetApart(LaidLine line) => line.IsCapitals && line.Text.Any(char.IsUpper) && !IsFollowed()
        && (ActOrScene().IsMatch(line.Text) || (_columns.SetsHeadingsApart ? line.Blank > _columns.Space : !(line.Text[^1] is '.' or ':' or '!' or '?' or '…' or '-' or '"' or '”')));

    // What stands neither at the margin nor in a speech: centred, or action that is set in.
    private void Block(LaidLine line)
    {
        var end = _at + 1;
        while (end < _lines.Count && !_lines[end].IsApart && !_columns.IsMargin(_lines[end]))
            end++;
        var block = _lines.Skip(_at).Take(end - _at).ToList();
        if (block.All(_columns.IsCentred))
        {
            foreach (var one in block)
                One(ElementKind.Centered, one, Likely);
            return;
        }
        _read.Add(new LaidParagraph(ElementKind.Action, line, new string(' ', Math.Max(0, line.Column - _columns.Margin)) + line.Text, Doubtful) { BlankBefore = line.Blank });
        _at++;
        foreach (var one in block.Skip(1))
        {
            Last!.Add(one, one.Text, int.MaxValue, Math.Max(0, one.Column - _columns.Margin), isWrapped: false);
            _at++;
        }
    }

    private void Dual(LaidDual dual)
    {
        // Both columns are as wide, with a gutter of some cells between.
        var width = Math.Max(dual.Right.Min(line => line.Column) - dual.Left.Min(line => line.Column) - 3, dual.Left.Concat(dual.Right).Max(line => line.Width));
        foreach (var (side, isRight) in ((IReadOnlyList<LaidLine>, bool)[])[(dual.Left, false), (dual.Right, true)])
        {
            _read.Add(new LaidParagraph(ElementKind.Character, side[0], side[0].Text, Likely) { IsDual = isRight, BlankBefore = side[0].Blank });
            foreach (var line in side.Skip(1))
                if (Last!.Kind == ElementKind.Parenthetical && !Last.IsClosed)
                    Last.Add(line, line.Text, width, isWrapped: true);
                else if (line.Text[0] is '(' or '（')
                    _read.Add(new LaidParagraph(ElementKind.Parenthetical, line, line.Text, Likely));
                else if (Last.Kind == ElementKind.Dialogue)
                    Last.Add(line, line.Text, width - _slack);
                else
                    _read.Add(new LaidParagraph(ElementKind.Dialogue, line, line.Text, Likely));
        }
        _at += dual.Count;
    }

    [GeneratedRegex(@"^\(\s*MORE\s*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(@"^(ACT|SCENE|AKT|SZENE|ACTE|SCÈNE)\s+([IVXLC]+|[0-9]+|ONE|TWO|THREE|FOUR|FIVE)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ActOrScene();
}
