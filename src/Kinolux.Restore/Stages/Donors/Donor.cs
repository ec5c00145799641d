using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>A neighbour from which a region could be filled, and where in it the region's surroundings are found.</summary>
internal sealed record Donor(Neighbour Neighbour, PatchMatch Match)
{
    /// <param name="ring">Places around the region that are surely undamaged.</param>
    /// <param name="nearer">The donor on the same side that motion to a farther neighbour is followed through.</param>
    public static Donor Find(Plane here, Neighbour neighbour, ReadOnlySpan<(int X, int Y)> ring, Donor? nearer)
    {
        var start = Median(neighbour, ring);
        if (nearer is not null)
            start += nearer.Match.Shift - Median(nearer.Neighbour, ring);
        return new Donor(neighbour, PatchMatch.Find(here, neighbour.Frame.Guide, ring, start, 2));
    }

    /// <summary>What the neighbour shows at (x, y) of the current frame, softly sampled, at the current frame's brightness.</summary>
    public int Look(int x, int y) =>
        Sampling.Bilinear(Neighbour.Frame.Guide, x * 16 + Match.Shift.U, y * 16 + Match.Shift.V) + Match.Lift;

    /// <summary>True where the place is inside the neighbour's picture.</summary>
    public bool Sees((int X, int Y) place)
    {
        var guide = Neighbour.Frame.Guide;
        var (u, v) = (place.X * 16 + Match.Shift.U, place.Y * 16 + Match.Shift.V);
        return u >= 0 && v >= 0 && u <= (guide.Width - 1) * 16 && v <= (guide.Height - 1) * 16;
    }

    /// <summary>What it shows there in any full-size plane, sharply sampled, for filling.</summary>
    public int Fill(Plane plane, int x, int y) =>
        Sampling.Sharp(plane, x * 16 + Match.Shift.U, y * 16 + Match.Shift.V) + Match.Lift;

    private static Displacement Median(Neighbour neighbour, ReadOnlySpan<(int X, int Y)> ring)
    {
        const int Most = 25;
        var every = Math.Max(1, (ring.Length + Most - 1) / Most);
        Span<int> u = stackalloc int[Most];
        Span<int> v = stackalloc int[Most];
        var count = 0;
        for (var i = 0; i < ring.Length; i += every)
        {
            var motion = neighbour.MotionAt(ring[i].X, ring[i].Y);
            (u[count], v[count++]) = (motion.U, motion.V);
        }
        if (count == 0)
            return default;
        u[..count].Sort();
        v[..count].Sort();
        return new Displacement(u[count / 2], v[count / 2]);
    }
}
