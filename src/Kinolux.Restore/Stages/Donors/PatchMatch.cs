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
        var room = places.Length * SampleSet.Needs;
        var samples = new SampleSet(here, there, places, room <= 1024 ? stackalloc int[room] : new int[room]);
        var best = Try(samples, start);
        for (var i = 0; i < wide; i++)
            if (!Step(ref best, 16, samples))
                break;
        Step(ref best, 8, samples);
        Step(ref best, 4, samples);
        return best;
    }

    private static bool Step(ref PatchMatch best, int step, in SampleSet samples)
    {
        var centre = best.Shift;
        for (var v = -step; v <= step; v += step)
            for (var u = -step; u <= step; u += step)
            {
                if (u == 0 && v == 0)
                    continue;
                var found = Try(samples, new Displacement(centre.U + u, centre.V + v));
                if (found.Error < best.Error)
                    best = found;
            }
        return best.Shift != centre;
    }

    private static PatchMatch Try(in SampleSet samples, Displacement shift)
    {
        var (lift, error) = samples.Run(shift);
        return new PatchMatch(shift, error, lift);
    }
}
