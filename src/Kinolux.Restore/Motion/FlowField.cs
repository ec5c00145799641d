using System.Numerics;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Dense motion from one frame to another: what is at (x, y) in the first is at (x + u, y + v) in the second.
/// One vector for each <see cref="Step"/> × <see cref="Step"/> cell, in 1/16 luma samples.
/// </summary>
public sealed class FlowField(int width, int height, int step)
{
    /// <summary>Vectors per row: luma width / step, rounded up.</summary>
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Luma samples to a cell's side: a power of two.</summary>
    public int Step { get; } = step;

    /// <summary>Which power: the cell of a sample is its place shifted right by this.</summary>
    public int Shift { get; } = BitOperations.Log2((uint)step);

    public short[] U { get; } = new short[width * height];

    public short[] V { get; } = new short[width * height];
}
