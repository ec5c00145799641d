namespace Kinolux.Bench.Judges;

/// <summary>Logistic regression with a small ridge, by Newton's method. The last weight is the bias.</summary>
internal static class LogisticFit
{
    private const double Ridge = 1;
    private const int Rounds = 40;

    public static double[] Of(IReadOnlyList<(double[] Traits, bool True, double Weight)> rows)
    {
        var count = rows[0].Traits.Length + 1;
        var weights = new double[count];
        for (var round = 0; round < Rounds; round++)
        {
            var system = new double[count, count + 1];
            for (var i = 0; i < count; i++)
            {
                system[i, i] = i < count - 1 ? Ridge : 1e-6;
                system[i, count] = -system[i, i] * weights[i];
            }
            foreach (var (traits, isTrue, weight) in rows)
            {
                var p = Probability(weights, traits);
                for (var i = 0; i < count; i++)
                {
                    system[i, count] += weight * ((isTrue ? 1 : 0) - p) * Trait(traits, i);
                    for (var j = 0; j < count; j++)
                        system[i, j] += weight * p * (1 - p) * Trait(traits, i) * Trait(traits, j);
                }
            }
            var step = Solve(system);
            var most = step.Max(Math.Abs);
            for (var i = 0; i < count; i++)
                weights[i] += step[i] * Math.Min(1, 2 / most);
            if (most < 1e-6)
                break;
        }
        return weights;
    }

    public static double Probability(double[] weights, double[] traits)
    {
        var sum = weights[^1];
        for (var i = 0; i < traits.Length; i++)
            sum += weights[i] * traits[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double Trait(double[] traits, int i) => i < traits.Length ? traits[i] : 1;

    // Gauss and Jordan; the ridge keeps it definite.
    private static double[] Solve(double[,] system)
    {
        var count = system.GetLength(0);
        for (var pivot = 0; pivot < count; pivot++)
            for (var row = 0; row < count; row++)
            {
                var factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= count && factor != 0; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        return [.. Enumerable.Range(0, count).Select(i => system[i, count] / system[i, i])];
    }
}
