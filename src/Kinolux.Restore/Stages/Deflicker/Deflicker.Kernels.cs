using System.Numerics;
using Kinolux.Core.Kernels;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>sample · gain + offset, with both between the corners of a <see cref="LightMap"/>, rounded and kept in range.</summary>
internal static class LightKernel
{
    public static void Reference(Plane source, Plane target, LightMap map)
    {
        for (var y = 0; y < source.Height; y++)
            for (var x = 0; x < source.Width; x++)
            {
                var (row, down) = Corner(y, source.Height, LightMap.Height);
                var (column, right) = Corner(x, source.Width, LightMap.Width);
                target[x, y] = Apply(source[x, y], At(map.Gain, row, down, column, right), At(map.Offset, row, down, column, right));
            }
    }

    public static void Run(Plane source, Plane target, LightMap map, RowRunner rows)
    {
        var columns = new int[source.Width];
        var rights = new float[source.Width];
        for (var x = 0; x < source.Width; x++)
            (columns[x], rights[x]) = Corner(x, source.Width, LightMap.Width);
        rows.Run(source.Height, (first, end) =>
        {
            var gains = new float[source.Width];
            var offsets = new float[source.Width];
            for (var y = first; y < end; y++)
            {
                var (row, down) = Corner(y, source.Height, LightMap.Height);
                Spread(map.Gain, row, down, columns, rights, gains);
                Spread(map.Offset, row, down, columns, rights, offsets);
                Row(source.Row(y), target.Row(y), gains, offsets);
            }
        });
    }

    private static void Row(ReadOnlySpan<ushort> source, Span<ushort> target, float[] gains, float[] offsets)
    {
        var x = 0;
        for (; x + Vector<ushort>.Count <= source.Length; x += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(source[x..]), out var low, out var high);
            var a = Apply(low, new Vector<float>(gains, x), new Vector<float>(offsets, x));
            var b = Apply(high, new Vector<float>(gains, x + Vector<float>.Count), new Vector<float>(offsets, x + Vector<float>.Count));
            Vector.Narrow(a, b).CopyTo(target[x..]);
        }
        for (; x < source.Length; x++)
            target[x] = Apply(source[x], gains[x], offsets[x]);
    }

    private static Vector<uint> Apply(Vector<uint> samples, Vector<float> gain, Vector<float> offset)
    {
        var value = Vector.ConvertToSingle(Vector.AsVectorInt32(samples)) * gain + offset + new Vector<float>(0.5f);
        value = Vector.Min(Vector.Max(value, Vector<float>.Zero), new Vector<float>(65535f));
        return Vector.AsVectorUInt32(Vector.ConvertToInt32(value));
    }

    private static ushort Apply(ushort sample, float gain, float offset) =>
        (ushort)(int)Math.Min(Math.Max(sample * gain + offset + 0.5f, 0f), 65535f);

    private static void Spread(float[] values, int row, float down, int[] columns, float[] rights, float[] result)
    {
        for (var x = 0; x < result.Length; x++)
            result[x] = At(values, row, down, columns[x], rights[x]);
    }

    private static float At(float[] values, int row, float down, int column, float right)
    {
        var i = row * LightMap.Width + column;
        var left = values[i] + (values[i + LightMap.Width] - values[i]) * down;
        return left + (values[i + 1] + (values[i + 1 + LightMap.Width] - values[i + 1]) * down - left) * right;
    }

    /// <summary>The corner at or before a sample, and how far beyond it the sample is, 0 to 1.</summary>
    private static (int Corner, float Beyond) Corner(int at, int size, int corners)
    {
        var place = (at + 0.5f) * (corners - 2) / size + 0.5f;
        var corner = Math.Min((int)place, corners - 2);
        return (corner, place - corner);
    }
}
