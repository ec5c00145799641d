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

    /// <summary>What the samples that an applied proposal is about become in one of its frames; untouched where it leaves the frame as it is.</summary>
    /// <param name="change">The proposal's.</param>
    /// <param name="at">How many frames of the proposal are before that one.</param>
    Origin OriginOf(string kind, System.Text.Json.Nodes.JsonObject? change, int at, StageOptions options) =>
        !Info.Repairs(kind) ? Origin.Untouched : Info.Generates ? Origin.Generated : Origin.Repaired;

    /// <summary>Starts work on a chunk of a shot.</summary>
    IStageRun Begin(StageScope scope);
}
