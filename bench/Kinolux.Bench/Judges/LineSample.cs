namespace Kinolux.Bench.Judges;

/// <summary>A line that was found, and what is known of it. Samples are counted apart where the scene moves behind it (first) and where it stands.</summary>
/// <param name="Source">The clip that its film was made of.</param>
/// <param name="Waits">True where a rule leaves it to a person.</param>
/// <param name="Confidence">The judge's.</param>
internal sealed record LineSample(string Source, bool IsDamaged, double[] Traits, bool Waits, double Confidence, int[] Samples, int[] Hits)
{
    /// <summary>True where three tenths of what it changes are damage.</summary>
    public bool IsScratch => Hits.Sum() > 0.3 * Samples.Sum();
}
