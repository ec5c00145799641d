using Kinolux.Core.Review;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Regrain;

/// <summary>Grain given back: as strong at each brightness and as coarse as the film's own. Off by default. See <c>regrain.md</c>.</summary>
public sealed class Regrain : IRestorationStage
{
    /// <summary>The kind of proposal for the grain given back to one shot.</summary>
    public const string Kind = "regrain";

    public StageInfo Info { get; } = new(
        "regrain", "Grain given back", "Lays new grain over the picture, as strong at each brightness and as coarse as the film's own was.",
        Version: 2, Before: 0, After: 0, [new ProposalKind(Kind, "Grain given back", Tone.Gray)])
    { OnByDefault = false, Filters = true };

    public StageOptions DefaultOptions { get; } = new RegrainOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => NoiseOfShot.Propose(shot, Kind, "Grain given back", Info);

    public IStageRun Begin(StageScope scope) => new RegrainRun(scope);
}
