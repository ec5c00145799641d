using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// Cells of a pair of frames whose change no lamp or shutter makes: a burn, mold or a tear in one of both. Light changes smoothly over the picture, so they stand out from the cells around.
/// </summary>
internal static class CellDamage
{
    private const int Width = FrameSurvey.GridWidth;
    private const int Height = FrameSurvey.GridHeight;

    // Damage up to nearly half of so wide a square is outvoted.
    private const int Reach = 3;

    // In 16-bit levels, and deviations of what the other cells show: the roughest light of degrade stays within.
    private const float Floor = 6 * 257;
    private const float Deviations = 6;

    /// <param name="grid">Grey of the later frame's cells.</param>
    /// <returns>True for each such cell.</returns>
    public static bool[] Of(PairSurvey pair, float[] grid)
    {
        var change = new float[grid.Length];
        for (var i = 0; i < grid.Length; i++)
            change[i] = grid[i] - (pair.Gain * (grid[i] - pair.CellShift[i]) + pair.Offset);
        var apart = new float[grid.Length];
        for (var cell = 0; cell < grid.Length; cell++)
            apart[cell] = MathF.Abs(change[cell] - Around(change, cell % Width, cell / Width));
        var known = apart.Where(value => !float.IsNaN(value)).ToArray();
        var limit = known.Length == 0 ? 0 : Floor + Deviations * 1.4826f * Selection.Nth<float>(known, known.Length / 2);
        return Array.ConvertAll(apart, value => value > limit);
    }

    /// <summary>Median of what is known around a cell.</summary>
    private static float Around(float[] change, int x, int y)
    {
        Span<float> near = stackalloc float[(2 * Reach + 1) * (2 * Reach + 1)];
        var count = 0;
        for (var v = Math.Max(0, y - Reach); v <= Math.Min(Height - 1, y + Reach); v++)
            for (var u = Math.Max(0, x - Reach); u <= Math.Min(Width - 1, x + Reach); u++)
                if (!float.IsNaN(change[v * Width + u]))
                    near[count++] = change[v * Width + u];
        return count == 0 ? float.NaN : Selection.Nth(near[..count], count / 2);
    }
}
