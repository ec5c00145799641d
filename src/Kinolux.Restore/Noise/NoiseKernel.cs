using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kinolux.Core.Frames;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Noise;

/// <summary>Block sums for <see cref="NoiseMeter"/>: the residue's magnitude and the grey, column by column over eight rows, then over eight columns.</summary>
internal static class NoiseKernel
{
    /// <summary>The residue of the filter (1 -2 1)ᵀ(1 -2 1) at the sample right and below of (x, y).</summary>
    public static int SpatialReference(Plane plane, int x, int y)
    {
        var sum = 0;
        for (var j = 0; j < 3; j++)
            for (var i = 0; i < 3; i++)
                sum += plane[x + i, y + j] * (i == 1 ? -2 : 1) * (j == 1 ? -2 : 1);
        return Math.Abs(sum);
    }

    public static void Spatial(Plane plane, NoiseBlocks blocks, int first, int end)
    {
        var width = plane.Width;
        var vertical = new int[width + Vector<int>.Count];
        var residue = new int[width + Vector<int>.Count];
        var level = new int[width + Vector<int>.Count];
        for (var block = first; block < end; block++)
        {
            residue.AsSpan().Clear();
            level.AsSpan().Clear();
            for (var y = block * NoiseBlocks.Size; y < (block + 1) * NoiseBlocks.Size; y++)
            {
                Vertical(plane.Row(y), plane.Row(y + 1), plane.Row(y + 2), vertical, level);
                Horizontal(vertical, residue, width - 2);
            }
            Sum(blocks, block, residue, level, 1);
        }
    }

    public static void Pair(Plane first, Plane second, NoiseBlocks blocks, int top, int end)
    {
        var residue = new int[first.Width];
        var level = new int[first.Width];
        for (var block = top; block < end; block++)
        {
            residue.AsSpan().Clear();
            level.AsSpan().Clear();
            // A change of light is no noise: each block's mean difference is taken off.
            var means = PairMeans(first, second, blocks.Across, block);
            for (var y = block * NoiseBlocks.Size; y < (block + 1) * NoiseBlocks.Size; y++)
            {
                var a = first.Row(y);
                var b = second.Row(y);
                for (var x = 0; x < blocks.Across * NoiseBlocks.Size; x++)
                {
                    residue[x] += Math.Abs(a[x] - b[x] - means[x >> 3]);
                    level[x] += (a[x] + b[x]) >> 1;
                }
            }
            Sum(blocks, block, residue, level, 0);
        }
    }

    private static int[] PairMeans(Plane first, Plane second, int across, int block)
    {
        var means = new int[across];
        for (var y = block * NoiseBlocks.Size; y < (block + 1) * NoiseBlocks.Size; y++)
        {
            var a = first.Row(y);
            var b = second.Row(y);
            for (var x = 0; x < across * NoiseBlocks.Size; x++)
                means[x >> 3] += a[x] - b[x];
        }
        for (var i = 0; i < across; i++)
            means[i] = (means[i] + 32) >> 6;
        return means;
    }

    private static void Vertical(ReadOnlySpan<ushort> above, ReadOnlySpan<ushort> here, ReadOnlySpan<ushort> below, Span<int> vertical, Span<int> level)
    {
        var x = 0;
        for (; x <= here.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
        {
            Vector.Widen(Load(above, x), out var above0, out var above1);
            Vector.Widen(Load(here, x), out var here0, out var here1);
            Vector.Widen(Load(below, x), out var below0, out var below1);
            Vertical(above0.As<uint, int>(), here0.As<uint, int>(), below0.As<uint, int>(), vertical, level, x);
            Vertical(above1.As<uint, int>(), here1.As<uint, int>(), below1.As<uint, int>(), vertical, level, x + Vector<int>.Count);
        }
        for (; x < here.Length; x++)
        {
            vertical[x] = above[x] - 2 * here[x] + below[x];
            level[x] += here[x];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Vertical(Vector<int> above, Vector<int> here, Vector<int> below, Span<int> vertical, Span<int> level, int x)
    {
        (above + below - here - here).CopyTo(vertical[x..]);
        (new Vector<int>(level[x..]) + here).CopyTo(level[x..]);
    }

    private static void Horizontal(ReadOnlySpan<int> vertical, Span<int> residue, int count)
    {
        var x = 0;
        for (; x <= count - Vector<int>.Count; x += Vector<int>.Count)
        {
            var centre = new Vector<int>(vertical[(x + 1)..]);
            var sum = Vector.Abs(new Vector<int>(vertical[x..]) + new Vector<int>(vertical[(x + 2)..]) - centre - centre);
            (new Vector<int>(residue[x..]) + sum).CopyTo(residue[x..]);
        }
        for (; x < count; x++)
            residue[x] += Math.Abs(vertical[x] - 2 * vertical[x + 1] + vertical[x + 2]);
    }

    private static void Sum(NoiseBlocks blocks, int block, ReadOnlySpan<int> residue, ReadOnlySpan<int> level, int shift)
    {
        for (var i = 0; i < blocks.Across; i++)
        {
            var (sum, grey) = (0, 0);
            for (var x = i * NoiseBlocks.Size; x < (i + 1) * NoiseBlocks.Size; x++)
                (sum, grey) = (sum + residue[x], grey + level[x + shift]);
            blocks.Residue[block * blocks.Across + i] = sum;
            blocks.Level[block * blocks.Across + i] = grey >> 6;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> Load(ReadOnlySpan<ushort> row, int x) =>
        Unsafe.ReadUnaligned<Vector<ushort>>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(row), x)));
}
