using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>A plane's mean in each cell of <see cref="Side"/> × <see cref="Side"/> luma samples: fine enough for stains, and quiet.</summary>
internal sealed class CellPlane
{
    /// <summary>Luma samples to a cell; motion has one vector for each.</summary>
    public const int Side = 4;

    /// <param name="shiftX">How much smaller than luma the plane is.</param>
    public CellPlane(Plane plane, int width, int height, int shiftX, int shiftY, RowRunner rows)
    {
        Width = (width + Side - 1) / Side;
        Height = (height + Side - 1) / Side;
        Data = new int[Width * Height];
        var (cellWidth, cellHeight) = (Side >> shiftX, Side >> shiftY);
        rows.Run(Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
                for (var x = 0; x < Width; x++)
                {
                    int sum = 0, count = 0;
                    for (var v = y * cellHeight; v < Math.Min(plane.Height, (y + 1) * cellHeight); v++)
                        for (var u = x * cellWidth; u < Math.Min(plane.Width, (x + 1) * cellWidth); u++)
                            (sum, count) = (sum + plane[u, v], count + 1);
                    Data[y * Width + x] = count == 0 ? (x > 0 ? Data[y * Width + x - 1] : 0) : sum / count;
                }
        });
        var sum = 0L;
        foreach (var cell in Data)
            sum += cell;
        Mean = sum / (double)Data.Length;
    }

    /// <summary>Of all cells.</summary>
    public double Mean { get; }

    public int Width { get; }

    public int Height { get; }

    public int[] Data { get; }

    /// <summary>The value at a place in 1/16 luma samples; null outside the picture.</summary>
    public int? At(int x16, int y16)
    {
        // Cell (0, 0) has its middle at luma (1.5, 1.5).
        var (x, y) = (x16 - 24, y16 - 24);
        if (x < -24 || y < -24 || x > (Width - 1) * 64 + 24 || y > (Height - 1) * 64 + 24)
            return null;
        x = Math.Clamp(x, 0, (Width - 1) * 64);
        y = Math.Clamp(y, 0, (Height - 1) * 64);
        var (left, top) = (x >> 6, y >> 6);
        var (fx, fy) = (x & 63, y & 63);
        var right = Math.Min(left + 1, Width - 1);
        var bottom = Math.Min(top + 1, Height - 1);
        long a = Data[top * Width + left] * (64 - fx) + Data[top * Width + right] * fx;
        long b = Data[bottom * Width + left] * (64 - fx) + Data[bottom * Width + right] * fx;
        return (int)((a * (64 - fy) + b * fy + 2048) >> 12);
    }
}
