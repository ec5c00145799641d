using Kinolux.Core.Frames;

namespace Kinolux.Tests.Restore.Noise;

/// <summary>Seeded normal noise for tests.</summary>
internal static class SyntheticNoise
{
    /// <summary>Adds white noise of a standard deviation by level, rounded and clipped.</summary>
    public static Plane Add(Plane plane, Func<int, double> sigma, int seed)
    {
        var random = new Random(seed);
        for (var y = 0; y < plane.Height; y++)
            foreach (ref var sample in plane.Row(y))
                sample = (ushort)Math.Clamp(Math.Round(sample + sigma(sample) * Normal(random)), 0, 65535);
        return plane;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
