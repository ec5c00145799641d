namespace Kinolux.Restore.Evaluation;

/// <summary>Sums over samples of a reference (a) and a film (b), from which the best gain and offset for the film and the error that remains follow.</summary>
internal readonly record struct FitSums(long N, double A, double B, double AA, double BB, double AB)
{
    public FitSums With(double a, double b) => new(N + 1, A + a, B + b, AA + a * a, BB + b * b, AB + a * b);

    public static FitSums operator +(FitSums x, FitSums y) => new(x.N + y.N, x.A + y.A, x.B + y.B, x.AA + y.AA, x.BB + y.BB, x.AB + y.AB);

    /// <summary>Gain and offset that bring the film nearest to the reference.</summary>
    public (double Gain, double Offset) Best()
    {
        var spread = BB - B * B / N;
        var gain = spread > 1e-9 ? (AB - A * B / N) / spread : 1;
        return (gain, (A - gain * B) / N);
    }

    /// <summary>Mean squared error after the film is changed by a gain and an offset.</summary>
    public double MeanSquare(double gain, double offset) =>
        Math.Max(0, (AA + gain * gain * BB + N * offset * offset - 2 * gain * AB - 2 * offset * A + 2 * gain * offset * B) / N);
}
