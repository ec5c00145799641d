using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Kernels;

/// <summary>
/// Lanczos's windowed sinc with three lobes on each side (C. Duchon, "Lanczos Filtering in One and Two Dimensions", 1979), at 1/256 of a sample,
/// with coefficients in 1/16384 that add up to one. A whole number of samples copies.
/// </summary>
internal static class LanczosRow
{
    public const int Taps = 6;
    public const int Phases = 256;

    /// <summary>Samples that a padded row repeats on each side; places are clamped to what they cover.</summary>
    public const int Pad = 16;

    /// <summary>Three 16-bit pairs of taps for each phase.</summary>
    private static readonly int[] Pairs = MakePairs();

    /// <summary>A row from places on a padded row: result(x) is at x + displacement(x).</summary>
    /// <param name="padded">The row with <see cref="Pad"/> samples repeated on each side.</param>
    /// <param name="start">Displacement at x = 0, in 1/2²⁰ samples.</param>
    /// <param name="step">How much it grows with each sample.</param>
    public static void Reference(ReadOnlySpan<ushort> padded, int start, int step, Span<ushort> result, int from = 0)
    {
        for (var x = from; x < result.Length; x++)
        {
            var place = Place(x, start, step, result.Length);
            var at = (place >> 8) + Pad - 2;
            var sum = 0;
            for (var i = 0; i < Taps; i++)
                sum += Tap(place & 255, i) * (padded[at + i] - 32768);
            result[x] = Finish(sum);
        }
    }

    public static unsafe void Run(ReadOnlySpan<ushort> padded, int start, int step, Span<ushort> result)
    {
        var done = 0;
        if (Avx2.IsSupported)
        {
            fixed (int* pairs = Pairs)
            fixed (ushort* samples = padded)
            {
                for (; done <= result.Length - 8; done += 8)
                {
                    var x = Vector256.Create(done) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
                    var displaced = Vector256.ShiftRightArithmetic(Vector256.Create(start) + x * step + Vector256.Create(1 << 11), 12);
                    var place = Vector256.Clamp(Vector256.ShiftLeft(x, 8) + displaced, Vector256.Create(-8 << 8), Vector256.Create((result.Length + 7) << 8));
                    var phase = (place & Vector256.Create(255)) * 3;
                    var at = Vector256.ShiftRightArithmetic(place, 8) + Vector256.Create(Pad - 2);
                    var sum = Pair(samples, pairs, at, phase) + Pair(samples + 2, pairs + 1, at, phase) + Pair(samples + 4, pairs + 2, at, phase);
                    Finish(sum).CopyTo(result[done..]);
                }
            }
        }
        Reference(padded, start, step, result, done);
    }

    /// <summary>One output sample from six rows, as the vertical pass of <see cref="LanczosColumns"/> makes it.</summary>
    internal static int Tap(int phase, int tap) => (short)(Pairs[3 * phase + (tap >> 1)] >> (16 * (tap & 1)));

    internal static ushort Finish(int sum) => (ushort)Math.Clamp(((sum + 8192) >> 14) + 32768, 0, 65535);

    internal static int Place(int x, int start, int step, int length) =>
        Math.Clamp((x << 8) + ((start + x * step + (1 << 11)) >> 12), -8 << 8, (length + 7) << 8);

    internal static Vector128<ushort> Finish(Vector256<int> sum)
    {
        var value = Vector256.ShiftRightArithmetic(sum + Vector256.Create(8192), 14) + Vector256.Create(32768);
        var packed = Avx2.PackUnsignedSaturate(value, value).AsInt64();
        return Avx2.Permute4x64(packed, 0b00_00_10_00).AsUInt16().GetLower();
    }

    internal static unsafe Vector256<int> PairCoefficients(int* pairs, Vector256<int> phase) => Avx2.GatherVector256(pairs, phase, 4);

    internal static ReadOnlySpan<int> Table => Pairs;

    private static unsafe Vector256<int> Pair(ushort* samples, int* pairs, Vector256<int> at, Vector256<int> phase)
    {
        // The flipped top bit makes samples signed around mid-grey.
        var two = Avx2.GatherVector256((int*)samples, at, 2) ^ Vector256.Create(0x80008000u).AsInt32();
        return Avx2.MultiplyAddAdjacent(two.AsInt16(), PairCoefficients(pairs, phase).AsInt16());
    }

    private static int[] MakePairs()
    {
        var pairs = new int[Phases * 3];
        Span<double> weights = stackalloc double[Taps];
        Span<int> taps = stackalloc int[Taps];
        for (var phase = 0; phase < Phases; phase++)
        {
            var sum = 0.0;
            for (var i = 0; i < Taps; i++)
                sum += weights[i] = Lanczos(i - 2 - phase / (double)Phases);
            var rest = 16384;
            for (var i = 0; i < Taps; i++)
                rest -= taps[i] = (int)Math.Round(16384 * weights[i] / sum);
            taps[phase < Phases / 2 ? 2 : 3] += rest;
            for (var i = 0; i < 3; i++)
                pairs[3 * phase + i] = (taps[2 * i] & 0xFFFF) | (taps[2 * i + 1] << 16);
        }
        return pairs;
    }

    private static double Lanczos(double x)
    {
        if (x == 0)
            return 1;
        var p = Math.PI * x;
        return Math.Abs(x) >= 3 ? 0 : 3 * Math.Sin(p) * Math.Sin(p / 3) / (p * p);
    }
}
