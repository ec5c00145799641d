using System.Numerics;

namespace Kinolux.Restore.Kernels;

/// <summary>Sum of absolute differences of two rows of one length, at most 65,536 samples.</summary>
internal static class AbsoluteDifference
{
    public static long Reference(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var sum = 0L;
        for (var x = 0; x < a.Length; x++)
            sum += Math.Abs(a[x] - b[x]);
        return sum;
    }

    public static long Run(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var (total, x) = (Vector<uint>.Zero, 0);
        for (; x <= a.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
        {
            var (p, q) = (new Vector<ushort>(a[x..]), new Vector<ushort>(b[x..]));
            Vector.Widen(Vector.Max(p, q) - Vector.Min(p, q), out var low, out var high);
            total += low + high;
        }
        var sum = Reference(a[x..], b[x..]);
        for (var i = 0; i < Vector<uint>.Count; i++)
            sum += total[i];
        return sum;
    }
}
