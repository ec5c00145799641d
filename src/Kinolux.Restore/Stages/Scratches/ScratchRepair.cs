using System.Runtime.InteropServices;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// Repairs a line piece by piece: from a neighbour where one shows the same place unscratched, else by taking the scratch's own profile away; never beyond its <see cref="LineFlanks"/>.
/// </summary>
internal static class ScratchRepair
{
    private const int Piece = 16;

    /// <summary>The samples that a line visibly changes.</summary>
    /// <param name="least">In 16-bit levels.</param>
    public static List<int> Mask(Plane plane, ScratchProfile profile, float least)
    {
        var mask = new List<int>();
        for (var y = profile.First; y < profile.End; y++)
            for (var x = Math.Max(0, profile.X(y) - profile.Reach); x <= Math.Min(plane.Width - 1, profile.X(y) + profile.Reach); x++)
                if (Math.Abs(profile.At(x, y, plane[x, y])) >= least)
                    mask.Add(y * plane.Width + x);
        return mask;
    }

    public static void Apply(Frame source, Frame target, RegionMask region, ScratchProfile profile, Neighbourhood around, double strength)
    {
        var flanks = new LineFlanks(profile);
        for (var top = profile.First; top < profile.End; top += Piece)
        {
            var (first, end) = (top, Math.Min(profile.End, top + Piece));
            if (Cut(region, first, end) is not { } piece)
                continue;
            // One sample around the piece goes along.
            var rim = new Box(piece.Box.X - 1, piece.Box.Y - 1, piece.Box.Width + 2, piece.Box.Height + 2).Intersect(new Box(0, 0, source.Format.Width, source.Format.Height)) ?? piece.Box;
            var earlier = Array.ConvertAll(Lit(target), plane => Copy(plane, rim));
            if (Find(source.Guide, piece, profile, around) is { } donor)
                RegionFill.Apply(source, target, piece, donor, strength, chroma: true);
            else
                TakeAway(source, target, piece, profile, strength);
            for (var plane = 0; plane < earlier.Length; plane++)
                flanks.Hold(source.Planes[plane], target.Planes[plane], rim, earlier[plane]);
        }
    }

    // The planes that hold light; colour differences have no flanks' level.
    private static Plane[] Lit(Frame frame) => frame.Format.HasChroma ? frame.Planes[..1] : frame.Planes;

    private static ushort[] Copy(Plane plane, Box box)
    {
        var copy = new ushort[box.Area];
        for (var y = box.Y; y < box.Bottom; y++)
            plane.Row(y).Slice(box.X, box.Width).CopyTo(copy.AsSpan((y - box.Y) * box.Width));
        return copy;
    }

    private static RegionMask? Cut(RegionMask region, int first, int end)
    {
        var box = region.Box.Intersect(new Box(region.Box.X, first, region.Box.Width, end - first));
        if (box is not { } cut)
            return null;
        var inside = new bool[cut.Area];
        var any = false;
        region.ForEachRun((y, left, right) =>
        {
            if (y < cut.Y || y >= cut.Bottom)
                return;
            any = true;
            inside.AsSpan((y - cut.Y) * cut.Width + left - cut.X, right - left).Fill(true);
        });
        return any ? RegionMask.From(cut, inside) : null;
    }

    // The neighbour that fits best, if it beats what taking the profile away would leave: the scene's own texture, as far as the scratch hid it.
    private static Donor? Find(Plane current, RegionMask piece, ScratchProfile profile, Neighbourhood around)
    {
        var pixels = new List<int>();
        piece.ForEachRun((y, left, right) =>
        {
            for (var x = left; x < right; x++)
                pixels.Add(y * current.Width + x);
        });
        var shape = new RegionShape(current.Width, current.Height, CollectionsMarshal.AsSpan(pixels));
        var ring = shape.Places(2, RegionShape.Reach - 1, 160);
        var contrast = 0f;
        foreach (var pixel in pixels)
            contrast += Math.Abs(profile.At(pixel % current.Width, pixel / current.Width, current[pixel % current.Width, pixel / current.Width]));
        contrast /= pixels.Count;
        var least = 257 + Texture(current, ring) * Math.Min(1, contrast / 25000);
        Donor? best = null;
        foreach (var neighbour in around.All)
        {
            var donor = Donor.Find(current, neighbour, shape.Box, ring, null);
            var cost = donor.Match.Error + Amiss(current, donor, profile, pixels);
            if (cost < least)
                (best, least) = (donor, cost);
        }
        return best;
    }

    private static float Texture(Plane plane, (int X, int Y)[] ring)
    {
        var sum = 0f;
        foreach (var (x, y) in ring)
            sum += Math.Abs(2 * plane[x, y] - plane[Math.Max(0, x - 2), y] - plane[Math.Min(plane.Width - 1, x + 2), y]) / 2f;
        return ring.Length == 0 ? 0 : sum / ring.Length;
    }

    // How far the donor is from lifting just the line away: it may be scratched in the same place, or show something else.
    private static float Amiss(Plane current, Donor donor, ScratchProfile profile, List<int> pixels)
    {
        var sum = 0f;
        foreach (var pixel in pixels)
        {
            var (y, x) = Math.DivRem(pixel, current.Width);
            sum += current[x, y] - donor.Look(x, y) - profile.At(x, y, current[x, y]);
        }
        return Math.Abs(sum) / pixels.Count;
    }

    // One sample around the region goes along: the line's faint flanks.
    private static void TakeAway(Frame source, Frame target, RegionMask region, ScratchProfile profile, double strength)
    {
        var planes = Lit(source).Length;
        region.ForEachRun((y, first, end) =>
        {
            for (var plane = 0; plane < planes; plane++)
                for (var x = Math.Max(0, first - 1); x < Math.Min(source.Planes[plane].Width, end + 1); x++)
                {
                    int was = source.Planes[plane][x, y];
                    var value = Math.Clamp(was - (int)MathF.Round(profile.At(x, y, was) * (float)strength), 0, ushort.MaxValue);
                    // Where two lines meet, the stronger repair stays.
                    if (Math.Abs(value - was) >= Math.Abs(target.Planes[plane][x, y] - was))
                        target.Planes[plane][x, y] = (ushort)value;
                }
        });
    }
}
