using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What is farther off than the flanks of a line: whether it is the middle of a pole, or the rim of the printed frame, which only look like a scratch from nearby.</summary>
internal static class LineSurroundings
{
    // A pole falls off beyond the flanks by a good part of what it does before them; a scratch hardly.
    private const float MostFall = 0.3f;

    // What is darker and evener from row to row than this, in 16-bit levels, is no picture but what a printer or a codec left black.
    private const float Dark = 24 * 257;
    private const float Flat = 0.75f * 257;

    // What differs from one side to the other by so many times what the line does is an edge, which a codec or a lens gives a line along it.
    private const float Step = 4;

    public static LineKind KindOf(Plane guide, LineMap map, LinePath line) =>
        line.IsAtEdge(map.Width) || AreBlank(guide, map, line) || AreApart(guide, map, line) ? LineKind.Rim : AreBroad(guide, map, line) ? LineKind.Broad : LineKind.Narrow;

    /// <summary>True where what is brighter (or darker) is broader than a scratch on both sides.</summary>
    private static bool AreBroad(Plane guide, LineMap map, LinePath line)
    {
        var contrast = 0f;
        var (leftFall, rightFall) = (0f, 0f);
        Each(guide, line, (row, x) =>
        {
            var (left, right) = (Mean(row, x - Near(map)), Mean(row, x + Near(map)));
            contrast += line.Sign * (Mean(row, x) - (left + right) / 2);
            leftFall += line.Sign * (left - Mean(row, x - Far(map)));
            rightFall += line.Sign * (right - Mean(row, x + Far(map)));
        });
        return Math.Min(leftFall, rightFall) > MostFall * Math.Max(0, contrast);
    }

    /// <summary>True where no picture is on one side: the line runs along the printed frame.</summary>
    private static bool AreBlank(Plane guide, LineMap map, LinePath line) => IsBlank(guide, line, -Far(map)) || IsBlank(guide, line, Far(map));

    /// <summary>True where one side is far brighter than the other all along, so that the line hardly counts beside it.</summary>
    private static bool AreApart(Plane guide, LineMap map, LinePath line)
    {
        var (contrast, step, rows) = (0f, 0f, 0);
        Each(guide, line, (row, x) => (step, rows) = (step + Mean(row, x - Far(map)) - Mean(row, x + Far(map)), rows + 1));
        for (var k = 0; k < line.X.Length; k++)
            contrast += line.Sign * map.At(line.First + k, line.X[k]);
        contrast *= (float)rows / line.X.Length;
        return Math.Abs(step) > Step * Math.Max(0, contrast);
    }

    private static bool IsBlank(Plane guide, LinePath line, int off)
    {
        var (rows, sum, change, last) = (0, 0f, 0f, float.NaN);
        Each(guide, line, (row, x) =>
        {
            var mean = Mean(row, x + off);
            change += float.IsNaN(last) ? 0 : Math.Abs(mean - last);
            (last, sum, rows) = (mean, sum + mean, rows + 1);
        });
        return sum < Dark * rows && change < Flat * rows;
    }

    private static int Near(LineMap map) => 4 * map.Half;

    private static int Far(LineMap map) => 8 * map.Half;

    private static float Mean(ReadOnlySpan<ushort> row, int x)
    {
        var (left, right) = (Math.Clamp(x - 1, 0, row.Length - 1), Math.Clamp(x + 1, 0, row.Length - 1));
        return (row[left] + row[Math.Clamp(x, 0, row.Length - 1)] + row[right]) / 3f;
    }

    private static void Each(Plane guide, LinePath line, RowAction act)
    {
        for (var k = 0; k < line.X.Length; k++)
            for (var y = (line.First + k) * LineMap.Band; y < Math.Min(guide.Height, (line.First + k + 1) * LineMap.Band); y++)
                act(guide.Row(y), line.X[k]);
    }

    private delegate void RowAction(ReadOnlySpan<ushort> row, int x);
}
