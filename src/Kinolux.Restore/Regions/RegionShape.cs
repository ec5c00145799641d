using System.Numerics;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Regions;

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
        for (var y = 0; y < Box.Height; y++)
            for (var x = 0; x < Box.Width; x++)
                if (IsIn(x, y))
                    count++;
        var every = Math.Max(1, (count + most - 1) / most);
        var places = new (int, int)[(count + every - 1) / every];
        var seen = 0;
        for (var y = 0; y < Box.Height; y++)
            for (var x = 0; x < Box.Width; x++)
                if (IsIn(x, y) && seen++ % every == 0)
                    places[(seen - 1) / every] = (Box.X + x, Box.Y + y);
        return places;

        bool IsIn(int x, int y) => _distance[y * Box.Width + x] is var distance && distance >= near && distance <= far
            && (avoid is null || avoid[(Box.Y + y) * _pictureWidth + Box.X + x] == 0);
    }

    // The chessboard distance: along the rows first; then, over all rows within reach, the least of the larger of that and of how far the row is.
    private void Spread()
    {
        var across = (byte[])_distance.Clone();
        for (var y = 0; y < Box.Height; y++)
        {
            var row = across.AsSpan(y * Box.Width, Box.Width);
            for (var x = 1; x < row.Length; x++)
                row[x] = (byte)Math.Min(row[x], row[x - 1] + 1);
            for (var x = row.Length - 2; x >= 0; x--)
                row[x] = (byte)Math.Min(row[x], row[x + 1] + 1);
        }
        across.CopyTo(_distance, 0);
        for (var away = 1; away <= Math.Min(Reach, Box.Height - 1); away++)
        {
            var gap = away * Box.Width;
            Lower(_distance.AsSpan(gap), across.AsSpan(..^gap), (byte)away);
            Lower(_distance.AsSpan(..^gap), across.AsSpan(gap), (byte)away);
        }
    }

    private static void Lower(Span<byte> distance, ReadOnlySpan<byte> across, byte away)
    {
        var i = 0;
        for (; i <= distance.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            Vector.Min(new Vector<byte>(distance[i..]), Vector.Max(new Vector<byte>(across[i..]), new Vector<byte>(away))).CopyTo(distance[i..]);
        for (; i < distance.Length; i++)
            distance[i] = Math.Min(distance[i], Math.Max(across[i], away));
    }
}
