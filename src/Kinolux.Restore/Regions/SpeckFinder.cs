using System.Numerics;
using Kinolux.Core.Frames;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Regions;

/// <summary>
/// Gathers candidates with hysteresis: a seed is a spike above the high threshold; from it a speck grows over all samples that differ
/// from both neighbours (not from their whole 3 × 3 range) by the low threshold in the same direction.
/// </summary>
internal sealed class SpeckFinder(int width, int height)
{
    private readonly List<int> _grown = [];
    private byte[] _seen = [];

    /// <param name="high">16-bit levels a seed must lie outside the neighbours' range.</param>
    /// <param name="low">16-bit levels all else must differ from both neighbours.</param>
    /// <param name="most">Candidates of more samples than this are dropped.</param>
    /// <returns>The candidates, and 1 for every sample (width × height) that is part of one.</returns>
    public (List<Speck> Specks, byte[] Marks) Find(Plane current, Plane before, Plane after, short[] spikes, int high, int low, int most)
    {
        var specks = new List<Speck>();
        _seen = new byte[width * height];
        var threshold = (short)Math.Min(short.MaxValue, high >> 1);
        for (var y = 0; y < height; y++)
        {
            var row = spikes.AsSpan(y * current.Stride, width);
            for (var x = NextSeed(row, 0, threshold); x < width; x = NextSeed(row, x + 1, threshold))
                if (_seen[y * width + x] == 0 && Grow(current, before, after, spikes, x, y, Math.Sign(row[x]), low, most) is { } speck)
                    specks.Add(speck);
        }
        return (specks, _seen);
    }

    private static int NextSeed(ReadOnlySpan<short> row, int x, short threshold)
    {
        var n = Vector<short>.Count;
        var limit = new Vector<short>(threshold);
        while (x <= row.Length - n)
        {
            var value = new Vector<short>(row[x..]);
            if (Vector.GreaterThanAny(value, limit) || Vector.LessThanAny(value, -limit))
                break;
            x += n;
        }
        while (x < row.Length && Math.Abs((int)row[x]) <= threshold)
            x++;
        return x;
    }

    private Speck? Grow(Plane current, Plane before, Plane after, short[] spikes, int seedX, int seedY, int sign, int low, int most)
    {
        _grown.Clear();
        _grown.Add(seedY * width + seedX);
        _seen[seedY * width + seedX] = 1;
        int left = seedX, right = seedX, top = seedY, bottom = seedY, peak = 0;
        var tone = 0L;
        for (var next = 0; next < _grown.Count; next++)
        {
            var (y, x) = Math.DivRem(_grown[next], width);
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            tone += current.Data[y * current.Stride + x];
            peak = Math.Max(peak, sign * spikes[y * current.Stride + x] * 2);
            for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
                for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                {
                    var index = v * width + u;
                    if (_seen[index] != 0)
                        continue;
                    var at = v * current.Stride + u;
                    int value = current.Data[at];
                    if (sign * (value - before.Data[at]) <= low || sign * (value - after.Data[at]) <= low)
                        continue;
                    _seen[index] = 1;
                    _grown.Add(index);
                }
        }
        return _grown.Count <= most ? new Speck([.. _grown], sign, peak, (left + right) / 2, (top + bottom) / 2, (int)(tone / _grown.Count)) : null;
    }
}
