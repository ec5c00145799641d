using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>A compact, even patch of cells of a <see cref="StepGrid"/> that became brighter, or darker.</summary>
/// <param name="Sign">1 brighter, -1 darker.</param>
/// <param name="Contrast">Mean change, in 8-bit levels.</param>
/// <param name="Mismatch">By how much fine detail differs beyond what it does in the picture, as a share of the contrast.</param>
internal sealed record StepPatch(int Sign, bool[] Cells, double Contrast, double Mismatch)
{
    /// <summary>In cells: smaller is not told from what moves.</summary>
    public const int Least = 9;

    // Larger is the scene's light.
    private const int Most = StepGrid.Cells * 12 / 100;

    // In 8-bit levels, and deviations of what the picture changes by.
    private const double Faintest = 2.5;
    private const double Deviations = 3.5;

    // Shares: of the box around it that it fills; of its contrast, how it varies inside and what is around it.
    private const double Full = 0.5;
    private const double Uneven = 0.45;
    private const double Restless = 0.45;

    private const double Longest = 2.6;

    private const int Width = StepGrid.Width;
    private const int Height = StepGrid.Height;

    /// <param name="change">In 8-bit levels.</param>
    /// <param name="mismatch">As deviations, in 8-bit levels.</param>
    /// <param name="aspect">A cell's width as a share of its height.</param>
    public static List<StepPatch> In(float[] change, float[] mismatch, double aspect)
    {
        var sizes = Array.ConvertAll(change, MathF.Abs);
        var limit = Math.Max(Faintest, Deviations * 1.4826 * Selection.Nth(sizes.AsSpan(), sizes.Length / 2));
        var usual = Selection.Nth(((float[])mismatch.Clone()).AsSpan(), mismatch.Length / 2);
        var patches = new List<StepPatch>();
        foreach (var sign in new[] { 1, -1 })
            foreach (var cells in CellShape.Parts(CellShape.Opened(Array.ConvertAll(change, value => sign * value > limit), Width, Height), Width, Height))
                if (Judged(sign, cells, change, mismatch, usual, aspect) is { } patch)
                    patches.Add(patch);
        return patches;
    }

    /// <summary>The share of what both cover together that both cover.</summary>
    public static double Common(bool[] one, bool[] other)
    {
        var (both, first, second) = Counts(one, other);
        return both == 0 ? 0 : (double)both / (first + second - both);
    }

    /// <summary>The share of the smaller that the other covers, too.</summary>
    public static double Within(bool[] one, bool[] other)
    {
        var (both, first, second) = Counts(one, other);
        return both == 0 ? 0 : (double)both / Math.Min(first, second);
    }

    private static (int Both, int First, int Second) Counts(bool[] one, bool[] other)
    {
        var (both, first, second) = (0, 0, 0);
        for (var i = 0; i < one.Length; i++)
            (both, first, second) = (both + (one[i] && other[i] ? 1 : 0), first + (one[i] ? 1 : 0), second + (other[i] ? 1 : 0));
        return (both, first, second);
    }

    private static StepPatch? Judged(int sign, bool[] cells, float[] change, float[] mismatch, float usual, double aspect)
    {
        var (left, top, right, bottom, count) = (Width, Height, -1, -1, 0);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i])
            {
                (left, right, top, bottom) = (Math.Min(left, i % Width), Math.Max(right, i % Width), Math.Min(top, i / Width), Math.Max(bottom, i / Width));
                count++;
            }
        var (across, down) = ((right - left + 1) * aspect, (double)(bottom - top + 1));
        if (count is < Least or > Most || count < Full * (right - left + 1) * (bottom - top + 1) || Math.Max(across, down) > Longest * Math.Min(across, down))
            return null;
        var inner = CellShape.Shrunk(cells, Width, Height);
        if (inner.Count(cell => cell) < 3)
            inner = cells;
        var (mean, deviation) = Spread(change, inner);
        var contrast = Math.Abs(mean);
        var (close, wide) = (CellShape.Grown(cells, Width, Height, 1), CellShape.Grown(cells, Width, Height, 3));
        var around = Spread(Array.ConvertAll(change, MathF.Abs), [.. wide.Select((isIn, i) => isIn && !close[i])]).Mean;
        if (deviation > Uneven * contrast || around > Restless * contrast)
            return null;
        var detail = Spread(mismatch, inner).Mean;
        return new StepPatch(sign, cells, contrast, Math.Sqrt(Math.Max(0, detail * detail - usual * usual)) / contrast);
    }

    private static (double Mean, double Deviation) Spread(float[] values, bool[] within)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var i = 0; i < values.Length; i++)
            if (within[i])
                (sum, squares, count) = (sum + values[i], squares + (double)values[i] * values[i], count + 1);
        return count == 0 ? (0, 0) : (sum / count, Math.Sqrt(Math.Max(0, squares / count - sum / count * (sum / count))));
    }
}
