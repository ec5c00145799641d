using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages;

/// <summary>
/// A restoration stage. <see cref="Plan"/> belongs to the first pass and sees a whole shot's measurements but no pictures;
/// <see cref="Begin"/> starts the second pass, which detects and repairs frame by frame inside the stage's window.
/// Stages have no state of their own and may be used from many threads.
/// </summary>
public interface IRestorationStage
{
    StageInfo Info { get; }

    StageOptions DefaultOptions { get; }

    /// <summary>Proposes what concerns a whole shot (a weave path, a flicker curve); empty where there is nothing.</summary>
    IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality);

    /// <summary>What the samples that an applied proposal of its kinds is about become in one of its frames; untouched where it leaves the frame as it is.</summary>
    Origin OriginOf(Proposal applied, StageOptions options, int frame) =>
        !Info.Repairs(applied.Kind) ? Origin.Untouched : Info.Generates ? Origin.Generated : Origin.Repaired;

    /// <summary>Starts work on a chunk of a shot.</summary>
    IStageRun Begin(StageScope scope);
}
