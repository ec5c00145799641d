using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>
/// Finds a set of samples in another frame, blind to an overall change of brightness. With the ring around a region as the set, the region's own damage cannot lead it astray.
/// </summary>
/// <param name="Shift">Where the samples are found.</param>
/// <param name="Error">Mean |difference| left there, in 16-bit levels, once the mean difference is taken out.</param>
/// <param name="Lift">That mean difference: this frame less the other.</param>
internal readonly record struct PatchMatch(Displacement Shift, int Error, int Lift)
{
    /// <summary>Searches around <paramref name="start"/>: whole samples first, then down to quarters, always to the best of the eight around.</summary>
    /// <param name="wide">How many whole samples it may walk from the start.</param>
    public static PatchMatch Find(Plane here, Plane there, ReadOnlySpan<(int X, int Y)> places, Displacement start, int wide)
    {
        Span<int> differences = places.Length <= 256 ? stackalloc int[places.Length] : new int[places.Length];
        var best = Try(here, there, places, start, differences);
        for (var i = 0; i < wide; i++)
            if (!Step(ref best, 16, here, there, places, differences))
                break;
        Step(ref best, 8, here, there, places, differences);
        Step(ref best, 4, here, there, places, differences);
        return best;
    }

    /// <summary>Holds the samples against one place.</summary>
    public static PatchMatch Try(Plane here, Plane there, ReadOnlySpan<(int X, int Y)> places, Displacement shift, Span<int> differences)
    {
        long sum = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = places[i];
            var difference = here[x, y] - Sampling.Bilinear(there, x * 16 + shift.U, y * 16 + shift.V);
            differences[i] = difference;
            sum += difference;
        }
        var lift = places.Length == 0 ? 0 : (int)(sum / places.Length);
        long error = 0;
        foreach (var difference in differences[..places.Length])
            error += Math.Abs(difference - lift);
        return new PatchMatch(shift, places.Length == 0 ? 0 : (int)(error / places.Length), lift);
    }

    private static bool Step(ref PatchMatch best, int step, Plane here, Plane there, ReadOnlySpan<(int X, int Y)> places, Span<int> differences)
    {
        var centre = best.Shift;
        for (var v = -step; v <= step; v += step)
            for (var u = -step; u <= step; u += step)
            {
                if (u == 0 && v == 0)
                    continue;
                var found = Try(here, there, places, new Displacement(centre.U + u, centre.V + v), differences);
                if (found.Error < best.Error)
                    best = found;
            }
        return best.Shift != centre;
    }
}
