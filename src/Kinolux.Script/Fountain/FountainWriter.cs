using System.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>
/// Writes a screenplay as Fountain. Each paragraph is written the plain way and read back; only one that reads as something else is forced
/// (<c>. ! @ &gt;</c>), so that the reader's rules are the only ones there are.
/// </summary>
public sealed class FountainWriter
{
    // What stands before a paragraph that is read back, so that it is not the head of a text.
    private const string Before = "x\n\n";

    private readonly Screenplay _script;
    private readonly IReadOnlyList<ScriptElement> _elements;
    private readonly ScriptLosses _losses = new();
    private readonly StringBuilder _text = new();
    private int _blank;
    private bool _isClose;

    // What is printed before an element.
    private ScriptElement? _before;

    // True until something is written that a title page cannot stand behind.
    private bool _isHead = true;

    private FountainWriter(Screenplay script)
    {
        (_script, _elements) = (script, script.Elements);
    }

    public static WrittenScript Write(Screenplay script)
    {
        var writer = new FountainWriter(script);
        writer._losses.Add(script.Extras);
        writer.Title();
        for (var i = 0; i < writer._elements.Count;)
            i = writer.Element(i);
        writer.Tags();
        return new WrittenScript(writer._text.ToString(), writer._losses.All);
    }

    private int Element(int i)
    {
        var element = _elements[i];
        CountLooks(element);
        Space(element);
        switch (element.Kind)
        {
            case ElementKind.Character when Line(element).Length > 0:
                return Speech(i);
            case ElementKind.Note:
                Paragraph(FountainEmphasis.Hidden(element.Text, true), isHidden: true);
                break;
            case ElementKind.Boneyard:
                Paragraph(FountainEmphasis.Hidden(element.Text, false), isHidden: true);
                break;
            case ElementKind.PageBreak:
                Paragraph("===");
                break;
            case ElementKind.Section:
                Try(element, [$"{new string('#', Math.Max(1, element.Depth))} {Line(element)}"]);
                break;
            case ElementKind.Synopsis:
                foreach (var line in Marked(element).Split('\n'))
                    Paragraph($"= {line.Trim()}".TrimEnd());
                break;
            case var _ when string.IsNullOrWhiteSpace(element.Text) && element.Runs.All(run => run.IsPrinted):
                // A paragraph of nothing is a blank line.
                _blank++;
                if (element.Kind != ElementKind.Action)
                    _losses.Add("empty paragraph", element.Span.Line);
                break;
            case ElementKind.SceneHeading:
                Heading(element);
                break;
            case ElementKind.Transition:
                Try(element, [Line(element), $"> {Line(element)}"]);
                break;
            case ElementKind.Centered:
                Typed(element);
                Try(element, [string.Join('\n', Marked(element).Split('\n').Select(line => $"> {line.Trim()} <"))]);
                break;
            case ElementKind.Lyrics:
                Try(element, [Sung(element)]);
                break;
            default:
                Action(element);
                break;
        }
        return i + 1;
    }

    // Blank lines between paragraphs of action are meant, and none between lines that are centred or sung.
    private void Space(ScriptElement element)
    {
        if (!element.Kind.IsPrinted)
            return;
        if (element.Kind == ElementKind.Action && _before is { Kind: ElementKind.Action })
            _blank += Math.Max(0, element.BlankBefore - 1);
        _isClose = element.Kind is ElementKind.Centered or ElementKind.Lyrics && _before?.Kind == element.Kind && element.BlankBefore == 0 && element.Span.Line > 0;
        _before = element;
    }

    private void Heading(ScriptElement element)
    {
        var number = element.Number is { } own ? $" #{own}#" : "";
        if (number.Length > 0 && FountainRules.NumberAt(number.AsSpan(1)) != 0)
        {
            _losses.Add("scene number", element.Span.Line);
            number = "";
        }
        var line = Line(element);
        Try(element, [line + number, $".{line}{number}"], number.Length > 0 ? element.Number : null);
    }

