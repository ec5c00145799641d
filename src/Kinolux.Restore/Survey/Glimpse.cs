using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Survey;

/// <summary>A frame's guide plane averaged down to about 180 columns: small enough to compare with many others, smooth enough not to mind grain.</summary>
internal sealed class Glimpse
{
    private const int Columns = 180;

    private Glimpse(int width, int height, int factor)
    {
        Width = width;
        Height = height;
        Factor = factor;
        Grey = new float[width * height];
        Detail = new float[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Luma samples per glimpse sample, each way.</summary>
    public int Factor { get; }

    /// <summary>Mean grey, 16-bit levels.</summary>
    public float[] Grey { get; }

    /// <summary><see cref="Grey"/> less its 5 × 5 mean: edges and texture without the light.</summary>
    public float[] Detail { get; }

    public static Glimpse Of(Plane plane, RowRunner rows)
    {
        var factor = Math.Max(1, Math.Min((plane.Width + Columns / 2) / Columns, Math.Min(plane.Width, plane.Height)));
        var glimpse = new Glimpse(plane.Width / factor, plane.Height / factor, factor);
        rows.Run(glimpse.Height, (first, end) =>
        {
            var sums = new uint[glimpse.Width];
            for (var y = first; y < end; y++)
                glimpse.AverageRow(plane, y, sums);
        });
        rows.Run(glimpse.Height, glimpse.HighPass);
        return glimpse;
    }

    private void AverageRow(Plane plane, int y, uint[] sums)
    {
        Array.Clear(sums);
        for (var j = 0; j < Factor; j++)
        {
            var row = plane.Row(y * Factor + j);
            for (var x = 0; x < sums.Length; x++)
            {
                var sum = 0u;
                foreach (var sample in row.Slice(x * Factor, Factor))
                    sum += sample;
                sums[x] += sum;
            }
        }
        var scale = 1f / (Factor * Factor);
        for (var x = 0; x < sums.Length; x++)
            Grey[y * Width + x] = sums[x] * scale;
    }

    private void HighPass(int first, int end)
    {
        for (var y = first; y < end; y++)
        {
            var (top, bottom) = (Math.Max(0, y - 2), Math.Min(Height - 1, y + 2));
            for (var x = 0; x < Width; x++)
            {
                var (left, right) = (Math.Max(0, x - 2), Math.Min(Width - 1, x + 2));
                var sum = 0f;
                for (var j = top; j <= bottom; j++)
                    for (var i = left; i <= right; i++)
                        sum += Grey[j * Width + i];
                Detail[y * Width + x] = Grey[y * Width + x] - sum / ((bottom - top + 1) * (right - left + 1));
            }
        }
    }
}
