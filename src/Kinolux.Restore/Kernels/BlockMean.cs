using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Kernels;

/// <summary>One row of means over size × size blocks of a plane, as 12-bit values (0 to 4095), rounded half up; beyond the right and bottom edge the last sample repeats.</summary>
internal static class BlockMean
{
    /// <param name="size">1 or 2.</param>
    /// <param name="row">Block row.</param>
    public static void Reference(Plane plane, int size, int row, Span<short> result, int from = 0)
    {
        var count = size * size * 16;
        for (var x = from; x < result.Length; x++)
        {
            var sum = 0;
            for (var j = 0; j < size; j++)
            {
                var line = plane.Row(Math.Min(row * size + j, plane.Height - 1));
                for (var i = 0; i < size; i++)
                    sum += line[Math.Min(x * size + i, plane.Width - 1)];
            }
            result[x] = (short)Math.Min(4095, (sum + count / 2) / count);
        }
    }

    public static void Run(Plane plane, int size, int row, Span<short> result)
    {
        var done = 0;
        if (Avx2.IsSupported && size == 2)
            done = Halve(plane, row, result);
        else if (Avx2.IsSupported && size == 1)
            done = Narrow(plane.Row(row), result);
        Reference(plane, size, row, result, done);
    }

    private static int Narrow(ReadOnlySpan<ushort> line, Span<short> result)
    {
        // (s + 8) / 16 without leaving 16 bits: the half is what bit 3 says.
        var i = 0;
        for (; i <= result.Length - 16; i += 16)
        {
            var s = Vector256.Create(line[i..]);
            var mean = Vector256.ShiftRightLogical(s, 4) + (Vector256.ShiftRightLogical(s, 3) & Vector256<ushort>.One);
            Vector256.Min(mean, Vector256.Create((ushort)4095)).AsInt16().CopyTo(result[i..]);
        }
        return i;
    }

    private static int Halve(Plane plane, int row, Span<short> result)
    {
        var upper = plane.Row(2 * row);
        var lower = plane.Row(Math.Min(2 * row + 1, plane.Height - 1));
        var low = Vector256.Create(0x0000FFFFu);
        var half = Vector256.Create(32u);
        var top = Vector256.Create(4095);
        var i = 0;
        for (; i <= plane.Width / 2 - 8; i += 8)
        {
            var a = Vector256.Create(upper[(2 * i)..]).AsUInt32();
            var b = Vector256.Create(lower[(2 * i)..]).AsUInt32();
            var sum = (a & low) + Vector256.ShiftRightLogical(a, 16) + (b & low) + Vector256.ShiftRightLogical(b, 16);
            var mean = Vector256.Min(Vector256.ShiftRightLogical(sum + half, 6).AsInt32(), top);
            Vector128.Narrow(mean.GetLower(), mean.GetUpper()).CopyTo(result[i..]);
        }
        return i;
    }
}
