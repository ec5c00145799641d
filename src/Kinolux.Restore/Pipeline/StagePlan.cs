using Kinolux.Core.Review;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Pipeline;

/// <summary>One stage of a chain: which, how set, and what was planned and wished for the shot.</summary>
public sealed record StagePlan(IRestorationStage Stage, StageOptions Options, IReadOnlyList<Decided> Planned, IReadOnlyList<Proposal> Wishes)
{
    public StagePlan(IRestorationStage stage, StageOptions? options = null)
        : this(stage, options ?? stage.DefaultOptions, [], [])
    {
    }
}
