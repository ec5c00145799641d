using Kinolux.Core.Review;
using Kinolux.Models.Registry;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// Dirt, dust, hairs, mold spots and blotches: whatever is in one frame and, followed along the motion, in neither neighbour.
/// See <c>despeckle.md</c>.
/// </summary>
/// <param name="models">The models that may judge.</param>
public sealed class Despeckle(ModelRegistry models) : IRestorationStage
{
    /// <summary>The kind of proposal for one piece of dirt in one frame.</summary>
    public const string Dirt = "dirt";

    /// <summary>The kind of proposal for one that covers more than a thousandth of the picture.</summary>
    public const string Blotch = "blotch";

    /// <summary>The kind of proposal that says for a shot who judges.</summary>
    public const string Judge = "dirt-judge";

    /// <summary>With the models at hand on this machine.</summary>
    public Despeckle() : this(ModelRegistry.Default)
    {
    }

    public StageInfo Info { get; } = new(
        "despeckle", "Dirt and dust", "Removes dirt, dust, hairs, mold spots and blotches that are in one frame only.",
        Version: 10, Before: 4, After: 4, [new ProposalKind(Dirt, "Dirt", Tone.Amber) { MayBeWished = true, IsSpot = true, Recurs = Recurrence.Spot }, new ProposalKind(Blotch, "Blotch", Tone.Orange) { MayBeWished = true, IsSpot = true, Recurs = Recurrence.Spot }])
    { Rim = RegionFill.Rim, Judge = Judge };

    public StageOptions DefaultOptions { get; } = new DespeckleOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) =>
        JudgeChoice.Propose(models, shot, quality, ((DespeckleOptions)options).Model, Info);

    public IStageRun Begin(StageScope scope) =>
        PrintedOnly.Begin(scope, Info.Rim, inside => new DespeckleRun(inside, Info, PlannedModel.Of(models, scope.Planned) is { } card ? new LearnedJudge(card, models.Open(card)) : null));
}
