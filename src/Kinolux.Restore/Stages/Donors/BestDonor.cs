using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Chooses the frame to fill a given region from, or takes the one that a person chose.</summary>
internal static class BestDonor
{
    // A neighbour whose surroundings fit worse than this, in 16-bit levels, shows something else.
    private const int WorstMismatch = 16 * 257;

    // What differs less than this from what is there, in 16-bit levels, shows the same damage.
    private const int Alike = 2 * 257;

    /// <summary>The donor for a region that the machine found or a person edited.</summary>
    /// <param name="change">A person's <c>{"donor": -1}</c>: the frame to take it from, counted from the current one; null or 0 to choose.</param>
    /// <returns>Null where no neighbour fits.</returns>
    public static Donor? For(FrameWindow window, Neighbourhood around, RegionMask region, JsonObject? change, StageScope scope) =>
        Choose(window, around, region, change, scope, isWish: false);

    /// <summary>The donor for a region that a person marked: one that shows what is there already is no help, which in a still scene is every neighbour.</summary>
    /// <inheritdoc cref="For"/>
    public static Donor? ForWish(FrameWindow window, Neighbourhood around, RegionMask region, JsonObject? change, StageScope scope) =>
        Choose(window, around, region, change, scope, isWish: true);

    /// <summary>The frame that a person chose, counted from the current one; null where nobody did.</summary>
    public static int? Asked(JsonObject? change) => change?["donor"] is JsonValue value && value.TryGetValue(out int offset) && offset != 0 ? offset : null;

    /// <summary>The donor in the frame that a person chose; null where nobody did, or it is outside the shot or the stage's window.</summary>
    public static Donor? Chosen(FrameWindow window, RegionMask region, JsonObject? change, StageScope scope) =>
        Asked(change) is { } offset && Neighbourhood.At(window, offset, scope) is { } neighbour && Surroundings(window.Current.Guide, region) is var (_, shape, ring)
            ? Donor.Find(window.Current.Guide, neighbour, shape.Box, ring, null)
            : null;

    private static Donor? Choose(FrameWindow window, Neighbourhood around, RegionMask region, JsonObject? change, StageScope scope, bool isWish)
    {
        if (Chosen(window, region, change, scope) is { } chosen)
            return chosen;
        var current = window.Current.Guide;
        if (Surroundings(current, region) is not var (pixels, shape, ring))
            return null;
        Donor? best = null;
        foreach (var neighbour in around.All)
        {
            var donor = Donor.Find(current, neighbour, shape.Box, ring, null);
            if ((best is null || donor.Match.Error < best.Match.Error) && !(isWish && ShowsTheSame(current, donor, pixels)))
                best = donor;
        }
        return best is not null && best.Match.Error <= WorstMismatch ? best : null;
    }

    private static (List<int> Pixels, RegionShape Shape, (int X, int Y)[] Ring)? Surroundings(Plane current, RegionMask region)
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
        return (pixels, shape, shape.Places(2, RegionShape.Reach - 1, 400));
    }

    private static bool ShowsTheSame(Plane current, Donor donor, List<int> pixels)
    {
        var sum = 0L;
        foreach (var pixel in pixels)
        {
            var (y, x) = Math.DivRem(pixel, current.Width);
            sum += Math.Abs(current[x, y] - donor.Look(x, y));
        }
        return sum <= (long)Alike * pixels.Count;
    }
}
