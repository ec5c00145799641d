using Kinolux.Core.Text;

namespace Kinolux.Script.Layout;

/// <summary>Two speeches side by side: lines of two columns with a gutter that no line crosses.</summary>
/// <param name="Count">Lines that they take.</param>
internal sealed record LaidDual(IReadOnlyList<LaidLine> Left, IReadOnlyList<LaidLine> Right, int Count)
{
    /// <summary>Those that begin at a line; null where none do.</summary>
    public static LaidDual? Of(IReadOnlyList<LaidLine> lines, int at, LaidColumns columns)
    {
        var first = lines[at];
        if (!first.IsApart || !first.IsCapitals || first.Column <= columns.Margin + 2 || first.Text.IndexOf("   ", StringComparison.Ordinal) < 1)
            return null;
        var end = at + 1;
        while (end < lines.Count && !lines[end].IsApart)
            end++;
        var block = lines.Skip(at).Take(end - at).ToList();
        if (block.Count < 2 || Gutter(block) is not { } gutter)
            return null;
        List<LaidLine> left = [], right = [];
        foreach (var line in block)
        {
            if (Slice(line, 0, gutter) is { } one)
                left.Add(one);
            if (Slice(line, gutter, int.MaxValue) is { } other)
                right.Add(other);
        }
        return left.Count > 1 && right.Count > 1 && left[0].Row == first.Row && right[0].Row == first.Row ? new LaidDual(left, right, block.Count) : null;
    }

    // Where the right column begins: behind two cells and more that are blank in every line.
    private static int? Gutter(List<LaidLine> block)
    {
        var first = block[0];
        var gap = first.Text.IndexOf("   ", StringComparison.Ordinal);
        var (from, to) = (first.Column + Columns.Of(first.Text.AsSpan(0, gap)), first.Column + Columns.Of(first.Text.AsSpan()[..(gap + first.Text.AsSpan(gap).IndexOfAnyExcept(' '))]));
        for (var cell = from + 2; cell <= to; cell++)
            if (block.All(line => IsBlank(line, cell - 1) && IsBlank(line, cell - 2)))
            {
                while (cell < to && block.All(line => IsBlank(line, cell)))
                    cell++;
                return cell;
            }
        return null;
    }

    private static bool IsBlank(LaidLine line, int cell)
    {
        if (cell < line.Column || cell >= line.Right)
            return true;
        var column = line.Column;
        foreach (var rune in line.Text.EnumerateRunes())
        {
            var wide = Columns.Of(rune.ToString());
            if (cell < column + Math.Max(1, wide))
                return rune.Value == ' ';
            column += wide;
        }
        return true;
    }

    private static LaidLine? Slice(LaidLine line, int from, int to)
    {
        var (start, end, column) = (-1, 0, line.Column);
        for (var i = 0; i < line.Text.Length;)
        {
            var length = char.IsHighSurrogate(line.Text[i]) && i + 1 < line.Text.Length ? 2 : 1;
            if (column >= from && column < to && line.Text[i] != ' ')
                (start, end) = (start < 0 ? i : start, i + length);
            column += Columns.Of(line.Text.AsSpan(i, length));
            i += length;
        }
        if (start < 0)
            return null;
        return new LaidLine(line.Page, line.Row, line.Column + Columns.Of(line.Text.AsSpan(0, start)), line.Text[start..end], line.Span with { Start = line.Span.Start + start, Length = end - start, Column = line.Span.Column + start }, line.Blank, line.IsTop);
    }
}
