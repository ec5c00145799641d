namespace Kinolux.Restore.Survey;

/// <summary>
/// Splits a curve over a shot into what was meant (a camera's move, a fade) and what shakes from frame to frame.
/// Penalised least squares (Whittaker 1923; Eilers, "A perfect smoother", 2003), as smooth as the curve allows.
/// </summary>
internal static class Smoothing
{
    /// <summary>Cutoff periods in frames, smoothest first; infinity is a straight line, and 0 stands for a constant.</summary>
    private static readonly double[] Periods = [0, double.PositiveInfinity, 400, 200, 100, 60, 36, 24, 16, 11];

    /// <summary>The cutoff that predicts each point best from the others: generalised cross-validation (Craven and Wahba 1979). It rather follows a move too closely than take it for shake.</summary>
    public static double Choose(double[] curve, double[]? weights, double shortest)
    {
        var (best, chosen) = (double.PositiveInfinity, 0.0);
        foreach (var cutoff in Periods)
        {
            if (cutoff > 0 && cutoff < shortest)
                continue;
            var smooth = Smooth(curve, cutoff, weights);
            var (squares, total) = (1e-12, 0.0);
            for (var i = 0; i < curve.Length; i++)
            {
                var weight = weights?[i] ?? 1;
                squares += weight * (curve[i] - smooth[i]) * (curve[i] - smooth[i]);
                total += weight;
            }
            var left = total - Freedom(cutoff, curve.Length);
            if (left > 1 && squares / (left * left) < best * 0.97)
                (best, chosen) = (squares / (left * left), cutoff);
        }
        return chosen;
    }

    /// <summary>
    /// The smoothest cutoff, at least <paramref name="shortest"/>, that the curves of one length speak for together: each freedom more has to earn its keep
    /// (Schwarz, "Estimating the dimension of a model", 1978), since a curve that follows the shake by chance leaves it in the film as drift.
    /// </summary>
    public static double ChooseStiff(double shortest, params ReadOnlySpan<double[]> curves)
    {
        var (best, chosen) = (double.PositiveInfinity, 0.0);
        var length = curves[0].Length;
        Span<double> constant = stackalloc double[curves.Length];
        foreach (var cutoff in Periods)
        {
            if (cutoff > 0 && cutoff < shortest)
                continue;
            var left = 0.0;
            for (var c = 0; c < curves.Length; c++)
            {
                var squares = 1e-12 + Squares(curves[c], Smooth(curves[c], cutoff));
                if (cutoff == 0)
                    constant[c] = squares;
                left += squares / constant[c];
            }
            var score = length * Math.Log(left) + Freedom(cutoff, length) * Math.Log(length);
            if (score < best)
                (best, chosen) = (score, cutoff);
        }
        return chosen;
    }

    private static double Squares(double[] curve, double[] smooth)
    {
        var sum = 0.0;
        for (var i = 0; i < curve.Length; i++)
            sum += (curve[i] - smooth[i]) * (curve[i] - smooth[i]);
        return sum;
    }

    /// <summary>How many independent numbers a smooth curve of this length has.</summary>
    private static double Freedom(double cutoff, int length) =>
        cutoff == 0 ? 1 : double.IsInfinity(cutoff) ? 2 : 3 + 2.0 * length / cutoff;

    /// <summary>The curve without what is faster than <paramref name="cutoff"/> frames.</summary>
    public static double[] Smooth(double[] curve, double cutoff, double[]? weights = null)
    {
        var degree = cutoff == 0 ? 1 : double.IsInfinity(cutoff) ? 2 : 3;
        ReadOnlySpan<double> difference = degree switch { 1 => [-1, 1], 2 => [1, -2, 1], _ => [-1, 3, -3, 1] };
        var penalty = degree == 3 ? Math.Pow(cutoff / (2 * Math.PI), 6) : 1e9;
        var system = new BandedSystem(curve.Length, degree);
        for (var i = 0; i < curve.Length; i++)
            system.Add(i, [1], curve[i], Math.Max(weights?[i] ?? 1, 1e-6));
        for (var i = 0; i + degree < curve.Length; i++)
            system.Add(i, difference, 0, penalty);
        return system.Solve();
    }

    /// <summary>What changes from frame to frame and back, as most of the curve does: from the median of the second differences, which single frames do not move, scaled so that independent shakes give their own deviation.</summary>
    public static double UsualShake(ReadOnlySpan<double> curve)
    {
        if (curve.Length < 3)
            return 0;
        var bends = new double[curve.Length - 2];
        for (var i = 2; i < curve.Length; i++)
            bends[i - 2] = Math.Abs(curve[i] - 2 * curve[i - 1] + curve[i - 2]);
        Array.Sort(bends);
        return 1.4826 * bends[bends.Length / 2] / Math.Sqrt(6);
    }
}
