using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Kinolux.Core.Frames;

namespace Kinolux.Media.Samples;

/// <summary>A row of full-scale 16-bit samples to stored ones, as <see cref="FrameFormat.Narrow"/> says.</summary>
internal static class NarrowSamples
{
    /// <param name="target">Bytes at 8 bits, little-endian words above.</param>
    public static void Reference(ReadOnlySpan<ushort> source, Span<byte> target, int depth)
    {
        for (var x = 0; x < source.Length; x++)
        {
            var sample = FrameFormat.Narrow(source[x], depth);
            if (depth == 8)
                target[x] = (byte)sample;
            else
                BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * x)..], (ushort)sample);
        }
    }

    public static void Run(ReadOnlySpan<ushort> source, Span<byte> target, int depth)
    {
        if (depth == 8)
            Bytes(source, target);
        else if (depth == 16)
            source.CopyTo(MemoryMarshal.Cast<byte, ushort>(target));
        else
            Words(source, MemoryMarshal.Cast<byte, ushort>(target), depth);
    }

    private static void Bytes(ReadOnlySpan<ushort> source, Span<byte> target)
    {
        var x = 0;
        for (; x <= source.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var low = Narrowed(new Vector<ushort>(source[x..]), 8);
            var high = Narrowed(new Vector<ushort>(source[(x + Vector<ushort>.Count)..]), 8);
            Vector.Narrow(low, high).CopyTo(target[x..]);
        }
        for (; x < source.Length; x++)
            target[x] = (byte)FrameFormat.Narrow(source[x], 8);
    }

    private static void Words(ReadOnlySpan<ushort> source, Span<ushort> target, int depth)
    {
        var x = 0;
        for (; x <= source.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
            Narrowed(new Vector<ushort>(source[x..]), depth).CopyTo(target[x..]);
        for (; x < source.Length; x++)
            target[x] = (ushort)FrameFormat.Narrow(source[x], depth);
    }

    private static Vector<ushort> Narrowed(Vector<ushort> samples, int depth)
    {
        Vector.Widen(samples, out var low, out var high);
        return Vector.Narrow(Divided(low, depth), Divided(high, depth));
    }

    /// <summary>(sample · max + 32767) / 65535, the division by 2^16 - 1 as two shifts.</summary>
    private static Vector<uint> Divided(Vector<uint> sample, int depth)
    {
        var scaled = (sample << depth) - sample + new Vector<uint>(32767);
        return scaled + (scaled >>> 16) + Vector<uint>.One >>> 16;
    }
}