    private void Action(ScriptElement element)
    {
        if (element.Kind is ElementKind.Dialogue or ElementKind.Parenthetical or ElementKind.Character)
            _losses.Add("speech of nobody", element.Span.Line);
        else if (element.Kind == ElementKind.Shot)
            _losses.Add("shot", element.Span.Line);
        else
            Typed(element);
        var text = Marked(element);
        Try(element, [text, $"!{text}", $"!{text.Replace("\n", "\n!", StringComparison.Ordinal)}"], kind: ElementKind.Action);
    }

    // A type that nobody knows is counted by the reader.
    private void Typed(ScriptElement element)
    {
        if (element.Kind == ElementKind.General && element.Type is null || element.Type is "General" or "New Act" or "End of Act" or "Cast List" or "")
            _losses.Add("type of a paragraph", element.Span.Line);
    }

    private int Speech(int first)
    {
        var end = first + 1;
        while (end < _elements.Count && _elements[end].Kind is ElementKind.Parenthetical or ElementKind.Dialogue or ElementKind.Lyrics or ElementKind.Note or ElementKind.Boneyard && !(_elements[end] is { Kind: ElementKind.Lyrics, BlankBefore: > 0 }))
            end++;
        // Remarks behind a speech are paragraphs of their own, and empty lines behind it are none of it.
        while (_elements[end - 1].Kind is ElementKind.Note or ElementKind.Boneyard)
            end--;
        var cue = _elements[first];
        List<string> lines = [];
        List<(string Head, string Says)> meant = [Meaning(ElementKind.Character, null, cue.IsDual, 0, FountainEmphasis.Meaning(cue.Runs).Replace('\n', ' '))];
        for (var i = first + 1; i < end; i++)
        {
            var element = _elements[i];
            CountLooks(element);
            if (element.Kind is ElementKind.Note or ElementKind.Boneyard)
            {
                lines.Add(FountainEmphasis.Hidden(element.Text, element.Kind == ElementKind.Note));
                continue;
            }
            var text = element.Kind == ElementKind.Lyrics ? Sung(element) : Marked(element);
            var says = FountainEmphasis.Meaning(element.Runs);
            if (element.Kind == ElementKind.Parenthetical && !(text.Trim() is ['(' or '（', ..] && text.Trim() is [.., ')' or '）']))
                (text, says) = ($"({text.Trim()})", $"({says.Trim()})");
            lines.AddRange(text.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "  " : line));
            meant.Add(Meaning(element.Kind, null, false, 0, says));
        }
        while (lines is [.., "  "])
        {
            lines.RemoveAt(lines.Count - 1);
            _losses.Add("empty paragraph", _elements[end - 1].Span.Line);
        }
        var (name, below) = (Line(cue) + (cue.IsDual ? " ^" : ""), string.Concat(lines.Select(line => "\n" + line)));
        Try(cue, Joined(meant), [name + below, "@" + name + below]);
        return end;
    }

    private void Try(ScriptElement element, string[] ways, string? number = null, ElementKind? kind = null)
    {
        var says = FountainEmphasis.Meaning(element.Runs);
        if (element.Kind is ElementKind.SceneHeading or ElementKind.Transition or ElementKind.Section)
            says = says.Replace('\n', ' ');
        // Each line of centred text is one of its own.
        var meant = element.Kind == ElementKind.Centered ? [.. says.Split('\n').Select(line => Meaning(ElementKind.Centered, null, false, 0, line))] : ((string, string)[])[Meaning(kind ?? element.Kind, number, false, element.Depth, says)];
        Try(element, Joined(meant), ways);
    }

    /// <summary>Writes the first way that reads as it is meant; where none does, the last, and says so.</summary>
    private void Try(ScriptElement element, string meant, string[] ways)
    {
        foreach (var way in ways)
            if (ReadBack(way) == meant)
            {
                Paragraph(way);
                return;
            }
        _losses.Add("paragraph that reads as something else", element.Span.Line);
        Paragraph(ways[^1]);
    }

    private string ReadBack(string way)
    {
        var read = FountainReader.Read(_isHead ? way : Before + way);
        return _isHead && read.Title.Count > 0 ? "" : Joined(read.Elements.Skip(_isHead ? 0 : 1).Where(element => element.Kind is not (ElementKind.Note or ElementKind.Boneyard))
            .Select(element => Meaning(element.Kind, element.Number, element.IsDual, element.Depth, FountainEmphasis.Meaning(element.Runs))));
    }

    private static (string Head, string Says) Meaning(ElementKind kind, string? number, bool isDual, int depth, string says)
    {
        var lines = says.Replace("\t", "    ", StringComparison.Ordinal).Split('\n').Select(line => kind == ElementKind.Action ? line.TrimEnd() : line.Trim());
        return ($"{kind} {number} {isDual} {depth} ", string.Join('\n', lines).TrimEnd());
    }

    // Lines said or sung one after the other are one element for Fountain, however many paragraphs they were.
    private static string Joined(IEnumerable<(string Head, string Says)> meanings)
    {
        List<(string Head, string Says)> joined = [];
        foreach (var (head, says) in meanings)
            if (joined is [.., var last] && last.Head == head && (head.StartsWith("Dialogue", StringComparison.Ordinal) || head.StartsWith("Lyrics", StringComparison.Ordinal)))
                joined[^1] = (head, $"{last.Says}\n{says}");
            else
                joined.Add((head, says));
        return string.Join("\n\n", joined.Select(one => one.Head + one.Says.TrimEnd()));
    }

    private void Paragraph(string text, bool isHidden = false)
    {
        _isHead &= isHidden;
        if (_text.Length > 0 && !(_isClose && _blank == 0))
            _text.Append('\n');
        _text.Append('\n', _blank).Append(text).Append('\n');
        (_blank, _isClose) = (0, false);
    }

    private string Sung(ScriptElement element) => string.Join('\n', Marked(element).Split('\n').Select(line => "~" + line.Trim()));

    private string Line(ScriptElement element) => Marked(element).ReplaceLineEndings(" ").Trim();

    private string Marked(ScriptElement element)
    {
        var text = FountainEmphasis.Write(element.Runs, out var isLost);
        if (isLost)
            _losses.Add("run whose look Fountain cannot mark", element.Span.Line);
        return text;
    }

    private void Title()
    {
        foreach (var entry in _script.Title)
        {
            _text.Append(entry.Key).Append(':');
            if (entry.Lines is [var only])
                _text.Append(' ').Append(only);
            else
                foreach (var line in entry.Lines)
                    _text.Append("\n    ").Append(line);
            _text.Append('\n');
        }
        _isHead = _script.Title.Count == 0;
        if (!_isHead && !FountainReader.Read(_text.ToString()).Title.Select(Say).SequenceEqual(_script.Title.Select(Say)))
            _losses.Add("title page that reads as something else", _script.Title[0].Span.Line);

        static string Say(TitleEntry entry) => $"{entry.Key}:{string.Join('\n', entry.Lines).Trim()}";
    }

    private void CountLooks(ScriptElement element)
    {
        foreach (var run in element.Runs)
        {
            if (run.Text.Contains(element.Kind == ElementKind.Note || run.Style.HasFlag(TextStyle.Note) ? "]]" : "*/", StringComparison.Ordinal) && (!run.IsPrinted || !element.Kind.IsPrinted))
                _losses.Add("bracket set apart in a note or boneyard", element.Span.Line);
            if (run.Revision > 0)
                _losses.Add("revision run", element.Span.Line);
            if (run.Style.HasFlag(TextStyle.Strikeout))
                _losses.Add("struck-out run", element.Span.Line);
            if (run.Style.HasFlag(TextStyle.AllCaps))
                _losses.Add("run in capitals by its style", element.Span.Line);
        }
    }

    private void Tags()
    {
        Dictionary<int, int> lines = _script.Tags.DistinctBy(tag => tag.Number).ToDictionary(tag => tag.Number, _ => -1);
        foreach (var element in _elements)
            foreach (var run in element.Runs)
                if (run.Tag > 0 && lines.GetValueOrDefault(run.Tag, -1) < 0)
                    lines[run.Tag] = element.Span.Line;
        foreach (var line in lines.Values)
            _losses.Add("tag", Math.Max(0, line));
    }
}
