using System.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>Writes runs as Fountain marks them. What a line comes to is read back, and the first way that reads as it is meant is taken.</summary>
internal static class FountainEmphasis
{
    private static readonly TextStyle[][] Orders =
    [
        [TextStyle.Underline, TextStyle.Bold, TextStyle.Italic], [TextStyle.Bold, TextStyle.Italic, TextStyle.Underline], [TextStyle.Italic, TextStyle.Bold, TextStyle.Underline],
        [TextStyle.Underline, TextStyle.Italic, TextStyle.Bold], [TextStyle.Bold, TextStyle.Underline, TextStyle.Italic], [TextStyle.Italic, TextStyle.Underline, TextStyle.Bold],
    ];

    // What is kept where no way reads as meant: bold before italic, and words before all.
    private static readonly TextStyle[] Masks = [TextStyle.Bold | TextStyle.Italic | TextStyle.Underline, TextStyle.Bold | TextStyle.Underline, TextStyle.Underline, TextStyle.Plain];

    /// <summary>The text of some runs, lines parted by <c>\n</c>.</summary>
    /// <param name="isLost">True where Fountain cannot say how a line looks: it has fewer marks than it had.</param>
    public static string Write(IReadOnlyList<TextRun> runs, out bool isLost)
    {
        isLost = false;
        var written = new StringBuilder();
        foreach (var line in Lines(runs))
        {
            if (written.Length > 0 || line.IsFirst is false)
                written.Append('\n');
            written.Append(Line(line.Pieces, ref isLost));
        }
        return written.ToString();
    }

    /// <summary>What runs come to for a reader: characters with their look. White space has none, and hidden text is apart.</summary>
    public static string Meaning(IEnumerable<TextRun> runs)
    {
        var meaning = new StringBuilder();
        foreach (var run in runs)
            if (run.IsPrinted)
                foreach (var c in run.Style.HasFlag(TextStyle.AllCaps) ? run.Text.ToUpperInvariant() : run.Text)
                {
                    if (!char.IsWhiteSpace(c) && (run.Style & Masks[0]) is not TextStyle.Plain and var style)
                        meaning.Append((char)('\uE000' + (int)style));
                    meaning.Append(c);
                }
        return meaning.ToString();
    }

    private static IEnumerable<(bool IsFirst, List<TextRun> Pieces)> Lines(IReadOnlyList<TextRun> runs)
    {
        List<TextRun> pieces = [];
        var isFirst = true;
        foreach (var run in runs)
        {
            if (!run.IsPrinted)
            {
                pieces.Add(run);
                continue;
            }
            var text = run.Style.HasFlag(TextStyle.AllCaps) ? run.Text.ToUpperInvariant() : run.Text;
            foreach (var (part, i) in text.Split('\n').Select((part, i) => (part, i)))
            {
                if (i > 0)
                {
                    yield return (isFirst, pieces);
                    (isFirst, pieces) = (false, []);
                }
                if (part.Length > 0)
                    pieces.Add(new TextRun(part, run.Style & Masks[0]));
            }
        }
        yield return (isFirst, pieces);
    }

    private static string Line(List<TextRun> pieces, ref bool isLost)
    {
        if (pieces.TrueForAll(piece => piece.IsPrinted && piece.Style == TextStyle.Plain && piece.Text.AsSpan().IndexOfAny("*_\\[/") < 0))
            return string.Concat(pieces.Select(piece => piece.Text));
        var written = new StringBuilder();
        // No emphasis crosses what is hidden.
        for (var i = 0; i < pieces.Count;)
        {
            if (!pieces[i].IsPrinted)
            {
                written.Append(Hidden(pieces[i].Text, pieces[i].Style.HasFlag(TextStyle.Note)));
                i++;
                continue;
            }
            var end = i;
            while (end < pieces.Count && pieces[end].IsPrinted)
                end++;
            written.Append(Printed(pieces[i..end], ref isLost));
            i = end;
        }
        return written.ToString();
    }

    private static string Printed(List<TextRun> pieces, ref bool isLost)
    {
        foreach (var mask in Masks)
        {
            var kept = mask == Masks[0] ? pieces : [.. pieces.Select(piece => piece with { Style = piece.Style & mask })];
            var meant = Meaning(kept);
            foreach (var isEscaped in (ReadOnlySpan<bool>)[false, true])
                foreach (var order in Orders)
                {
                    var written = new StringBuilder();
                    Wrap(kept, order, isEscaped, written);
                    var text = written.ToString();
                    // A mark right behind a stroke would begin a boneyard.
                    if (!text.Contains("/*", StringComparison.Ordinal) && Meaning(FountainRuns.Read(text)) == meant)
                    {
                        isLost |= mask != Masks[0];
                        return text;
                    }
                }
        }
        isLost = true;
        return string.Concat(pieces.Select(piece => Escape(piece.Text, true)));
    }

    private static void Wrap(List<TextRun> pieces, ReadOnlySpan<TextStyle> order, bool isEscaped, StringBuilder written)
    {
        if (order.IsEmpty)
        {
            written.Append(Escape(string.Concat(pieces.Select(piece => piece.Text)), isEscaped));
            return;
        }
        for (var i = 0; i < pieces.Count;)
        {
            var style = pieces[i].Style & order[0];
            var end = i + 1;
            while (end < pieces.Count && (pieces[end].Style & order[0]) == style)
                end++;
            var inner = new StringBuilder();
            Wrap(pieces[i..end], order[1..], isEscaped, inner);
            var text = inner.ToString();
            var words = text.Trim();
            if (style == TextStyle.Plain || words.Length == 0)
            {
                written.Append(text);
            }
            else
            {
                // A mark has no space within it.
                var mark = style switch { TextStyle.Underline => "_", TextStyle.Bold => "**", _ => "*" };
                var start = text.Length - text.TrimStart().Length;
                written.Append(text, 0, start).Append(mark).Append(words).Append(mark).Append(text, start + words.Length, text.Length - start - words.Length);
            }
            i = end;
        }
    }

    // What would hide text is escaped always, what would mark it where it would.
    private static string Escape(string text, bool isAll)
    {
        if (text.AsSpan().IndexOfAny("*_[") < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var (last, next) = (i > 0 ? text[i - 1] : '\0', i + 1 < text.Length ? text[i + 1] : '\0');
            if (text[i] switch { '[' => last == '[' || next is '[' or '\0' || (isAll && last == '\\'), '*' => isAll || last == '/', '_' => isAll, _ => false })
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    /// <summary>A note or what was taken out, with its brackets. What would close it early is set apart, and a blank line of a note has its two spaces.</summary>
    public static string Hidden(string text, bool isNote)
    {
        if (!isNote)
            return $"/*{text.Replace("*/", "* /", StringComparison.Ordinal)}*/";
        var lines = text.Replace("]]", "] ]", StringComparison.Ordinal).Split('\n');
        for (var i = 1; i < lines.Length - 1; i++)
            if (string.IsNullOrWhiteSpace(lines[i]) && lines[i].Length < 2)
                lines[i] = "  ";
        var inside = string.Join('\n', lines);
        return $"[[{inside}{(inside.EndsWith(']') ? " " : "")}]]";
    }
}
