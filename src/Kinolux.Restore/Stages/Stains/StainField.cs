using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>
/// How much brighter each cell is than the same piece of the scene some frames earlier and later, when it lay elsewhere on the film.
/// Where both agree in direction, the smaller difference is what the film adds there; where the scene hardly moved, nothing can be said.
/// </summary>
internal static class StainField
{
    // A median of every eleventh cell is the median of the picture; eleven divides no common width.
    private const int MedianStep = 11;

    // In 1/16 luma samples: a scene that moved less keeps what the film adds in one place with it.
    private const int Moved = 32;

    /// <summary>The share of the scene that moved enough for stains to be told from it: seen from a coarse grid of cells.</summary>
    public static double Moving(int width, int height, IReadOnlyList<FlowField> steps)
    {
        const int Coarse = 8;
        int moved = 0, all = 0;
        for (var y = Coarse / 2; y < height; y += Coarse)
            for (var x = Coarse / 2; x < width; x += Coarse)
            {
                var shift = Place(x, y, steps);
                moved += Math.Max(Math.Abs(shift.U), Math.Abs(shift.V)) > Moved ? 1 : 0;
                all++;
            }
        return all == 0 ? 0 : (double)moved / all;
    }

    /// <summary>Where every cell's middle is found in a frame that consecutive motion leads to, as offsets in 1/16 luma samples.</summary>
    public static Displacement[] Follow(int width, int height, IReadOnlyList<FlowField> steps)
    {
        var shifts = new Displacement[width * height];
        for (var i = 0; i < steps.Count; i++)
            for (var y = 0; y < height; y++)
            {
                var row = shifts.AsSpan(y * width, width);
                for (var x = 0; x < row.Length; x++)
                    row[x] = Onward(x, y, row[x], steps[i]);
            }
        return shifts;
    }

    private static Displacement Place(int x, int y, IReadOnlyList<FlowField> steps)
    {
        var shift = default(Displacement);
        for (var i = 0; i < steps.Count; i++)
            shift = Onward(x, y, shift, steps[i]);
        return shift;
    }

    private static Displacement Onward(int x, int y, Displacement shift, FlowField step)
    {
        var u = Math.Clamp(x * CellPlane.Side + CellPlane.Side / 2 + (shift.U >> 4) >> step.Shift, 0, step.Width - 1);
        var v = Math.Clamp(y * CellPlane.Side + CellPlane.Side / 2 + (shift.V >> 4) >> step.Shift, 0, step.Height - 1);
        return shift + new Displacement(step.U[v * step.Width + u], step.V[v * step.Width + u]);
    }

    /// <summary>Difference of each cell to where it is found elsewhere, less the median over the picture (a fade is no stain); <see cref="int.MaxValue"/> where it left the picture.</summary>
    public static int[] Difference(CellPlane here, CellPlane there, Displacement[] shifts)
    {
        var difference = new int[shifts.Length];
        for (var y = 0; y < here.Height; y++)
            for (var (x, i) = (0, y * here.Width); x < here.Width; x++, i++)
                difference[i] = there.At(x * 64 + 24 + shifts[i].U, y * 64 + 24 + shifts[i].V) is { } value ? here.Data[i] - value : int.MaxValue;
        var known = new int[shifts.Length / MedianStep + 1];
        var count = 0;
        for (var i = 0; i < shifts.Length; i += MedianStep)
            if (difference[i] != int.MaxValue)
                known[count++] = difference[i];
        var median = count == 0 ? 0 : Selection.Nth(known.AsSpan(0, count), count / 2);
        for (var i = 0; i < difference.Length; i++)
            if (difference[i] != int.MaxValue)
                difference[i] -= median;
        return difference;
    }

    /// <summary>The smaller of both where they agree in direction, else 0; then evened out over 3 × 3 cells.</summary>
    public static int[] Agreed(int[] before, int[] after, int width, int height)
    {
        var raw = new int[before.Length];
        for (var i = 0; i < raw.Length; i++)
            if (before[i] != int.MaxValue && after[i] != int.MaxValue && (before[i] > 0) == (after[i] > 0))
                raw[i] = before[i] > 0 ? Math.Min(before[i], after[i]) : Math.Max(before[i], after[i]);
        // The sums of three columns first: three of them make the nine cells around.
        var even = new int[raw.Length];
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - 1), Math.Min(height - 1, y + 1));
            Array.Clear(sums);
            for (var v = top; v <= bottom; v++)
                for (var x = 0; x < width; x++)
                    sums[x] += raw[v * width + x];
            for (var x = 0; x < width; x++)
            {
                var sum = sums[x] + (x > 0 ? sums[x - 1] : 0) + (x < width - 1 ? sums[x + 1] : 0);
                even[y * width + x] = sum / ((bottom - top + 1) * (Math.Min(width - 1, x + 1) - Math.Max(0, x - 1) + 1));
            }
        }
        return even;
    }

    /// <summary>How much brighter each cell of a region is than the shade around it lets expect: the region's rim, spanned as a soap film would (a harmonic field).</summary>
    /// <param name="weights">More than 0 inside the region.</param>
    public static int[] AgainstSurroundings(CellPlane here, float[] weights)
    {
        var expected = (int[])here.Data.Clone();
        // Gauss-Seidel, in row order: always the same bits.
        for (var sweep = 0; sweep < 2 * Math.Max(here.Width, here.Height); sweep++)
            for (var y = 0; y < here.Height; y++)
                for (var x = 0; x < here.Width; x++)
                {
                    var at = y * here.Width + x;
                    if (weights[at] <= 0)
                        continue;
                    var (sum, count) = (0, 0);
                    if (x > 0)
                        (sum, count) = (sum + expected[at - 1], count + 1);
                    if (x < here.Width - 1)
                        (sum, count) = (sum + expected[at + 1], count + 1);
                    if (y > 0)
                        (sum, count) = (sum + expected[at - here.Width], count + 1);
                    if (y < here.Height - 1)
                        (sum, count) = (sum + expected[at + here.Width], count + 1);
                    expected[at] = (sum + count / 2) / Math.Max(1, count);
                }
        for (var i = 0; i < expected.Length; i++)
            expected[i] = weights[i] > 0 ? here.Data[i] - expected[i] : 0;
        return expected;
    }
}
