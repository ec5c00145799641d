using Kinolux.Core.Frames;

namespace Kinolux.Tests.Restore.Motion;

/// <summary>A texture that can be sampled anywhere, so that its motion is known exactly.</summary>
internal sealed class MotionPictures
{
    private readonly (double Fx, double Fy, double Phase, double Size)[] _waves;

    public MotionPictures(int seed, double finest = 6)
    {
        var random = new Random(seed);
        _waves = new (double, double, double, double)[24];
        for (var i = 0; i < _waves.Length; i++)
        {
            var length = finest * Math.Pow(20, random.NextDouble());
            var angle = random.NextDouble() * Math.Tau;
            _waves[i] = (Math.Cos(angle) * Math.Tau / length, Math.Sin(angle) * Math.Tau / length, random.NextDouble() * Math.Tau, Math.Sqrt(length));
        }
        var sum = Math.Sqrt(_waves.Sum(w => w.Size * w.Size) / 2);
        for (var i = 0; i < _waves.Length; i++)
            _waves[i].Size *= 9000 / sum;
    }

    public double At(double x, double y)
    {
        var sum = 32768.0;
        foreach (var (fx, fy, phase, size) in _waves)
            sum += size * Math.Sin(fx * x + fy * y + phase);
        return sum;
    }

    /// <summary>The picture whose sample at (x, y) is the texture at <paramref name="from"/>(x, y), with gain and offset.</summary>
    public Plane Draw(int width, int height, Func<double, double, (double X, double Y)> from, double gain = 1, double offset = 0)
    {
        var plane = new Plane(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = from(x, y);
                plane[x, y] = (ushort)Math.Clamp(Math.Round(At(sx, sy) * gain + offset), 0, 65535);
            }
        });
        return plane;
    }

    public Plane Still(int width, int height) => Draw(width, height, static (x, y) => (x, y));

    /// <summary>The picture after everything moved by (u, v).</summary>
    public Plane Moved(int width, int height, double u, double v, double gain = 1, double offset = 0) =>
        Draw(width, height, (x, y) => (x - u, y - v), gain, offset);
}
