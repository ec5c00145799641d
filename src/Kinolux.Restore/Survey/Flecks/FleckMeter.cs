using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Survey.Flecks;

/// <summary>
/// Counts what is in one frame only on the still parts of the picture, where dirt can be told from motion without following any: how dirty a film is decides what its doubtful spots are.
/// The whole picture's motion is taken out in whole samples; frames that repeat the one before, as far as a codec lets them, are stepped over.
/// </summary>
internal sealed class FleckMeter(RowRunner rows) : IDisposable
{
    private const int Level = 257;

    // No grid cell of a repeat differs by more on average.
    private const float Repeat = 3.5f * Level;

    // The share of the picture that a fleck may cover; in a small one, so many samples.
    private const int LargestShare = 500;
    private const int Large = 64;
    private const int Ring = 64;

    private Frame? _older;
    private Frame? _middle;
    private GlobalMotion _motion;
    private Buffers? _buffers;

    /// <summary>The flecks of the frame before, where that and the one before it are there and none repeats another.</summary>
    /// <param name="motion">Since the frame before.</param>
    /// <param name="blockDifference">As the survey has it.</param>
    /// <param name="noise">The finest grain's deviation, in 16-bit levels.</param>
    /// <returns>The flecks, and the deviation of all that changes on still ground, in 16-bit levels: grain of any coarseness; 0 where it cannot be told.</returns>
    public (FleckCensus? Census, float Unrest) Add(Frame frame, GlobalMotion motion, float blockDifference, float noise)
    {
        if (_middle is not null && blockDifference < Repeat)
            return (null, 0);
        (FleckCensus?, float) found = (null, 0);
        if (_older is not null && _middle is not null)
            found = Take(_older.Guide, _middle.Guide, frame.Guide, motion, noise);
        _older?.Dispose();
        (_older, _middle, _motion) = (_middle, frame.Share(), motion);
        return found;
    }

    public void Dispose()
    {
        _older?.Dispose();
        _middle?.Dispose();
    }

    private (FleckCensus?, float) Take(Plane older, Plane middle, Plane newer, GlobalMotion motion, float noise)
    {
        if (older.Width != middle.Width || older.Height != middle.Height || newer.Width != middle.Width || newer.Height != middle.Height)
            return (null, 0);
        if (_buffers?.Before.Width != middle.Width || _buffers.Before.Height != middle.Height)
            _buffers = new Buffers(middle.Width, middle.Height);
        var (before, after, spikes, finder) = (_buffers.Before, _buffers.After, _buffers.Spikes, _buffers.Finder);
        Still.Bring(older, middle, _motion, -1, before, rows);
        Still.Bring(newer, middle, motion, 1, after, rows);
        var unrest = Still.Unrest(middle, after);
        var sigma = Math.Max(noise, NoiseMeter.MeasurePair(middle, after, rows)?.Mean ?? 0);
        // Coarse grain, which small blocks see little of, makes spots of its own.
        var least = 12 * Level + Math.Max(3 * sigma, 4 * unrest - 6 * Level);
        SpikeKernel.Run(middle, before, after, spikes, rows);
        var (specks, marks) = finder.Find(middle, before, after, spikes, (int)least, (int)(6 * Level + 2 * sigma), Math.Clamp(middle.Width * middle.Height / LargestShare, Large, ushort.MaxValue));
        var flecks = new (Fleck Fleck, float Contrast)?[specks.Count];
        rows.Run(specks.Count, (first, end) =>
        {
            for (var i = first; i < end; i++)
                flecks[i] = Look(specks[i], middle, before, after, marks, sigma);
        });
        var strongest = flecks.OfType<(Fleck Fleck, float Contrast)>().OrderByDescending(fleck => fleck.Contrast).Take(FleckCensus.Most).Select(fleck => fleck.Fleck);
        return (new FleckCensus(Still.Shares(middle, before, after, 3 * Level + 2 * sigma), [.. strongest]), unrest);
    }

    // Null where the ground is not still, or too little of it is seen.
    private static (Fleck, float)? Look(Speck speck, Plane middle, Plane before, Plane after, byte[] marks, float sigma)
    {
        if (speck.Pixels.Length < 2)
            return null;
        var shape = new RegionShape(middle.Width, middle.Height, speck.Pixels);
        var ring = shape.Places(3, 4, Ring, marks);
        if (ring.Length < 8 || !IsInside(shape, middle))
            return null;
        Span<int> one = stackalloc int[ring.Length];
        Span<int> two = stackalloc int[ring.Length];
        for (var i = 0; i < ring.Length; i++)
        {
            int value = middle[ring[i].X, ring[i].Y];
            (one[i], two[i]) = (value - before[ring[i].X, ring[i].Y], value - after[ring[i].X, ring[i].Y]);
        }
        Span<int> sorted = stackalloc int[ring.Length];
        one.CopyTo(sorted);
        var liftBefore = Selection.Nth(sorted, sorted.Length / 2);
        two.CopyTo(sorted);
        var liftAfter = Selection.Nth(sorted, sorted.Length / 2);
        float restless = 0, contrast = 0, between = 0;
        for (var i = 0; i < ring.Length; i++)
            restless += Math.Max(Math.Abs(one[i] - liftBefore), Math.Abs(two[i] - liftAfter));
        foreach (var pixel in speck.Pixels)
        {
            var (y, x) = Math.DivRem(pixel, middle.Width);
            var (a, b) = (before[x, y] + liftBefore, after[x, y] + liftAfter);
            contrast += speck.Sign * (middle[x, y] - (a + b) / 2f);
            between += Math.Abs(a - b);
        }
        (restless, contrast, between) = (restless / ring.Length, contrast / speck.Pixels.Length, between / speck.Pixels.Length);
        if (restless > Math.Max(2.5f * Level + 1.5f * sigma, contrast / 10) || between > Math.Max(3 * Level + 2 * sigma, contrast / 5))
            return null;
        var (cos, sin) = Axis(speck.Pixels, middle.Width);
        return (new Fleck((ushort)speck.X, (ushort)speck.Y, (ushort)speck.Pixels.Length, (byte)(speck.Tone / Level), speck.Sign > 0, cos, sin), contrast);
    }

    // At the edge its ring is cut off, and what motion brought in is not known.
    private static bool IsInside(RegionShape shape, Plane picture) => shape.Box is { X: > 0, Y: > 0 } && shape.Box.Right < picture.Width && shape.Box.Bottom < picture.Height;

    // From the second moments; a sample is a square and not a point.
    private static (sbyte Cos, sbyte Sin) Axis(int[] pixels, int width)
    {
        double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        foreach (var pixel in pixels)
        {
            var (v, u) = Math.DivRem(pixel, width);
            (x, y, xx, yy, xy) = (x + u, y + v, xx + (double)u * u, yy + (double)v * v, xy + (double)u * v);
        }
        var n = pixels.Length;
        var (a, b, c) = (xx / n - x / n * (x / n) + 1 / 12.0, yy / n - y / n * (y / n) + 1 / 12.0, xy / n - x / n * (y / n));
        var spread = Math.Sqrt((a - b) * (a - b) + 4 * c * c);
        return a + b + spread > 4 * (a + b - spread) ? ((sbyte)Math.Round(127 * (a - b) / spread), (sbyte)Math.Round(127 * 2 * c / spread)) : default;
    }

    private sealed record Buffers(Plane Before, Plane After, short[] Spikes, SpeckFinder Finder)
    {
        public Buffers(int width, int height) : this(new Plane(width, height), new Plane(width, height), [], new SpeckFinder(width, height)) => Spikes = new short[Before.Stride * height];
    }
}
