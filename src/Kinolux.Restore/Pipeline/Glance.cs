using Kinolux.Core.Review;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Pipeline;

/// <summary>
/// One frame of a chain for a person who waits for it. What its stages find there is known, so they repair that and look for nothing;
/// the frames around are steadied and left as they came, and motion to them is sought as coarsely as it may be. That is what makes it quick, and its picture a render's but for what those do to it.
/// </summary>
/// <param name="Found">What the stages found in the frame; what was planned for its shot is not among it.</param>
public sealed record Glance(int Frame, IReadOnlyList<Proposal> Found)
{
    /// <summary>True for a stage that has something to do for the frame.</summary>
    public bool Needs(StagePlan plan) =>
        StageCatalog.Steadies(plan.Stage.Info) || Found.Any(found => plan.Stage.Info.Repairs(found.Kind)) ||
        plan.Planned.Where(planned => planned.Applies).Select(planned => planned.Proposal).Concat(plan.Wishes).Any(proposal => proposal.Frames.Contains(Frame) && plan.Stage.Info.Repairs(proposal.Kind));
}
