using Kinolux.Core.Review;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Vertical lines that run along the film: steady, drifting, broken and half transparent ones. See <c>scratches.md</c>.</summary>
public sealed class Scratches : IRestorationStage
{
    /// <summary>The kind of proposal for one line in one frame.</summary>
    public const string Scratch = "scratch";

    public StageInfo Info { get; } = new(
        "scratches", "Scratches", "Removes vertical lines that run along the film; poles and window frames stay.",
        Version: 16, Before: LineLook.Reach, After: LineLook.Reach, [
            new ProposalKind(Scratch, "Scratch", Tone.Violet)
            {
                MayBeWished = true, IsSpot = true, Recurs = Recurrence.Line, Rules = [new KindRule(0.5, Verdict.Accept), new KindRule(0.3, Verdict.Wait, "may be an upright line of the scene")],
            },
        ])
    { Rim = RegionFill.Rim };

    public StageOptions DefaultOptions { get; } = new ScratchesOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => [];

    public IStageRun Begin(StageScope scope) => PrintedOnly.Begin(scope, Info.Rim, inside => new ScratchesRun(inside, Info));
}
