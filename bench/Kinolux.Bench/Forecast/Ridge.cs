namespace Kinolux.Bench.Forecast;

/// <summary>Ridge regression on features that are brought to a mean of 0 and a deviation of 1 first; its weights are those of the features as they were.</summary>
internal sealed record Ridge(double Intercept, double[] Weights)
{
    public double Of(double[] features) => Intercept + features.Zip(Weights, (value, weight) => value * weight).Sum();

    /// <param name="strength">Added to the diagonal.</param>
    public static Ridge Fit(IReadOnlyList<double[]> features, IReadOnlyList<double> targets, double strength)
    {
        var (count, width) = (features.Count, features[0].Length);
        var mean = Enumerable.Range(0, width).Select(j => features.Average(row => row[j])).ToArray();
        var deviation = Enumerable.Range(0, width).Select(j => Math.Sqrt(features.Average(row => (row[j] - mean[j]) * (row[j] - mean[j])))).ToArray();
        var middle = targets.Average();
        var system = new double[width, width + 1];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < width; j++)
            {
                var left = (features[i][j] - mean[j]) / deviation[j];
                for (var k = 0; k < width; k++)
                    system[j, k] += left * (features[i][k] - mean[k]) / deviation[k];
                system[j, width] += left * (targets[i] - middle);
            }
        for (var j = 0; j < width; j++)
            system[j, j] += strength;
        var weights = Solve(system).Select((weight, j) => weight / deviation[j]).ToArray();
        return new Ridge(middle - weights.Zip(mean, (weight, at) => weight * at).Sum(), weights);
    }

    // Gauss and Jordan; the diagonal is never zero.
    private static double[] Solve(double[,] system)
    {
        var width = system.GetLength(0);
        for (var j = 0; j < width; j++)
            for (var i = 0; i < width; i++)
                if (i != j && system[i, j] / system[j, j] is var times)
                    for (var k = j; k <= width; k++)
                        system[i, k] -= times * system[j, k];
        return [.. Enumerable.Range(0, width).Select(j => system[j, width] / system[j, j])];
    }
}
