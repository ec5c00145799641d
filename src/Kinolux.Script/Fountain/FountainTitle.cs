using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>Reads a title page: entries <c>Key: value</c> at the head of a text, their further lines indented, to the first blank line. Boneyard and notes before it do not hide it.</summary>
internal static class FountainTitle
{
    public static readonly string[] Keys = ["Title", "Credit", "Author", "Authors", "Source", "Draft date", "Date", "Contact", "Contact info", "Copyright", "Notes", "Revision", "Format", "Language"];

    private const int LongestKey = 40;

    /// <summary>The entries; empty where the text begins otherwise.</summary>
    /// <param name="after">The first line that is not the title page's.</param>
    public static List<TitleEntry> Read(string text, FountainLines lines, out int after)
    {
        List<TitleEntry> entries = [];
        after = 0;
        var at = 0;
        while (lines.Has(at) && (lines[at].IsHidden || lines[at].IsBlank))
            at++;
        if (!lines.Has(at) || !Begins(lines, at))
            return entries;
        // A whole title page may be indented.
        var indent = IndentOf(lines[at]);
        while (lines.Has(at) && (!lines[at].IsBlank || lines[at].IsKeptBlank))
        {
            var (first, last) = (at, at);
            if (lines[at].IsHidden || lines[at].IsBlank || Key(lines[at], indent) is not { } key)
            {
                at++;
                continue;
            }
            List<string> values = [];
            if (lines[at].Trimmed[(key.Length + 1)..].Trim() is { Length: > 0 } inline)
                values.Add(inline.ToString());
            for (at++; lines.Has(at) && (lines[at].IsKeptBlank || !lines[at].IsBlank) && (lines[at].IsHidden || lines[at].IsBlank || Key(lines[at], indent) is null); at++)
            {
                if (lines[at].IsHidden)
                    continue;
                values.Add(lines[at].Trimmed.ToString());
                if (!lines[at].IsBlank)
                    last = at;
            }
            while (values is [.., ""])
                values.RemoveAt(values.Count - 1);
            entries.Add(new TitleEntry(key, values, new SourceSpan(lines[first].Start, lines[last].End - lines[first].Start, lines[first].Number, lines[last].Number)));
        }
        after = at;
        return entries;
    }

    // Any key begins a title page; a heading, a transition and a line that only ends with a colon do not, unless the key is one of the usual.
    private static bool Begins(FountainLines lines, int at)
    {
        var line = lines[at];
        if (Key(line, IndentOf(line)) is not { } key)
            return false;
        if (Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            return true;
        var text = line.Trimmed;
        return IndentOf(line) == 0 && !FountainRules.IsHeading(text) && char.IsLetter(text[0]) && (text.Length > key.Length + 1 || lines.Has(at + 1) && !lines[at + 1].IsBlank && IndentOf(lines[at + 1]) > 0);
    }

    private static string? Key(FountainLine line, int indent)
    {
        var text = line.Trimmed;
        if (text.IndexOfAny(':', '：') is not (> 0 and <= LongestKey and var colon) || IndentOf(line) > indent)
            return null;
        var key = text[..colon].TrimEnd();
        return key.Length == colon && key.IndexOfAny('*', '[', '#') < 0 ? key.ToString() : null;
    }

    private static int IndentOf(FountainLine line)
    {
        var columns = 0;
        foreach (var c in line.Visible.Span)
            if (c == '\t')
                columns += 4;
            else if (char.IsWhiteSpace(c))
                columns++;
            else
                break;
        // Fewer than three spaces are a slip of the hand.
        return columns < 3 ? 0 : columns;
    }
}
