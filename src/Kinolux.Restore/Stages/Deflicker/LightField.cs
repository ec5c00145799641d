using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>What the cells of the grid need beyond the whole picture's correction: a log gain, and a shift (16-bit levels) at the cell's own grey.</summary>
internal sealed class LightField
{
    private const int Width = FrameSurvey.GridWidth;
    private const int Height = FrameSurvey.GridHeight;

    public float[] Gain { get; private set; } = new float[Width * Height];

    public float[] Shift { get; private set; } = new float[Width * Height];

    /// <summary>Median against cells that followed a moving thing, then a Gaussian against noise.</summary>
    public void Smooth() => (Gain, Shift) = (Gauss(Median(Gain)), Gauss(Median(Shift)));

    private static float[] Median(float[] field)
    {
        var result = new float[field.Length];
        Span<float> near = stackalloc float[9];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var count = 0;
                // Beyond the rim the field goes on as it sloped, or the rim would lose its slope.
                for (var j = y - 1; j <= y + 1; j++)
                    for (var i = x - 1; i <= x + 1; i++)
                        near[count++] = Beyond(field, i, j);
                near.Sort();
                result[y * Width + x] = Math.Clamp(field[y * Width + x], near[3], near[5]);
            }
        return result;
    }

    private static float Beyond(float[] field, int x, int y)
    {
        var (inX, inY) = (Math.Clamp(x, 0, Width - 1), Math.Clamp(y, 0, Height - 1));
        var (mirrorX, mirrorY) = (2 * inX - x, 2 * inY - y);
        var value = field[inY * Width + inX];
        return inX == x && inY == y ? value : 2 * value - field[mirrorY * Width + mirrorX];
    }

    private static float[] Gauss(float[] field)
    {
        var result = new float[field.Length];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (sum, weights) = (0f, 0f);
                // Mirrored pairs only, so that slopes stay as they are.
                for (var j = -Math.Min(1, Math.Min(y, Height - 1 - y)); j <= Math.Min(1, Math.Min(y, Height - 1 - y)); j++)
                    for (var i = -Math.Min(1, Math.Min(x, Width - 1 - x)); i <= Math.Min(1, Math.Min(x, Width - 1 - x)); i++)
                    {
                        var weight = (j == 0 ? 1f : 0.5f) * (i == 0 ? 1f : 0.5f);
                        sum += weight * field[(y + j) * Width + x + i];
                        weights += weight;
                    }
                result[y * Width + x] = sum / weights;
            }
        return result;
    }
}
