using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>
/// The transform of a group of matched blocks: an orthonormal 8 × 8 cosine transform of each, then an orthonormal Haar transform over the blocks.
/// A group is count × 64 floats, block after block, row by row; count is a power of two up to <see cref="MaxBlocks"/>. Both ways use fused multiply-add in a fixed order, so every vector width gives the same bits.
/// </summary>
internal static class BlockTransform
{
    public const int MaxBlocks = 16;

    private static readonly float[] Cosine = MakeCosine();

    // Row n holds the coefficients by which sample n contributes to each frequency.
    private static readonly float[] CosineTurned = Turn(Cosine);

    private static readonly float Root = MathF.Sqrt(0.5f);

    public static void ForwardReference(Span<float> group, int count)
    {
        for (var block = 0; block < count; block++)
            MultiplyReference(group.Slice(block * 64, 64), Cosine);
        HaarReference(group, count, inverse: false);
    }

    public static void Forward(Span<float> group, int count)
    {
        for (var block = 0; block < count; block++)
            Multiply(ref group[block * 64], ref Cosine[0], ref CosineTurned[0]);
        Haar(group, count);
    }

    public static void InverseReference(Span<float> group, int count)
    {
        HaarReference(group, count, inverse: true);
        for (var block = 0; block < count; block++)
            MultiplyReference(group.Slice(block * 64, 64), CosineTurned);
    }

    public static void Inverse(Span<float> group, int count)
    {
        HaarBack(group, count);
        for (var block = 0; block < count; block++)
            Multiply(ref group[block * 64], ref CosineTurned[0], ref Cosine[0]);
    }

