using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Moves, turns and zooms a plane with Lanczos's filter of three lobes at 1/256 of a sample, rows first, then columns
/// (E. Catmull and A. R. Smith, "3-D Transformations of Images in Scanline Order", 1980). No motion gives the very samples. For one thread at a time; the work inside is split over rows.
/// </summary>
public sealed class Resampler(RowRunner rows)
{
    private const double Unit = 1 << 20;
    private readonly Dictionary<(int Width, int Height), Plane> _between = [];

    /// <summary>Writes the source moved by <paramref name="motion"/>: what is at (x, y) in the source is at (x, y) + motion in the result. Beyond the picture its edge repeats.</summary>
    /// <param name="motion">In luma samples about the picture's centre; its confidence is not read. Meant for less than a quarter turn by far, and shifts below 500 samples.</param>
    /// <param name="shiftX">By how many powers of two the plane is narrower than the picture: 0, or 1 for subsampled chroma.</param>
    /// <param name="shiftY">By how many it is lower.</param>
    /// <param name="result">Of the source's size, and another plane.</param>
    /// <returns>What of the result is beyond the picture.</returns>
    public Beyond Run(Plane source, GlobalMotion motion, int shiftX, int shiftY, Plane result)
    {
        if (result.Width != source.Width || result.Height != source.Height || ReferenceEquals(result, source))
            throw new ArgumentException("The result must be another plane of the same size.", nameof(result));
        var map = Inverse(motion, shiftX, shiftY);
        var (cx, cy) = ((source.Width - 1) / 2.0, (source.Height - 1) / 2.0);
        if (!_between.TryGetValue((source.Width, source.Height), out var between))
            _between.Add((source.Width, source.Height), between = new Plane(source.Width, source.Height));

        // Result (x, y) is source (x + Ax + Bxx·dx + Bxy·dy, y + Ay + Byx·dx + Byy·dy). The row pass makes between(x, v), v a source row,
        // so it asks for dy where y lands on v: dy = (dv - Ay - Byx·dx) / (1 + Byy).
        var turn = map.Xy / (1 + map.Yy);
        rows.Run(source.Height, (top, end) =>
        {
            var padded = new ushort[source.Width + 2 * LanczosRow.Pad];
            for (var v = top; v < end; v++)
            {
                var start = map.X - cx * map.Xx + turn * (v - cy - map.Y + cx * map.Yx);
                LanczosRow.Run(Padded(source.Row(v), padded), Fixed(start), Fixed(map.Xx - turn * map.Yx), between.Row(v));
            }
        });
        rows.Run(source.Height, (top, end) =>
        {
            for (var y = top; y < end; y++)
                LanczosColumns.Run(between, y, Fixed(map.Y - cx * map.Yx + (y - cy) * map.Yy), Fixed(map.Yx), result.Row(y));
        });
        return Outside(map, cx, cy);
    }

    private static ReadOnlySpan<ushort> Padded(ReadOnlySpan<ushort> row, ushort[] padded)
    {
        row.CopyTo(padded.AsSpan(LanczosRow.Pad));
        padded.AsSpan(0, LanczosRow.Pad).Fill(row[0]);
        padded.AsSpan(LanczosRow.Pad + row.Length).Fill(row[^1]);
        return padded;
    }

    /// <summary>Where a sample of the moved plane comes from, less its own place.</summary>
    private static Map Inverse(GlobalMotion motion, int shiftX, int shiftY)
    {
        var (a, b) = (1.0 + motion.Zoom, (double)motion.Rotation);
        var scale = 1 / (a * a + b * b);
        var (c, s) = (a * scale, b * scale);
        var x = -(c * motion.X + s * motion.Y);
        var y = -(c * motion.Y - s * motion.X);
        var wide = Math.ScaleB(1, shiftY - shiftX);
        return new Map(Math.ScaleB(x, -shiftX), Math.ScaleB(y, -shiftY), c - 1, s * wide, -s / wide, c - 1);
    }

    private static Beyond Outside(Map map, double cx, double cy)
    {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (dx, dy) in (ReadOnlySpan<(double, double)>)[(-cx, -cy), (cx, -cy), (-cx, cy), (cx, cy)])
        {
            var (u, v) = (map.X + map.Xx * dx + map.Xy * dy, map.Y + map.Yx * dx + map.Yy * dy);
            (left, right) = dx < 0 ? (Math.Max(left, -u), right) : (left, Math.Max(right, u));
            (top, bottom) = dy < 0 ? (Math.Max(top, -v), bottom) : (top, Math.Max(bottom, v));
        }
        // A 512th of a sample is what places are rounded by.
        static int Whole(double side) => (int)Math.Ceiling(side - 1.0 / 512);
        return new Beyond(Whole(left), Whole(top), Whole(right), Whole(bottom));
    }

    private static int Fixed(double samples) => (int)Math.Round(Math.Clamp(samples, -512, 512) * Unit);

    private readonly record struct Map(double X, double Y, double Xx, double Xy, double Yx, double Yy);
}
