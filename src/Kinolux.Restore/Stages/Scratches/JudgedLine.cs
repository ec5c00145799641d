namespace Kinolux.Restore.Stages.Scratches;

/// <summary>A line and what is held of it.</summary>
/// <param name="SceneMoves">Whether the whole picture goes past it, before it and after.</param>
/// <param name="SceneGoes">Whether the whole picture leaves its place over tens of frames.</param>
/// <param name="Claim">Why it is left to the scene whatever the film shows of it.</param>
internal sealed record JudgedLine(LinePath Path, LineKind Kind, LineTrack Track, ScratchTraits Traits, bool SceneMoves, bool SceneGoes, SceneClaim Claim)
{
    /// <summary>True where only a person can tell.</summary>
    public bool Waits => Claim != SceneClaim.None || ScratchJudge.Waits(Kind, Track, SceneMoves, SceneGoes);

    /// <summary>0 to 1.</summary>
    public double Confidence => ScratchJudge.Confidence(Traits, Waits);
}
