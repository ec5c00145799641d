using Kinolux.Core.Review;
using Kinolux.Models.Registry;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Grain and noise, taken out at the level measured for each brightness. Off by default: grain is the film's look. See <c>degrain.md</c>.</summary>
/// <param name="models">The models that may take the noise out.</param>
public sealed class Degrain(ModelRegistry models) : IRestorationStage
{
    /// <summary>The kind of proposal for the noise of one shot.</summary>
    public const string Grain = "grain";

    /// <summary>With the models at hand on this machine.</summary>
    public Degrain() : this(ModelRegistry.Default)
    {
    }

    public StageInfo Info { get; } = new(
        "degrain", "Grain and noise", "Takes out film grain and noise at the measured level, following the motion.",
        Version: 2, Before: BlockSearch.Reach, After: BlockSearch.Reach, [new ProposalKind(Grain, "Grain", Tone.Gray)])
    { OnByDefault = false, Filters = true };

    public StageOptions DefaultOptions { get; } = new DegrainOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) =>
    [
        .. NoiseOfShot.Propose(shot, Grain, "Grain", Info).Select(proposal =>
            ModelChoice.Of(models, NoiseOfShot.Survey(shot), shot, quality, ((DegrainOptions)options).Model)?.AddTo(proposal) ?? proposal),
    ];

    public IStageRun Begin(StageScope scope) => new DegrainRun(scope, models, PlannedModel.Of(models, scope.Planned));
}
