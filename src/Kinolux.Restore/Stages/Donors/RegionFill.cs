using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Repairs a region in every plane that is damaged there, with a soft edge of one sample.</summary>
internal static class RegionFill
{
    /// <summary>How far beyond a region a repair reaches, in luma samples: one sample of halved chroma, whose first may begin a luma sample before the region.</summary>
    public const int Rim = 3;

    // A colour plane counts as damaged where its mean difference to the donor passes this, in 16-bit levels.
    private const int ChromaDamage = 3 * 257;
    private const int SoftEdge = 96;

    /// <param name="source">The frame before any repair; what is put in comes from it alone, so the order of repairs does not matter.</param>
    /// <param name="donor">Null where no neighbour will do: then the region is filled from its own surroundings.</param>
    /// <param name="chroma">Whether to repair colour planes at all.</param>
    public static void Apply(Frame source, Frame target, RegionMask region, Donor? donor, double strength, bool chroma)
    {
        var scale = (int)Math.Round(strength * 256);
        for (var plane = 0; plane < source.Planes.Length; plane++)
        {
            var isChroma = plane > 0 && source.Format.HasChroma;
            if (isChroma && !chroma)
                continue;
            var shiftX = isChroma ? source.Format.ChromaShiftX : 0;
            var shiftY = isChroma ? source.Format.ChromaShiftY : 0;
            var shape = Shape(source.Planes[plane], region, shiftX, shiftY);
            if (shape is null)
                continue;
            var fill = donor is null
                ? SurroundFill.Make(source.Planes[plane], shape)
                : FromDonor(source.Planes[plane], donor, plane, shape, shiftX, shiftY);
            if (!isChroma || IsDamaged(source.Planes[plane], shape, fill))
                Blend(source.Planes[plane], target.Planes[plane], shape, fill, scale);
        }
    }

    private static RegionShape? Shape(Plane plane, RegionMask region, int shiftX, int shiftY)
    {
        var pixels = new List<int>();
        region.ForEachRun((y, first, end) =>
        {
            if (y < 0 || y >> shiftY >= plane.Height)
                return;
            for (var x = Math.Max(0, first) >> shiftX; x <= Math.Min(plane.Width - 1, end - 1 >> shiftX); x++)
                pixels.Add((y >> shiftY) * plane.Width + x);
        });
        return pixels.Count == 0 ? null : new RegionShape(plane.Width, plane.Height, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pixels));
    }

    // What belongs at every sample of the shape's box up to one sample around the region.
    private static int[] FromDonor(Plane source, Donor donor, int plane, RegionShape shape, int shiftX, int shiftY)
    {
        var from = donor.Neighbour.Frame.Planes[plane];
        var ring = shape.Places(3, RegionShape.Reach - 1, 128);
        var lift = 0L;
        foreach (var (x, y) in ring)
            lift += source[x, y] - Show(x, y);
        var offset = ring.Length == 0 ? 0 : (int)(lift / ring.Length);
        var box = shape.Box;
        var fill = new int[box.Area];
        for (var y = box.Y; y < box.Bottom; y++)
            for (var x = box.X; x < box.Right; x++)
                if (shape.DistanceAt(x, y) <= 1)
                    fill[(y - box.Y) * box.Width + x - box.X] = Math.Clamp(Show(x, y) + offset, 0, ushort.MaxValue);
        return fill;

        int Show(int x, int y)
        {
            var shift = donor.ShiftAt(x << shiftX, y << shiftY);
            return Sampling.Sharp(from, x * 16 + (shift.U >> shiftX), y * 16 + (shift.V >> shiftY));
        }
    }

    private static bool IsDamaged(Plane source, RegionShape shape, int[] fill)
    {
        long sum = 0, count = 0;
        for (var y = shape.Box.Y; y < shape.Box.Bottom; y++)
            for (var x = shape.Box.X; x < shape.Box.Right; x++)
                if (shape.DistanceAt(x, y) == 0)
                {
                    sum += Math.Abs(source[x, y] - fill[(y - shape.Box.Y) * shape.Box.Width + x - shape.Box.X]);
                    count++;
                }
        return sum > ChromaDamage * count;
    }

    private static void Blend(Plane source, Plane target, RegionShape shape, int[] fill, int scale)
    {
        for (var y = shape.Box.Y; y < shape.Box.Bottom; y++)
            for (var x = shape.Box.X; x < shape.Box.Right; x++)
            {
                var weight = shape.DistanceAt(x, y) switch { 0 => scale, 1 => scale * SoftEdge >> 8, _ => 0 };
                if (weight == 0)
                    continue;
                int value = source[x, y];
                var repaired = (ushort)(value + ((fill[(y - shape.Box.Y) * shape.Box.Width + x - shape.Box.X] - value) * weight + 128 >> 8));
                // Where two regions' soft edges meet, the stronger repair stays.
                if (Math.Abs(repaired - value) >= Math.Abs(target[x, y] - value))
                    target[x, y] = repaired;
            }
    }
}