    // matrix · block · matrixᵀ
    private static void MultiplyReference(Span<float> block, float[] matrix)
    {
        Span<float> half = stackalloc float[64];
        for (var y = 0; y < 8; y++)
            for (var k = 0; k < 8; k++)
            {
                var sum = block[y * 8] * matrix[k * 8];
                for (var x = 1; x < 8; x++)
                    sum = MathF.FusedMultiplyAdd(block[y * 8 + x], matrix[k * 8 + x], sum);
                half[y * 8 + k] = sum;
            }
        for (var k = 0; k < 8; k++)
            for (var x = 0; x < 8; x++)
            {
                var sum = half[x] * matrix[k * 8];
                for (var y = 1; y < 8; y++)
                    sum = MathF.FusedMultiplyAdd(half[y * 8 + x], matrix[k * 8 + y], sum);
                block[k * 8 + x] = sum;
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(ref float block, ref float matrix, ref float turned)
    {
        var r0 = Across(ref block, ref turned);
        var r1 = Across(ref Unsafe.Add(ref block, 8), ref turned);
        var r2 = Across(ref Unsafe.Add(ref block, 16), ref turned);
        var r3 = Across(ref Unsafe.Add(ref block, 24), ref turned);
        var r4 = Across(ref Unsafe.Add(ref block, 32), ref turned);
        var r5 = Across(ref Unsafe.Add(ref block, 40), ref turned);
        var r6 = Across(ref Unsafe.Add(ref block, 48), ref turned);
        var r7 = Across(ref Unsafe.Add(ref block, 56), ref turned);
        for (var k = 0; k < 64; k += 8)
        {
            ref var row = ref Unsafe.Add(ref matrix, k);
            var sum = r0 * Vector256.Create(row);
            sum = Vector256.FusedMultiplyAdd(r1, Vector256.Create(Unsafe.Add(ref row, 1)), sum);
            sum = Vector256.FusedMultiplyAdd(r2, Vector256.Create(Unsafe.Add(ref row, 2)), sum);
            sum = Vector256.FusedMultiplyAdd(r3, Vector256.Create(Unsafe.Add(ref row, 3)), sum);
            sum = Vector256.FusedMultiplyAdd(r4, Vector256.Create(Unsafe.Add(ref row, 4)), sum);
            sum = Vector256.FusedMultiplyAdd(r5, Vector256.Create(Unsafe.Add(ref row, 5)), sum);
            sum = Vector256.FusedMultiplyAdd(r6, Vector256.Create(Unsafe.Add(ref row, 6)), sum);
            sum = Vector256.FusedMultiplyAdd(r7, Vector256.Create(Unsafe.Add(ref row, 7)), sum);
            sum.StoreUnsafe(ref block, (nuint)k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Across(ref float row, ref float turned)
    {
        var sum = Vector256.Create(row) * Vector256.LoadUnsafe(ref turned);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 1)), Vector256.LoadUnsafe(ref turned, 8), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 2)), Vector256.LoadUnsafe(ref turned, 16), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 3)), Vector256.LoadUnsafe(ref turned, 24), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 4)), Vector256.LoadUnsafe(ref turned, 32), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 5)), Vector256.LoadUnsafe(ref turned, 40), sum);
        sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 6)), Vector256.LoadUnsafe(ref turned, 48), sum);
        return Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref row, 7)), Vector256.LoadUnsafe(ref turned, 56), sum);
    }

    private static void HaarReference(Span<float> group, int count, bool inverse)
    {
        Span<float> line = stackalloc float[MaxBlocks];
        for (var i = 0; i < 64; i++)
            for (var size = inverse ? 2 : count; inverse ? size <= count : size > 1; size = inverse ? size * 2 : size / 2)
            {
                for (var k = 0; k < size / 2; k++)
                {
                    var (one, two) = inverse ? (k, size / 2 + k) : (2 * k, 2 * k + 1);
                    var (a, b) = (group[one * 64 + i], group[two * 64 + i]);
                    var (to, too) = inverse ? (2 * k, 2 * k + 1) : (k, size / 2 + k);
                    (line[to], line[too]) = ((a + b) * Root, (a - b) * Root);
                }
                for (var k = 0; k < size; k++)
                    group[k * 64 + i] = line[k];
            }
    }

    private static void Haar(Span<float> group, int count)
    {
        ref var start = ref MemoryMarshal.GetReference(group);
        Span<Vector256<float>> line = stackalloc Vector256<float>[MaxBlocks];
        var root = Vector256.Create(Root);
        for (var i = 0; i < 64; i += 8)
            for (var size = count; size > 1; size /= 2)
            {
                var half = size / 2;
                for (var k = 0; k < half; k++)
                {
                    var a = Vector256.LoadUnsafe(ref start, (nuint)(k * 128 + i));
                    var b = Vector256.LoadUnsafe(ref start, (nuint)(k * 128 + 64 + i));
                    ((a + b) * root).StoreUnsafe(ref start, (nuint)(k * 64 + i));
                    line[k] = (a - b) * root;
                }
                for (var k = 0; k < half; k++)
                    line[k].StoreUnsafe(ref start, (nuint)((half + k) * 64 + i));
            }
    }

    private static void HaarBack(Span<float> group, int count)
    {
        ref var start = ref MemoryMarshal.GetReference(group);
        Span<Vector256<float>> line = stackalloc Vector256<float>[MaxBlocks];
        var root = Vector256.Create(Root);
        for (var i = 0; i < 64; i += 8)
            for (var size = 2; size <= count; size *= 2)
            {
                var half = size / 2;
                for (var k = 0; k < half; k++)
                    line[k] = Vector256.LoadUnsafe(ref start, (nuint)(k * 64 + i));
                for (var k = 0; k < half; k++)
                {
                    // Details of later blocks lie above what is written here.
                    var b = Vector256.LoadUnsafe(ref start, (nuint)((half + k) * 64 + i));
                    line[k + half] = b;
                }
                for (var k = 0; k < half; k++)
                {
                    ((line[k] + line[k + half]) * root).StoreUnsafe(ref start, (nuint)(k * 128 + i));
                    ((line[k] - line[k + half]) * root).StoreUnsafe(ref start, (nuint)(k * 128 + 64 + i));
                }
            }
    }

    private static float[] MakeCosine()
    {
        var matrix = new float[64];
        for (var k = 0; k < 8; k++)
            for (var n = 0; n < 8; n++)
                matrix[k * 8 + n] = (float)((k == 0 ? Math.Sqrt(0.125) : 0.5) * Math.Cos(Math.PI * (2 * n + 1) * k / 16));
        return matrix;
    }

    private static float[] Turn(float[] matrix)
    {
        var turned = new float[64];
        for (var i = 0; i < 64; i++)
            turned[i % 8 * 8 + i / 8] = matrix[i];
        return turned;
    }
}
