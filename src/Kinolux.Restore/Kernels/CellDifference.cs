using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Kernels;

/// <summary>Mean absolute difference of two planes over one row of step × step cells, in 16-bit levels, rounded down; cells at the right and bottom edge have fewer samples.</summary>
internal static class CellDifference
{
    public static void Reference(Plane a, Plane b, int step, int row, Span<int> means, int from = 0)
    {
        var (top, end) = (row * step, Math.Min(a.Height, row * step + step));
        for (var i = from; i < means.Length; i++)
        {
            var (left, right) = (i * step, Math.Min(a.Width, i * step + step));
            var sum = 0;
            for (var y = top; y < end; y++)
            {
                for (var x = left; x < right; x++)
                    sum += Math.Abs(a[x, y] - b[x, y]);
            }
            means[i] = sum / ((end - top) * (right - left));
        }
    }

    public static void Run(Plane a, Plane b, int step, int row, Span<int> means)
    {
        var done = 0;
        var (top, end) = (row * step, Math.Min(a.Height, row * step + step));
        if (Avx2.IsSupported && step == 4 && end - top == 4)
        {
            // Sixteen samples are four cells; differences of 16 bits stay in 16, four of them need 32.
            for (; (done + 4) * 4 <= a.Width; done += 4)
            {
                var (low, high) = (Vector256<uint>.Zero, Vector256<uint>.Zero);
                for (var y = top; y < end; y++)
                {
                    var (p, q) = (Vector256.Create(a.Row(y)[(done * 4)..]), Vector256.Create(b.Row(y)[(done * 4)..]));
                    var (l, h) = Vector256.Widen(Vector256.Max(p, q) - Vector256.Min(p, q));
                    low += l;
                    high += h;
                }
                var pairs = Avx2.HorizontalAdd(low.AsInt32(), high.AsInt32());
                var sums = Avx2.HorizontalAdd(pairs, pairs);
                // Lanes hold cells (0, 2 | 1, 3).
                means[done] = sums[0] >> 4;
                means[done + 1] = sums[4] >> 4;
                means[done + 2] = sums[1] >> 4;
                means[done + 3] = sums[5] >> 4;
            }
        }
        Reference(a, b, step, row, means, done);
    }
}
