using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Kernels;

/// <summary>Mean of 2 × 2 samples, rounded half up: (a + b + c + d + 2) / 4. Samples are 0 to 8191.</summary>
internal static class HalveRow
{
    public static void Reference(ReadOnlySpan<short> upper, ReadOnlySpan<short> lower, Span<short> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = (short)((upper[2 * i] + upper[2 * i + 1] + lower[2 * i] + lower[2 * i + 1] + 2) >> 2);
    }

    public static void Run(ReadOnlySpan<short> upper, ReadOnlySpan<short> lower, Span<short> result)
    {
        var i = 0;
        if (Avx2.IsSupported)
        {
            var two = Vector256.Create((short)2);
            for (; i <= result.Length - 16; i += 16)
            {
                var first = Vector256.Create(upper[(2 * i)..]) + Vector256.Create(lower[(2 * i)..]);
                var second = Vector256.Create(upper[(2 * i + 16)..]) + Vector256.Create(lower[(2 * i + 16)..]);
                var sums = Avx2.Permute4x64(Avx2.HorizontalAdd(first, second).AsInt64(), 0b11_01_10_00).AsInt16();
                Vector256.ShiftRightArithmetic(sums + two, 2).CopyTo(result[i..]);
            }
        }
        Reference(upper[(2 * i)..], lower[(2 * i)..], result[i..]);
    }
}
