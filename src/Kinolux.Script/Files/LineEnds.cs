namespace Kinolux.Script.Files;

/// <summary>Gives a text that an editor made the line ends that its lines had: an editor knows but one.</summary>
internal static class LineEnds
{
    /// <summary>The same text with the ends of the lines that were there, and for others the end that most of them had.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="text">With <c>\n</c> alone.</param>
    public static string Like(string before, string text)
    {
        if (before.IndexOf('\r') < 0)
            return text;
        var old = Split(before);
        var usual = old.Where(line => line.End.Length > 0).CountBy(line => line.End).OrderByDescending(end => end.Value).Select(end => end.Key).FirstOrDefault("\n");
        if (old.TrueForAll(line => line.End.Length == 0 || line.End == usual))
            return text.Replace("\n", usual, StringComparison.Ordinal);
        var ends = Ends(old, text.Split('\n'), usual);
        var written = new System.Text.StringBuilder(text.Length + ends.Length);
        foreach (var (line, end) in text.Split('\n').Zip(ends))
            written.Append(line).Append(end);
        return written.ToString();
    }

    // Lines before and after all changes are what they were. As many lines between as there were are those, each changed; else a line is the next of the same words.
    private static string[] Ends(List<(string Words, string End)> old, string[] lines, string usual)
    {
        var most = Math.Min(old.Count, lines.Length);
        var (head, tail) = (0, 0);
        while (head < most && old[head].Words == lines[head])
            head++;
        while (tail < most - head && old[^(tail + 1)].Words == lines[^(tail + 1)])
            tail++;
        var isSame = old.Count == lines.Length;
        var next = head;
        var ends = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var from = i < head || isSame ? i : i >= lines.Length - tail ? i - lines.Length + old.Count : old.FindIndex(next, old.Count - tail - next, line => line.Words == lines[i]);
            if (from >= 0 && i >= head)
                next = Math.Min(old.Count - tail, from + 1);
            ends[i] = i == lines.Length - 1 ? "" : from >= 0 && old[from].End.Length > 0 ? old[from].End : usual;
        }
        return ends;
    }

    private static List<(string Words, string End)> Split(string text)
    {
        List<(string, string)> lines = [];
        for (var at = 0; at <= text.Length;)
        {
            var ahead = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (ahead < 0)
            {
                lines.Add((text[at..], ""));
                break;
            }
            var end = at + ahead;
            var length = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
            lines.Add((text[at..end], text.Substring(end, length)));
            at = end + length;
        }
        return lines;
    }
}
