using Kinolux.Core.Frames;
using Kinolux.Media;

namespace Kinolux.Tests.Restore.Survey;

/// <summary>A film made by a function of frame number, x and y (grey 0 to 1).</summary>
internal sealed class SyntheticFilm(int width, int height, int count, Func<int, double, double, double> grey) : IFrameSource
{
    private readonly FramePool _pool = new();
    private int _next;

    public FrameFormat Format { get; } = new(width, height, PixelLayout.Gray, 8);

    public Frame? Read() => _next >= count ? null : At(_next++);

    public Frame At(int number)
    {
        var frame = _pool.Rent(Format);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                frame.Guide[x, y] = FrameFormat.Widen((int)Math.Round(Math.Clamp(grey(number, x, y), 0, 1) * 255), 8);
        return frame;
    }

    public void Dispose()
    {
    }

    /// <summary>Smooth, aperiodic texture around 0.5, different for each seed.</summary>
    public static double Texture(int seed, double x, double y)
    {
        var sum = 0.0;
        for (var octave = 0; octave < 4; octave++)
        {
            var scale = 32.0 / (1 << octave);
            sum += (Noise(seed * 31 + octave, x / scale, y / scale) - 0.5) * (octave == 0 ? 0.5 : 0.35 / octave);
        }
        return 0.5 + sum;
    }

    private static double Noise(int seed, double x, double y)
    {
        var (x0, y0) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - x0, y - y0);
        (fx, fy) = (fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy));
        return (1 - fy) * ((1 - fx) * Hash(seed, x0, y0) + fx * Hash(seed, x0 + 1, y0)) + fy * ((1 - fx) * Hash(seed, x0, y0 + 1) + fx * Hash(seed, x0 + 1, y0 + 1));
    }

    /// <summary>0 to 1, the same for the same arguments.</summary>
    public static double Hash(int seed, int x, int y)
    {
        var h = (uint)(seed * 374761393 + x * 668265263 + y * 1274126177);
        h = (h ^ (h >> 13)) * 1274126177u;
        return (h ^ (h >> 16)) / (double)uint.MaxValue;
    }
}
