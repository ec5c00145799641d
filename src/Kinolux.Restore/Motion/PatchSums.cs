using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kinolux.Restore.Motion;

/// <summary>
/// How an 8 × 8 patch differs from the other picture at a sub-pixel place: with d = other - patch, the sums of d, d², slopeX·d and slopeY·d.
/// Sampling is bilinear in 1/32768 of a sample, horizontally first, each step rounded to a whole grey value, so that it stays in 16 bits.
/// </summary>
internal readonly record struct PatchSums(int D, int Square, int X, int Y)
{
    public const int Size = 8;

    /// <summary>Places are counted in so many parts of a sample.</summary>
    public const int Unit = 1 << UnitBits;
    public const int UnitBits = 15;

    /// <summary>d² less what a common brightness step explains.</summary>
    public int Cost => Square - (int)((long)D * D >> 6);

    /// <param name="patch">First sample of the patch.</param>
    /// <param name="slopeX">Slopes at the patch.</param>
    /// <param name="other">Sample of the other picture above and left of the place.</param>
    /// <param name="stride">Of all four.</param>
    /// <param name="fx">0 to 32767: how far right of it.</param>
    /// <param name="fy">How far below it.</param>
    public static unsafe PatchSums Reference(short* patch, short* slopeX, short* slopeY, short* other, int stride, short fx, short fy)
    {
        var sums = (D: 0, Square: 0, X: 0, Y: 0);
        for (var i = 0; i < Size * Size; i++)
        {
            var at = (i >> 3) * stride + (i & 7);
            var d = Sample(other + at, stride, fx, fy) - patch[at];
            sums = (sums.D + d, sums.Square + d * d, sums.X + slopeX[at] * d, sums.Y + slopeY[at] * d);
        }
        return new PatchSums(sums.D, sums.Square, sums.X, sums.Y);
    }

    public static unsafe PatchSums Run(short* patch, short* slopeX, short* slopeY, short* other, int stride, short fx, short fy)
    {
        if (!Avx2.IsSupported)
            return Reference(patch, slopeX, slopeY, other, stride, fx, fy);
        var (d01, d23, d45, d67) = Differences(patch, other, stride, fx, fy);
        var ones = Vector256.Create((short)1);
        var sum = Avx2.MultiplyAddAdjacent(d01 + d23 + (d45 + d67), ones);
        var square = Avx2.MultiplyAddAdjacent(d01, d01) + Avx2.MultiplyAddAdjacent(d23, d23)
            + (Avx2.MultiplyAddAdjacent(d45, d45) + Avx2.MultiplyAddAdjacent(d67, d67));
        var x = Products(slopeX, stride, d01, d23, d45, d67);
        var y = Products(slopeY, stride, d01, d23, d45, d67);
        var four = Avx2.HorizontalAdd(Avx2.HorizontalAdd(sum, square), Avx2.HorizontalAdd(x, y));
        var total = four.GetLower() + four.GetUpper();
        return Unsafe.BitCast<Vector128<int>, PatchSums>(total);
    }

    /// <summary>The sample of a picture between four of its samples.</summary>
    public static unsafe int Sample(short* at, int stride, short fx, short fy)
    {
        var upper = Between(at[0], at[1], fx);
        return Between(upper, Between(at[stride], at[stride + 1], fx), fy);
    }

    /// <summary>other - patch, two rows to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe (Vector256<short> Rows01, Vector256<short> Rows23, Vector256<short> Rows45, Vector256<short> Rows67) Differences(
        short* patch, short* other, int stride, short fx, short fy)
    {
        var right = Vector256.Create(fx);
        var down = Vector256.Create(fy);
        var r01 = Across(other, stride, right);
        var r23 = Across(other + 2 * stride, stride, right);
        var r45 = Across(other + 4 * stride, stride, right);
        var r67 = Across(other + 6 * stride, stride, right);
        var last = Vector128.Load(other + 8 * stride);
        var r8 = last + Ssse3.MultiplyHighRoundScale(Vector128.Load(other + 8 * stride + 1) - last, right.GetLower());
        return (
            Between(r01, Avx2.Permute2x128(r01, r23, 0x21), down) - Pair(patch, stride),
            Between(r23, Avx2.Permute2x128(r23, r45, 0x21), down) - Pair(patch + 2 * stride, stride),
            Between(r45, Avx2.Permute2x128(r45, r67, 0x21), down) - Pair(patch + 4 * stride, stride),
            Between(r67, Vector256.Create(r67.GetUpper(), r8), down) - Pair(patch + 6 * stride, stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<short> Pair(short* at, int stride) => Vector256.Create(Vector128.Load(at), Vector128.Load(at + stride));

    private static int Between(int a, int b, int fraction) => a + (((b - a) * fraction + 0x4000) >> 15);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Between(Vector256<short> a, Vector256<short> b, Vector256<short> fraction) =>
        a + Avx2.MultiplyHighRoundScale(b - a, fraction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<short> Across(short* at, int stride, Vector256<short> fraction) =>
        Between(Pair(at, stride), Pair(at + 1, stride), fraction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<int> Products(short* slope, int stride, Vector256<short> d01, Vector256<short> d23, Vector256<short> d45, Vector256<short> d67) =>
        Avx2.MultiplyAddAdjacent(Pair(slope, stride), d01) + Avx2.MultiplyAddAdjacent(Pair(slope + 2 * stride, stride), d23)
            + (Avx2.MultiplyAddAdjacent(Pair(slope + 4 * stride, stride), d45) + Avx2.MultiplyAddAdjacent(Pair(slope + 6 * stride, stride), d67));
}
