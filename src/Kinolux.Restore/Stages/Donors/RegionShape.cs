using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>A region with the chessboard distance from it of every sample around, up to <see cref="Reach"/> samples away.</summary>
internal sealed class RegionShape
{
    /// <summary>How far around the region distances are known.</summary>
    public const int Reach = 7;

    private readonly byte[] _distance;
    private readonly int _pictureWidth;

    /// <param name="width">Of the picture.</param>
    /// <param name="pixels">Indices y · width + x of the region's samples.</param>
    public RegionShape(int width, int height, ReadOnlySpan<int> pixels)
    {
        _pictureWidth = width;
        int left = width, top = height, right = 0, bottom = 0;
        foreach (var pixel in pixels)
        {
            var (y, x) = Math.DivRem(pixel, width);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }
        left = Math.Max(0, left - Reach);
        top = Math.Max(0, top - Reach);
        Box = new Box(left, top, Math.Min(width, right + Reach + 1) - left, Math.Min(height, bottom + Reach + 1) - top);
        _distance = new byte[Box.Area];
        Array.Fill(_distance, (byte)(Reach + 1));
        foreach (var pixel in pixels)
            _distance[(pixel / width - top) * Box.Width + pixel % width - left] = 0;
        Spread();
    }

    /// <summary>The region's own box, grown by <see cref="Reach"/> and cut at the picture's edge.</summary>
    public Box Box { get; }

    /// <summary>0 inside the region; <see cref="Reach"/> + 1 for anything farther.</summary>
    public int DistanceAt(int x, int y) => _distance[(y - Box.Y) * Box.Width + x - Box.X];

    /// <summary>Places (x, y) at a distance from <paramref name="near"/> to <paramref name="far"/>, thinned evenly to at most <paramref name="most"/>.</summary>
    /// <param name="avoid">1 for samples of the whole picture (row by row) that must not be among them; empty for none.</param>
    public (int X, int Y)[] Places(int near, int far, int most, byte[]? avoid = null)
    {
        var count = 0;
        for (var i = 0; i < _distance.Length; i++)
            if (IsIn(i))
                count++;
        var every = Math.Max(1, (count + most - 1) / most);
        var places = new (int, int)[(count + every - 1) / every];
        var seen = 0;
        for (var i = 0; i < _distance.Length; i++)
            if (IsIn(i) && seen++ % every == 0)
                places[(seen - 1) / every] = (Box.X + i % Box.Width, Box.Y + i / Box.Width);
        return places;

        bool IsIn(int i) => _distance[i] >= near && _distance[i] <= far
            && (avoid is null || avoid[(Box.Y + i / Box.Width) * _pictureWidth + Box.X + i % Box.Width] == 0);
    }

    // Two sweeps give the exact chessboard distance: Rosenfeld, Pfaltz, "Sequential operations in digital picture processing", 1966.
    private void Spread()
    {
        var (width, height) = (Box.Width, Box.Height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                Lower(x, y, -1);
        for (var y = height - 1; y >= 0; y--)
            for (var x = width - 1; x >= 0; x--)
                Lower(x, y, 1);

        void Lower(int x, int y, int step)
        {
            int best = _distance[y * width + x];
            if (best == 0)
                return;
            if (x + step >= 0 && x + step < width)
                best = Math.Min(best, _distance[y * width + x + step] + 1);
            if (y + step >= 0 && y + step < height)
                for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                    best = Math.Min(best, _distance[(y + step) * width + u] + 1);
            _distance[y * width + x] = (byte)best;
        }
    }
}
