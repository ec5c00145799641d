namespace Kinolux.Restore.Stages.Scratches;

/// <summary>A line and what is held of it.</summary>
/// <param name="Support">How surely the frames around show a scratch at its place of the film: 0 to 1, the mean of what each of them shows; null where they were not asked.</param>
internal sealed record JudgedLine(LinePath Path, ScratchTraits Traits, LineKind Kind, float? Support)
{
    /// <summary>True where only a person can tell.</summary>
    public bool Waits => ScratchJudge.Waits(this);

    /// <summary>0 to 1.</summary>
    public double Confidence => ScratchJudge.Confidence(this);
}
