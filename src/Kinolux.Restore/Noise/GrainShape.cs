namespace Kinolux.Restore.Noise;

/// <summary>
/// How coarse grain is: white noise run through the kernel (k, 1, k) both ways, k from 0 (fine as samples) to 0.5. From the one number that a picture yields, <see cref="NoiseMeter.Coarseness"/>,
/// follow the strength of grain at every frequency and the way to make more of the same. All is relative to the deviation that <see cref="NoiseMeter.Measure"/> gives, which sees the fine part only.
/// </summary>
internal sealed class GrainShape
{
    /// <summary>Grain coarser than this cannot be told from detail.</summary>
    public const float Coarsest = 4;

    private GrainShape(double kernel)
    {
        Kernel = (float)kernel;
        var fine = Energy([kernel, 1, kernel], [1, -2, 1]);
        Gain = (float)(6 / fine);
        double[] correlation = [1 + 2 * kernel * kernel, 2 * kernel, kernel * kernel];
        var line = new double[8];
        for (var k = 0; k < 8; k++)
            for (var i = 0; i < 8; i++)
                for (var j = Math.Max(i - 2, 0); j <= Math.Min(i + 2, 7); j++)
                    line[k] += Cosine(k, i) * Cosine(k, j) * correlation[Math.Abs(i - j)] * Gain;
        Spectrum = Enumerable.Range(0, 64).Select(i => (float)Math.Sqrt(line[i / 8] * line[i % 8])).ToArray();
        Total = (float)(Gain * correlation[0]);
    }

    public static GrainShape Fine { get; } = new(0);

    /// <summary>k.</summary>
    public float Kernel { get; }

    /// <summary>What white noise filtered by the kernel both ways is multiplied with to measure 1.</summary>
    public float Gain { get; }

    /// <summary>The deviation of each coefficient of an orthonormal 8 × 8 cosine transform, row by row, where the meter says 1.</summary>
    public IReadOnlyList<float> Spectrum { get; }

    /// <summary>The deviation of a sample where the meter says 1.</summary>
    public float Total { get; }

    /// <param name="coarseness">As <see cref="NoiseMeter.Coarseness"/> gives it; clamped to what makes sense.</param>
    public static GrainShape Of(float coarseness)
    {
        if (coarseness <= 1)
            return Fine;
        var (low, high) = (0.0, 0.5);
        for (var i = 0; i < 20; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = CoarsenessOf(middle) < Math.Min(coarseness, Coarsest) ? (middle, high) : (low, middle);
        }
        return new GrainShape(low);
    }

    // What the meter finds at half size against full size; 1 for white noise. Squares of one direction are deviations of both.
    private static double CoarsenessOf(double kernel) =>
        2 * Energy([0.5 * kernel, 0.5 + 0.5 * kernel, 0.5 + 0.5 * kernel, 0.5 * kernel], [1, 0, -2, 0, 1]) / Energy([kernel, 1, kernel], [1, -2, 1]);

    private static double Energy(double[] one, double[] two)
    {
        var product = new double[one.Length + two.Length - 1];
        for (var i = 0; i < one.Length; i++)
            for (var j = 0; j < two.Length; j++)
                product[i + j] += one[i] * two[j];
        return product.Sum(value => value * value);
    }

    private static double Cosine(int k, int n) => (k == 0 ? Math.Sqrt(0.125) : 0.5) * Math.Cos(Math.PI * (2 * n + 1) * k / 16);
}
