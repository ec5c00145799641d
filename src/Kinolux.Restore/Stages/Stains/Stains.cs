using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>Large, half transparent discolourations that stay in their place on the film while the scene moves beneath. See <c>stains.md</c>.</summary>
public sealed class Stains : IRestorationStage
{
    /// <summary>The kind of proposal for one stain in one frame.</summary>
    public const string Stain = "stain";

    public StageInfo Info { get; } = new(
        "stains", "Stains", "Evens out large, slow discolourations: water marks, mold, tide lines.",
        Version: 9, Before: 8, After: 8, [
            new ProposalKind(Stain, "Stain", Tone.Green)
            {
                MayBeWished = true, IsSpot = true, Rules = [new KindRule(0, Verdict.Wait, "may be meant: a shadow or a dirty window looks the same")],
            },
        ])
    { Rim = 3 * CellPlane.Side };

    public StageOptions DefaultOptions { get; } = new StainsOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => LastingStain.In(shot, Info);

    public IStageRun Begin(StageScope scope) => PrintedOnly.Begin(scope, Info.Rim, inside => new StainsRun(inside, Info));
}
