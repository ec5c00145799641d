using System.Numerics;

namespace Kinolux.Restore.Kernels;

/// <summary>Does to one row what was done to another: what that gained, this gains; rows of one length. What goes beyond black or white stays there.</summary>
internal static class SameChange
{
    public static void Reference(ReadOnlySpan<ushort> from, ReadOnlySpan<ushort> to, ReadOnlySpan<ushort> row, Span<ushort> target)
    {
        for (var x = 0; x < target.Length; x++)
            target[x] = (ushort)Math.Clamp(row[x] + to[x] - from[x], 0, ushort.MaxValue);
    }

    public static void Run(ReadOnlySpan<ushort> from, ReadOnlySpan<ushort> to, ReadOnlySpan<ushort> row, Span<ushort> target)
    {
        var (x, white) = (0, new Vector<int>(ushort.MaxValue));
        for (; x <= target.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(from[x..]), out var from0, out var from1);
            Vector.Widen(new Vector<ushort>(to[x..]), out var to0, out var to1);
            Vector.Widen(new Vector<ushort>(row[x..]), out var row0, out var row1);
            var low = Vector.Min(Vector.Max((row0 + to0 - from0).As<uint, int>(), Vector<int>.Zero), white);
            var high = Vector.Min(Vector.Max((row1 + to1 - from1).As<uint, int>(), Vector<int>.Zero), white);
            Vector.Narrow(low.As<int, uint>(), high.As<int, uint>()).CopyTo(target[x..]);
        }
        Reference(from[x..], to[x..], row[x..], target[x..]);
    }
}
