using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>A guide plane at halving sizes, from <see cref="Finest"/> (0 is full size) up to a few patches across. Levels finer than Finest are not kept.</summary>
public sealed class MotionPyramid
{
    private readonly MotionLevel?[] _levels;

    /// <param name="width">Of the guide plane.</param>
    /// <param name="finest">The finest level that is kept: 0 or 1.</param>
    /// <param name="atLeast">A level that must be there however small.</param>
    internal MotionPyramid(int width, int height, int finest, int atLeast)
    {
        Width = width;
        Height = height;
        Finest = finest;
        var count = Math.Max(finest, atLeast) + 1;
        while (Math.Min(Side(width, count), Side(height, count)) >= 12)
            count++;
        _levels = new MotionLevel?[count];
        for (var i = finest; i < count; i++)
            _levels[i] = new MotionLevel(Side(width, i), Side(height, i));
    }

    /// <summary>A pyramid for <see cref="GlobalMotionEstimator"/>; pictures of high definition start at half size. Fill it with <see cref="Build(Plane)"/>, again and again if you like.</summary>
    public MotionPyramid(int width, int height)
        : this(width, height, (long)width * height > 800_000 ? 1 : 0, 0)
    {
    }

    public int Width { get; }

    public int Height { get; }

    internal int Finest { get; }

    internal int Coarsest => _levels.Length - 1;

    internal MotionLevel this[int level] => _levels[level] ?? throw new ArgumentOutOfRangeException(nameof(level));

    /// <summary>Fills the levels from a plane.</summary>
    /// <exception cref="ArgumentException">The plane is not of the pyramid's size.</exception>
    public void Build(Plane guide) => Build(guide, RowRunner.Serial);

    /// <inheritdoc cref="Build(Plane)"/>
    public void Build(Plane guide, RowRunner rows)
    {
        if (guide.Width != Width || guide.Height != Height)
            throw new ArgumentException("The plane is not of the pyramid's size.", nameof(guide));
        var finest = this[Finest];
        rows.Run(finest.Height, (top, end) =>
        {
            for (var y = top; y < end; y++)
                BlockMean.Run(guide, 1 << Finest, y, finest.Grey.AsSpan(finest.At(0, y), finest.Width));
        });
        finest.Finish(rows);
        for (var i = Finest + 1; i < _levels.Length; i++)
        {
            var (fine, coarse) = (this[i - 1], this[i]);
            rows.Run(coarse.Height, (top, end) => Halve(fine, coarse, top, end));
            coarse.Finish(rows);
        }
    }

    private static void Halve(MotionLevel fine, MotionLevel coarse, int top, int end)
    {
        // The padding makes odd sides even: it repeats the last sample.
        for (var y = top; y < end; y++)
        {
            var upper = fine.Grey.AsSpan(fine.At(0, 2 * y), 2 * coarse.Width);
            var lower = fine.Grey.AsSpan(fine.At(0, 2 * y + 1), 2 * coarse.Width);
            HalveRow.Run(upper, lower, coarse.Grey.AsSpan(coarse.At(0, y), coarse.Width));
        }
    }

    private static int Side(int full, int level) => (full + (1 << level) - 1) >> level;
}
