namespace Kinolux.Restore.Stages.Scratches;

/// <summary>A line and what is held of it.</summary>
internal sealed record JudgedLine(LinePath Path, LineKind Kind, LineTrack Track, ScratchTraits Traits, bool SceneMoves)
{
    /// <summary>True where only a person can tell.</summary>
    public bool Waits => ScratchJudge.Waits(Kind, Track, SceneMoves);

    /// <summary>0 to 1.</summary>
    public double Confidence => ScratchJudge.Confidence(Traits, Waits);
}
