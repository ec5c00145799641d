using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>Gain and offset at the corners of a frame's cells' centres, one cell more on each side, so that every sample is between four of them.</summary>
internal sealed class LightMap
{
    public const int Width = FrameSurvey.GridWidth + 2;
    public const int Height = FrameSurvey.GridHeight + 2;

    private LightMap()
    {
    }

    public float[] Gain { get; } = new float[Width * Height];

    /// <summary>16-bit levels.</summary>
    public float[] Offset { get; } = new float[Width * Height];

    /// <param name="grid">The frame's grey per cell, about which the field's gain turns.</param>
    public static LightMap Of(float[] grid, double gain, double offset, LightField? field, double local)
    {
        var map = new LightMap();
        for (var y = 0; y < FrameSurvey.GridHeight; y++)
            for (var x = 0; x < FrameSurvey.GridWidth; x++)
            {
                var cell = y * FrameSurvey.GridWidth + x;
                var (own, shift) = field is null ? (1.0, 0.0) : (Math.Exp(field.Gain[cell] * local), field.Shift[cell] * local);
                var at = (y + 1) * Width + x + 1;
                map.Gain[at] = (float)(gain * own);
                map.Offset[at] = (float)(gain * grid[cell] + offset + shift - gain * own * grid[cell]);
            }
        Extend(map.Gain);
        Extend(map.Offset);
        return map;
    }

    private static void Extend(float[] values)
    {
        for (var y = 1; y < Height - 1; y++)
        {
            values[y * Width] = 2 * values[y * Width + 1] - values[y * Width + 2];
            values[y * Width + Width - 1] = 2 * values[y * Width + Width - 2] - values[y * Width + Width - 3];
        }
        for (var x = 0; x < Width; x++)
        {
            values[x] = 2 * values[Width + x] - values[2 * Width + x];
            values[(Height - 1) * Width + x] = 2 * values[(Height - 2) * Width + x] - values[(Height - 3) * Width + x];
        }
    }
}
