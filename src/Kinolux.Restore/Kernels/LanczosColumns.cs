using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Kernels;

/// <summary>The vertical counterpart of <see cref="LanczosRow"/>: a row of samples from places above and below; beyond the plane its edge repeats.</summary>
internal static class LanczosColumns
{
    /// <param name="start">Displacement downwards at x = 0, in 1/2²⁰ samples.</param>
    /// <param name="step">How much it grows with each sample to the right.</param>
    public static void Reference(Plane source, int y, int start, int step, Span<ushort> result, int from = 0)
    {
        for (var x = from; x < result.Length; x++)
        {
            var place = Place(y, x, start, step, source.Height);
            var sum = 0;
            for (var i = 0; i < LanczosRow.Taps; i++)
                sum += LanczosRow.Tap(place & 255, i) * (source[x, Math.Clamp((place >> 8) - 2 + i, 0, source.Height - 1)] - 32768);
            result[x] = LanczosRow.Finish(sum);
        }
    }

    public static unsafe void Run(Plane source, int y, int start, int step, Span<ushort> result)
    {
        var done = 0;
        if (Avx2.IsSupported)
        {
            fixed (int* pairs = LanczosRow.Table)
            fixed (ushort* samples = source.Data)
            {
                for (; done <= result.Length - 8; done += 8)
                {
                    var (first, last) = (Place(y, done, start, step, source.Height) >> 8, Place(y, done + 7, start, step, source.Height) >> 8);
                    if (first != last)
                    {
                        Reference(source, y, start, step, result[..(done + 8)], done);
                        continue;
                    }
                    var x = Vector256.Create(done) + Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
                    var displaced = Vector256.ShiftRightArithmetic(Vector256.Create(start) + x * step + Vector256.Create(1 << 11), 12);
                    var place = Vector256.Clamp(Vector256.Create(y << 8) + displaced, Vector256.Create(-8 << 8), Vector256.Create((source.Height + 7) << 8));
                    var phase = (place & Vector256.Create(255)) * 3;
                    var sum = Vector256<int>.Zero;
                    for (var i = 0; i < 3; i++)
                    {
                        var upper = Load(source, samples, first - 2 + 2 * i, done);
                        var lower = Load(source, samples, first - 1 + 2 * i, done);
                        var two = upper.AsInt32() | Vector256.ShiftLeft(lower.AsInt32(), 16);
                        two ^= Vector256.Create(0x80008000u).AsInt32();
                        sum += Avx2.MultiplyAddAdjacent(two.AsInt16(), LanczosRow.PairCoefficients(pairs + i, phase).AsInt16());
                    }
                    LanczosRow.Finish(sum).CopyTo(result[done..]);
                }
            }
        }
        Reference(source, y, start, step, result, done);
    }

    private static unsafe Vector256<int> Load(Plane source, ushort* samples, int row, int x) =>
        Avx2.ConvertToVector256Int32(samples + Math.Clamp(row, 0, source.Height - 1) * source.Stride + x);

    private static int Place(int y, int x, int start, int step, int height) =>
        Math.Clamp((y << 8) + ((start + x * step + (1 << 11)) >> 12), -8 << 8, (height + 7) << 8);
}
