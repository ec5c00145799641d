namespace Kinolux.Bench.Models;

/// <summary>Seeded normal numbers of deviation 1 (G. E. P. Box, M. E. Muller, 1958).</summary>
internal sealed class Gaussian(int seed)
{
    private readonly Random _random = new(seed);

    public float Next() => (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
}
