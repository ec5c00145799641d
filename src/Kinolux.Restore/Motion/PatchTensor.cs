using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Motion;

/// <summary>Sums over an 8 × 8 patch of its slopes and their products, which Lucas and Kanade's 2 × 2 system needs, and of its grey values and their squares.</summary>
internal readonly record struct PatchTensor(int X, int Y, int Xx, int Xy, int Yy, int Grey, int Square)
{
    /// <summary>The patch's squared contrast: what a match must explain.</summary>
    public int Contrast => Square - (int)((long)Grey * Grey >> 6);

    public static unsafe PatchTensor Reference(short* grey, short* slopeX, short* slopeY, int stride)
    {
        var sums = (X: 0, Y: 0, Xx: 0, Xy: 0, Yy: 0, Grey: 0, Square: 0);
        for (var i = 0; i < PatchSums.Size * PatchSums.Size; i++)
        {
            var at = (i >> 3) * stride + (i & 7);
            int x = slopeX[at], y = slopeY[at];
            sums = (sums.X + x, sums.Y + y, sums.Xx + x * x, sums.Xy + x * y, sums.Yy + y * y, sums.Grey + grey[at], sums.Square + grey[at] * grey[at]);
        }
        return new PatchTensor(sums.X, sums.Y, sums.Xx, sums.Xy, sums.Yy, sums.Grey, sums.Square);
    }

    public static unsafe PatchTensor Run(short* grey, short* slopeX, short* slopeY, int stride)
    {
        if (!Avx2.IsSupported)
            return Reference(grey, slopeX, slopeY, stride);
        var (sumX, sumY, xx, xy, yy) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (sum, square) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var ones = Vector256.Create((short)1);
        for (var row = 0; row < PatchSums.Size; row += 2)
        {
            var x = PatchSums.Pair(slopeX + row * stride, stride);
            var y = PatchSums.Pair(slopeY + row * stride, stride);
            var level = PatchSums.Pair(grey + row * stride, stride);
            sum += Avx2.MultiplyAddAdjacent(level, ones);
            square += Avx2.MultiplyAddAdjacent(level, level);
            sumX += Avx2.MultiplyAddAdjacent(x, ones);
            sumY += Avx2.MultiplyAddAdjacent(y, ones);
            xx += Avx2.MultiplyAddAdjacent(x, x);
            xy += Avx2.MultiplyAddAdjacent(x, y);
            yy += Avx2.MultiplyAddAdjacent(y, y);
        }
        return new PatchTensor(
            Vector256.Sum(sumX), Vector256.Sum(sumY), Vector256.Sum(xx), Vector256.Sum(xy), Vector256.Sum(yy), Vector256.Sum(sum), Vector256.Sum(square));
    }
}
