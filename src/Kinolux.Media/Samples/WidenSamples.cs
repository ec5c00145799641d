using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Kinolux.Core.Frames;

namespace Kinolux.Media.Samples;

/// <summary>A row of stored samples to full-scale 16 bit, as <see cref="FrameFormat.Widen"/> says.</summary>
internal static class WidenSamples
{
    /// <param name="source">Bytes at 8 bits, little-endian words above.</param>
    public static void Reference(ReadOnlySpan<byte> source, Span<ushort> target, int depth)
    {
        for (var x = 0; x < target.Length; x++)
            target[x] = FrameFormat.Widen(depth == 8 ? source[x] : BinaryPrimitives.ReadUInt16LittleEndian(source[(2 * x)..]), depth);
    }

    public static void Run(ReadOnlySpan<byte> source, Span<ushort> target, int depth)
    {
        if (depth == 8)
            Bytes(source, target);
        else if (depth == 16)
            MemoryMarshal.Cast<byte, ushort>(source)[..target.Length].CopyTo(target);
        else
            Words(MemoryMarshal.Cast<byte, ushort>(source), target, depth);
    }

    private static void Bytes(ReadOnlySpan<byte> source, Span<ushort> target)
    {
        var x = 0;
        var scale = new Vector<ushort>(257);
        for (; x <= target.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(source[x..]), out var low, out var high);
            (low * scale).CopyTo(target[x..]);
            (high * scale).CopyTo(target[(x + Vector<ushort>.Count)..]);
        }
        for (; x < target.Length; x++)
            target[x] = (ushort)(source[x] * 257);
    }

    private static void Words(ReadOnlySpan<ushort> source, Span<ushort> target, int depth)
    {
        var x = 0;
        var max = (uint)((1 << depth) - 1);
        // 65535 = whole · max + rest, so sample · 65535 / max = whole · sample + (rest · sample) / max, and the last term stays small
        // enough that a division by 2^depth - 1 is two shifts.
        var whole = new Vector<uint>(65535 / max);
        var rest = new Vector<uint>(65535 % max);
        var half = new Vector<uint>(max / 2);
        var limit = new Vector<ushort>((ushort)max);
        for (; x <= target.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
        {
            Vector.Widen(Vector.Min(new Vector<ushort>(source[x..]), limit), out var low, out var high);
            Vector.Narrow(Widened(low, whole, rest, half, depth), Widened(high, whole, rest, half, depth)).CopyTo(target[x..]);
        }
        for (; x < target.Length; x++)
            target[x] = FrameFormat.Widen(Math.Min(source[x], (int)max), depth);
    }

    private static Vector<uint> Widened(Vector<uint> sample, Vector<uint> whole, Vector<uint> rest, Vector<uint> half, int depth)
    {
        var part = rest * sample + half;
        return whole * sample + (part + (part >>> depth) + Vector<uint>.One >>> depth);
    }
}
