using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Motion;

/// <summary>Sums of |d - mean| over the sixteen 2 × 2 cells of a patch, d as in <see cref="PatchSums"/>: where in the patch its motion holds.</summary>
internal static class PatchCells
{
    public const int Count = 16;

    public static unsafe void Reference(short* patch, short* other, int stride, short fx, short fy, int mean, int* cells)
    {
        new Span<int>(cells, Count).Clear();
        for (var i = 0; i < PatchSums.Size * PatchSums.Size; i++)
        {
            var at = (i >> 3) * stride + (i & 7);
            cells[(i >> 4) * 4 + ((i & 7) >> 1)] += Math.Abs(PatchSums.Sample(other + at, stride, fx, fy) - patch[at] - mean);
        }
    }

    public static unsafe void Run(short* patch, short* other, int stride, short fx, short fy, int mean, int* cells)
    {
        if (!Avx2.IsSupported)
        {
            Reference(patch, other, stride, fx, fy, mean, cells);
            return;
        }
        var (d01, d23, d45, d67) = PatchSums.Differences(patch, other, stride, fx, fy);
        var level = Vector256.Create((short)mean);
        Store(d01 - level, cells);
        Store(d23 - level, cells + 4);
        Store(d45 - level, cells + 8);
        Store(d67 - level, cells + 12);
    }

    private static unsafe void Store(Vector256<short> rows, int* cells)
    {
        var pairs = Avx2.MultiplyAddAdjacent(Vector256.Abs(rows), Vector256.Create((short)1));
        (pairs.GetLower() + pairs.GetUpper()).Store(cells);
    }
}
