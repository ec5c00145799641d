namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>A text in which lines that end in <c>&lt;&lt;</c> are marked: there a fault may be reported.</summary>
/// <param name="Text">Without the marks.</param>
/// <param name="Marks">The marked lines, counted from 0.</param>
internal sealed record MarkedText(string Text, IReadOnlySet<int> Marks)
{
    public const string Mark = " <<";

    public static MarkedText Of(IEnumerable<string> lines)
    {
        HashSet<int> marks = [];
        List<string> plain = [];
        foreach (var line in lines)
        {
            if (line.EndsWith(Mark, StringComparison.Ordinal))
                marks.Add(plain.Count);
            plain.Add(line.EndsWith(Mark, StringComparison.Ordinal) ? line[..^Mark.Length] : line);
        }
        return new MarkedText(string.Join('\n', plain), marks);
    }
}
