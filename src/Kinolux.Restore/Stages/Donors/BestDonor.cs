using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Chooses the neighbour to fill a given region from.</summary>
internal static class BestDonor
{
    // A neighbour whose surroundings fit worse than this, in 16-bit levels, shows something else.
    private const int WorstMismatch = 16 * 257;

    /// <param name="change">A person's <c>{"donor": -1}</c>: the frame to take it from, counted from the current one; null or 0 to choose.</param>
    /// <returns>Null where no neighbour fits.</returns>
    public static Donor? For(Plane current, Neighbourhood around, RegionMask region, JsonObject? change = null)
    {
        var pixels = new List<int>();
        region.ForEachRun((y, first, end) =>
        {
            if (y >= 0 && y < current.Height)
                for (var x = Math.Max(0, first); x < Math.Min(current.Width, end); x++)
                    pixels.Add(y * current.Width + x);
        });
        if (pixels.Count == 0)
            return null;
        var shape = new RegionShape(current.Width, current.Height, CollectionsMarshal.AsSpan(pixels));
        var ring = shape.Places(2, RegionShape.Reach - 1, 400);
        var asked = change?["donor"] is JsonValue value && value.TryGetValue(out int offset) ? offset : 0;
        Donor? best = null;
        foreach (var neighbour in around.All)
        {
            if (asked != 0 && neighbour.Offset != asked)
                continue;
            var donor = Donor.Find(current, neighbour, shape.Box, ring, null);
            if (best is null || donor.Match.Error < best.Match.Error)
                best = donor;
        }
        return best is not null && (asked != 0 || best.Match.Error <= WorstMismatch) ? best : null;
    }
}
