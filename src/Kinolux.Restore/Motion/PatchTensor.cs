using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Motion;

/// <summary>Sums over an 8 × 8 patch of its slopes and their products: what Lucas and Kanade's 2 × 2 system needs.</summary>
internal readonly record struct PatchTensor(int X, int Y, int Xx, int Xy, int Yy)
{
    public static unsafe PatchTensor Reference(short* slopeX, short* slopeY, int stride)
    {
        var sums = (X: 0, Y: 0, Xx: 0, Xy: 0, Yy: 0);
        for (var i = 0; i < PatchSums.Size * PatchSums.Size; i++)
        {
            var at = (i >> 3) * stride + (i & 7);
            int x = slopeX[at], y = slopeY[at];
            sums = (sums.X + x, sums.Y + y, sums.Xx + x * x, sums.Xy + x * y, sums.Yy + y * y);
        }
        return new PatchTensor(sums.X, sums.Y, sums.Xx, sums.Xy, sums.Yy);
    }

    public static unsafe PatchTensor Run(short* slopeX, short* slopeY, int stride)
    {
        if (!Avx2.IsSupported)
            return Reference(slopeX, slopeY, stride);
        var (sumX, sumY, xx, xy, yy) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var ones = Vector256.Create((short)1);
        for (var row = 0; row < PatchSums.Size; row += 2)
        {
            var x = PatchSums.Pair(slopeX + row * stride, stride);
            var y = PatchSums.Pair(slopeY + row * stride, stride);
            sumX += Avx2.MultiplyAddAdjacent(x, ones);
            sumY += Avx2.MultiplyAddAdjacent(y, ones);
            xx += Avx2.MultiplyAddAdjacent(x, x);
            xy += Avx2.MultiplyAddAdjacent(x, y);
            yy += Avx2.MultiplyAddAdjacent(y, y);
        }
        return new PatchTensor(Vector256.Sum(sumX), Vector256.Sum(sumY), Vector256.Sum(xx), Vector256.Sum(xy), Vector256.Sum(yy));
    }
}
