using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Bench.Judges;

/// <summary>A line that was found, and what is known of it. Samples are counted apart where the scene moves behind it (first) and where it stands.</summary>
/// <param name="Source">The clip that its film was made of.</param>
/// <param name="Line">As the stage judges it.</param>
internal sealed record LineSample(string Source, bool IsDamaged, JudgedLine Line, int[] Samples, int[] Hits)
{
    /// <summary>True where three tenths of what it changes are damage.</summary>
    public bool IsScratch { get; } = Hits.Sum() > 0.3 * Samples.Sum();

    public double[] Traits { get; } = [.. Enumerable.Range(0, ScratchTraits.Count).Select(i => (double)Line.Traits[i])];
}
