namespace Kinolux.Restore.Motion;

/// <summary>One value for each <see cref="Step"/> × <see cref="Step"/> cell of a picture, row by row.</summary>
public sealed class CellMap(int width, int height, int step)
{
    /// <summary>Cells per row: luma width / step, rounded up.</summary>
    public int Width { get; } = width;

    public int Height { get; } = height;

    public int Step { get; } = step;

    public ushort[] Values { get; } = new ushort[width * height];

    /// <summary>The value of the cell that a luma sample lies in.</summary>
    public ushort this[int x, int y] => Values[y / Step * Width + x / Step];
}
