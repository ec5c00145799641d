using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Bench.Judges;

/// <summary>What becomes of a damaged sample, the best first where several lines cover it.</summary>
internal enum LineFate
{
    Taken,
    LittleScore,
    FilmNoMoreThanScene,
    Passes,
    Stands,
    LightJumps,
    Rim,
    Broad,
    BesideMask,
    NoLine,
}

/// <summary>Of lines.</summary>
internal static class LineFates
{
    /// <summary>What the judge as it is makes of a line.</summary>
    public static LineFate Of(JudgedLine line) => line switch
    {
        { Confidence: >= 0.5 } => LineFate.Taken,
        { Kind: LineKind.Broad } => LineFate.Broad,
        { Kind: LineKind.Rim } => LineFate.Rim,
        { Claim: SceneClaim.LightJumps } => LineFate.LightJumps,
        { Claim: SceneClaim.Stands } => LineFate.Stands,
        { Claim: SceneClaim.Passes } => LineFate.Passes,
        { Waits: true } => LineFate.FilmNoMoreThanScene,
        _ => LineFate.LittleScore,
    };
}
