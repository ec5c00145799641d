using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Kernels;

/// <summary>
/// One row of a plane fetched from displaced places by cubic convolution (R. Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981, a = -1/2)
/// at 1/64 of a sample with coefficients in 1/128, in integers throughout. Places beyond the plane take its edge. No displacement gives the very samples.
/// </summary>
internal static class CubicWarp
{
    /// <summary>Coefficients of the four taps for 0 to 63 parts of 64, as 16-bit pairs: taps 0 and 1, then taps 2 and 3.</summary>
    private static readonly int[] Pairs = MakePairs();

    /// <param name="u">Displacement to the right in 1/64 samples.</param>
    /// <param name="v">Displacement downwards.</param>
    public static void Reference(Plane source, ReadOnlySpan<int> u, ReadOnlySpan<int> v, int y, Span<ushort> result, int from = 0)
    {
        for (var x = from; x < result.Length; x++)
        {
            var px = Math.Clamp((x << 6) + u[x], 0, (source.Width - 1) << 6);
            var py = Math.Clamp((y << 6) + v[x], 0, (source.Height - 1) << 6);
            var sum = 0;
            for (var j = 0; j < 4; j++)
            {
                var row = source.Row(Math.Clamp((py >> 6) + j - 1, 0, source.Height - 1));
                var across = 0;
                for (var i = 0; i < 4; i++)
                    across += Tap(px & 63, i) * (row[Math.Clamp((px >> 6) + i - 1, 0, source.Width - 1)] - 32768);
                sum += Tap(py & 63, j) * across;
            }
            result[x] = (ushort)Math.Clamp(((sum + 8192) >> 14) + 32768, 0, 65535);
        }
    }

    public static unsafe void Run(Plane source, ReadOnlySpan<int> u, ReadOnlySpan<int> v, int y, Span<ushort> result)
    {
        var done = 0;
        if (Avx2.IsSupported && source.Width >= 4)
        {
            fixed (int* pairs = Pairs)
            fixed (ushort* samples = source.Data)
            {
                for (; done <= result.Length - 8; done += 8)
                {
                    var x = Vector256.Create(done) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
                    var px = Vector256.Clamp(Vector256.ShiftLeft(x, 6) + Vector256.Create(u[done..]), Vector256<int>.Zero, Vector256.Create((source.Width - 1) << 6));
                    var py = Vector256.Clamp(Vector256.Create(y << 6) + Vector256.Create(v[done..]), Vector256<int>.Zero, Vector256.Create((source.Height - 1) << 6));
                    var left = Vector256.ShiftRightArithmetic(px, 6) - Vector256<int>.One;
                    if (Vector256.LessThanAny(left, Vector256<int>.Zero) || Vector256.GreaterThanAny(left, Vector256.Create(source.Width - 4)))
                        Reference(source, u, v, y, result[..(done + 8)], done);
                    else
                        Eight(source, samples, pairs, left, px, py).CopyTo(result[done..]);
                }
            }
        }
        Reference(source, u, v, y, result, done);
    }

    private static unsafe Vector128<ushort> Eight(Plane source, ushort* samples, int* pairs, Vector256<int> left, Vector256<int> px, Vector256<int> py)
    {
        var phase = Vector256.Create(63);
        var (ax, ay) = (Vector256.ShiftLeft(px & phase, 1), Vector256.ShiftLeft(py & phase, 1));
        var x01 = Avx2.GatherVector256(pairs, ax, 4).AsInt16();
        var x23 = Avx2.GatherVector256(pairs + 1, ax, 4).AsInt16();
        var y01 = Avx2.GatherVector256(pairs, ay, 4);
        var y23 = Avx2.GatherVector256(pairs + 1, ay, 4);
        var top = Vector256.ShiftRightArithmetic(py, 6);
        var last = Vector256.Create(source.Height - 1);
        var stride = Vector256.Create(source.Stride);
        var row0 = Vector256.Max(top - Vector256<int>.One, Vector256<int>.Zero) * stride + left;
        var row1 = top * stride + left;
        var row2 = Vector256.Min(top + Vector256<int>.One, last) * stride + left;
        var row3 = Vector256.Min(top + Vector256.Create(2), last) * stride + left;
        var sum = Across(samples, row0, x01, x23) * Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(y01, 16), 16)
            + Across(samples, row1, x01, x23) * Vector256.ShiftRightArithmetic(y01, 16)
            + Across(samples, row2, x01, x23) * Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(y23, 16), 16)
            + Across(samples, row3, x01, x23) * Vector256.ShiftRightArithmetic(y23, 16);
        var value = Vector256.ShiftRightArithmetic(sum + Vector256.Create(8192), 14) + Vector256.Create(32768);
        var packed = Avx2.PackUnsignedSaturate(value, value).AsInt64();
        return Avx2.Permute4x64(packed, 0b00_00_10_00).AsUInt16().GetLower();
    }

    private static unsafe Vector256<int> Across(ushort* samples, Vector256<int> at, Vector256<short> c01, Vector256<short> c23)
    {
        // A pair of samples to each 32 bits; the flipped top bit makes them signed around mid-grey.
        var sign = Vector256.Create(0x80008000u).AsInt32();
        var s01 = Avx2.GatherVector256((int*)samples, at, 2) ^ sign;
        var s23 = Avx2.GatherVector256((int*)(samples + 2), at, 2) ^ sign;
        return Avx2.MultiplyAddAdjacent(s01.AsInt16(), c01) + Avx2.MultiplyAddAdjacent(s23.AsInt16(), c23);
    }

    private static int Tap(int phase, int tap) => (short)(Pairs[2 * phase + (tap >> 1)] >> (16 * (tap & 1)));

    private static int[] MakePairs()
    {
        var pairs = new int[128];
        Span<int> taps = stackalloc int[4];
        for (var i = 0; i < 64; i++)
        {
            var t = i / 64.0;
            taps[0] = (int)Math.Round(64 * (-t + 2 * t * t - t * t * t));
            taps[2] = (int)Math.Round(64 * (t + 4 * t * t - 3 * t * t * t));
            taps[3] = (int)Math.Round(64 * (t * t * t - t * t));
            taps[1] = 128 - taps[0] - taps[2] - taps[3];
            pairs[2 * i] = (taps[0] & 0xFFFF) | (taps[1] << 16);
            pairs[2 * i + 1] = (taps[2] & 0xFFFF) | (taps[3] << 16);
        }
        return pairs;
    }
}
