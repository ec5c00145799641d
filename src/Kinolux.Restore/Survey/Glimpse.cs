using System.Numerics;
using Kinolux.Core.Kernels;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Survey;

/// <summary>A frame's guide plane averaged down to about 180 columns: small enough to compare with many others, smooth enough not to mind grain.</summary>
internal sealed class Glimpse
{
    private const int Columns = 180;

    /// <param name="width">Of the guide planes that it will show.</param>
    public Glimpse(int width, int height)
    {
        Factor = Math.Max(1, Math.Min((width + Columns / 2) / Columns, Math.Min(width, height)));
        (Width, Height) = (width / Factor, height / Factor);
        Grey = new float[Width * Height];
        Detail = new float[Width * Height];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Luma samples per glimpse sample, each way.</summary>
    public int Factor { get; }

    /// <summary>Mean grey, 16-bit levels.</summary>
    public float[] Grey { get; }

    /// <summary><see cref="Grey"/> less its 5 × 5 mean: edges and texture without the light.</summary>
    public float[] Detail { get; }

    /// <summary>Shows a plane instead of what it showed before.</summary>
    public void Take(Plane plane, RowRunner rows)
    {
        rows.Run(Height, (first, end) =>
        {
            var sums = new uint[plane.Width];
            for (var y = first; y < end; y++)
                AverageRow(plane, y, sums);
        });
        rows.Run(Height, HighPass);
    }

    private void AverageRow(Plane plane, int y, uint[] sums)
    {
        Array.Clear(sums);
        for (var j = 0; j < Factor; j++)
            AddRow(plane.Row(y * Factor + j), sums);
        var scale = 1f / (Factor * Factor);
        for (var x = 0; x < Width; x++)
        {
            var sum = 0u;
            foreach (var column in sums.AsSpan(x * Factor, Factor))
                sum += column;
            Grey[y * Width + x] = sum * scale;
        }
    }

    private static void AddRow(ReadOnlySpan<ushort> row, Span<uint> sums)
    {
        var x = 0;
        for (; x <= row.Length - Vector<ushort>.Count; x += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(row[x..]), out var low, out var high);
            (new Vector<uint>(sums[x..]) + low).CopyTo(sums[x..]);
            (new Vector<uint>(sums[(x + Vector<uint>.Count)..]) + high).CopyTo(sums[(x + Vector<uint>.Count)..]);
        }
        for (; x < row.Length; x++)
            sums[x] += row[x];
    }

    private void HighPass(int first, int end)
    {
        // Two samples of nothing on each side keep the ends out of the way.
        var columns = new float[Width + 4];
        for (var y = first; y < end; y++)
        {
            var (top, bottom) = (Math.Max(0, y - 2), Math.Min(Height - 1, y + 2));
            Grey.AsSpan(top * Width, Width).CopyTo(columns.AsSpan(2));
            for (var j = top + 1; j <= bottom; j++)
                Add(Grey.AsSpan(j * Width, Width), columns.AsSpan(2, Width));
            var inner = 1f / (5 * (bottom - top + 1));
            for (var x = 0; x < Width; x++)
            {
                var sum = columns[x] + columns[x + 1] + columns[x + 2] + columns[x + 3] + columns[x + 4];
                var share = x >= 2 && x < Width - 2 ? inner : 1f / ((Math.Min(Width - 1, x + 2) - Math.Max(0, x - 2) + 1) * (bottom - top + 1));
                Detail[y * Width + x] = Grey[y * Width + x] - sum * share;
            }
        }
    }

    private static void Add(ReadOnlySpan<float> row, Span<float> sums)
    {
        var x = 0;
        for (; x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
            (new Vector<float>(sums[x..]) + new Vector<float>(row[x..])).CopyTo(sums[x..]);
        for (; x < row.Length; x++)
            sums[x] += row[x];
    }
}
