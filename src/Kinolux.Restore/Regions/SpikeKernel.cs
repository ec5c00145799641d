using System.Numerics;
using System.Runtime.InteropServices;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Regions;

/// <summary>
/// How far each sample is outside the range of the 3 × 3 samples around its place in two motion-compensated neighbours, as half levels of 16 bit: positive above, negative below, 0 inside.
/// The simplified rank order detector: Biemond, van Roosmalen, Lagendijk, "Improved blotch detection by postprocessing", 1999; the 3 × 3 range makes it bear motion errors of a sample.
/// </summary>
internal static class SpikeKernel
{
    /// <summary>The obvious way; what <see cref="Run"/> must equal.</summary>
    public static void Reference(Plane current, Plane before, Plane after, short[] spikes)
    {
        for (var y = 0; y < current.Height; y++)
            for (var x = 0; x < current.Width; x++)
            {
                int low = ushort.MaxValue, high = 0;
                for (var v = Math.Max(0, y - 1); v <= Math.Min(current.Height - 1, y + 1); v++)
                    for (var u = Math.Max(0, x - 1); u <= Math.Min(current.Width - 1, x + 1); u++)
                    {
                        low = Math.Min(low, Math.Min(before[u, v], after[u, v]));
                        high = Math.Max(high, Math.Max(before[u, v], after[u, v]));
                    }
                int value = current[x, y];
                spikes[y * current.Stride + x] = (short)((Math.Max(value, high) - high >> 1) - (low - Math.Min(value, low) >> 1));
            }
    }

    /// <param name="spikes">Stride × height of <paramref name="current"/>; what is between width and stride is undefined.</param>
    public static void Run(Plane current, Plane before, Plane after, short[] spikes, RowRunner rows) =>
        rows.Run(current.Height, (first, end) =>
        {
            var width = current.Width;
            // One sample of margin on both sides spares the row loop its edge cases.
            Span<ushort> low = new ushort[width + 2 + Vector<ushort>.Count];
            Span<ushort> high = new ushort[width + 2 + Vector<ushort>.Count];
            for (var y = first; y < end; y++)
            {
                var up = Math.Max(0, y - 1);
                var down = Math.Min(current.Height - 1, y + 1);
                Columns(before.Row(up), before.Row(y), before.Row(down), after.Row(up), after.Row(y), after.Row(down), low[1..], high[1..]);
                (low[0], high[0]) = (low[1], high[1]);
                (low[width + 1], high[width + 1]) = (low[width], high[width]);
                Row(current.Row(y), low, high, spikes.AsSpan(y * current.Stride, width));
            }
        });

    private static void Columns(
        ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b, ReadOnlySpan<ushort> c,
        ReadOnlySpan<ushort> d, ReadOnlySpan<ushort> e, ReadOnlySpan<ushort> f, Span<ushort> low, Span<ushort> high)
    {
        var n = Vector<ushort>.Count;
        var x = 0;
        for (; x <= a.Length - n; x += n)
        {
            var (va, vb, vc) = (Load(a, x), Load(b, x), Load(c, x));
            var (vd, ve, vf) = (Load(d, x), Load(e, x), Load(f, x));
            Vector.Min(Vector.Min(Vector.Min(va, vb), Vector.Min(vc, vd)), Vector.Min(ve, vf)).CopyTo(low[x..]);
            Vector.Max(Vector.Max(Vector.Max(va, vb), Vector.Max(vc, vd)), Vector.Max(ve, vf)).CopyTo(high[x..]);
        }
        for (; x < a.Length; x++)
        {
            low[x] = Math.Min(Math.Min(Math.Min(a[x], b[x]), Math.Min(c[x], d[x])), Math.Min(e[x], f[x]));
            high[x] = Math.Max(Math.Max(Math.Max(a[x], b[x]), Math.Max(c[x], d[x])), Math.Max(e[x], f[x]));
        }
    }

    private static void Row(ReadOnlySpan<ushort> current, ReadOnlySpan<ushort> low, ReadOnlySpan<ushort> high, Span<short> spikes)
    {
        var n = Vector<ushort>.Count;
        var x = 0;
        for (; x <= current.Length - n; x += n)
        {
            var lo = Vector.Min(Vector.Min(Load(low, x), Load(low, x + 1)), Load(low, x + 2));
            var hi = Vector.Max(Vector.Max(Load(high, x), Load(high, x + 1)), Load(high, x + 2));
            var value = Load(current, x);
            var above = Vector.AsVectorInt16((Vector.Max(value, hi) - hi) >>> 1);
            var below = Vector.AsVectorInt16((lo - Vector.Min(value, lo)) >>> 1);
            (above - below).CopyTo(spikes[x..]);
        }
        for (; x < current.Length; x++)
        {
            int lo = Math.Min(Math.Min(low[x], low[x + 1]), low[x + 2]);
            int hi = Math.Max(Math.Max(high[x], high[x + 1]), high[x + 2]);
            spikes[x] = (short)((Math.Max(current[x], hi) - hi >> 1) - (lo - Math.Min(current[x], lo) >> 1));
        }
    }

    private static Vector<ushort> Load(ReadOnlySpan<ushort> row, int x) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)x);
}
