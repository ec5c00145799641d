namespace Kinolux.Restore.Noise;

/// <summary>
/// Noise by brightness: film grain is strongest in the middle greys, a scanner's noise grows with the light.
/// <see cref="Sigma"/> holds <see cref="Knots"/> standard deviations in full-scale 16-bit levels, for grey (i + 0.5) · 65536 / <see cref="Knots"/>; between them it is linear, beyond them constant.
/// </summary>
public sealed record NoiseCurve
{
    public const int Knots = 8;

    private const int KnotShift = 13;

    /// <exception cref="ArgumentException">Not <see cref="Knots"/> values, or one that is negative or not finite.</exception>
    public NoiseCurve(IReadOnlyList<float> sigma)
    {
        if (sigma.Count != Knots || sigma.Any(value => !(value >= 0) || float.IsInfinity(value)))
            throw new ArgumentException("A noise curve has eight finite standard deviations.", nameof(sigma));
        Sigma = sigma;
    }

    public static NoiseCurve None { get; } = Flat(0);

    public IReadOnlyList<float> Sigma { get; }

    /// <summary>The mean of the knots.</summary>
    public float Mean
    {
        get
        {
            var sum = 0f;
            for (var i = 0; i < Knots; i++)
                sum += Sigma[i];
            return sum / Knots;
        }
    }

    /// <summary>The same noise at every brightness.</summary>
    public static NoiseCurve Flat(float sigma) => new(Enumerable.Repeat(sigma, Knots).ToArray());

    /// <summary>Knot by knot the median of some frames' curves; <see cref="None"/> of no curves.</summary>
    public static NoiseCurve Median(IReadOnlyCollection<NoiseCurve> curves)
    {
        if (curves.Count == 0)
            return None;
        var sigma = new float[Knots];
        for (var i = 0; i < Knots; i++)
        {
            var values = curves.Select(curve => curve.Sigma[i]).ToArray();
            Array.Sort(values);
            sigma[i] = values[values.Length / 2];
        }
        return new NoiseCurve(sigma);
    }

    /// <summary>The standard deviation at a grey level of 0 to 65535.</summary>
    public float At(int level)
    {
        var place = level - (1 << (KnotShift - 1));
        if (place <= 0)
            return Sigma[0];
        var knot = place >> KnotShift;
        if (knot >= Knots - 1)
            return Sigma[Knots - 1];
        var share = (place & ((1 << KnotShift) - 1)) * (1f / (1 << KnotShift));
        return Sigma[knot] + (Sigma[knot + 1] - Sigma[knot]) * share;
    }

    public bool Equals(NoiseCurve? other) => other is not null && Sigma.SequenceEqual(other.Sigma);

    public override int GetHashCode() => Sigma.Aggregate(0, HashCode.Combine);
}
