using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>How sure a kind's proposals are, and how they stand: what a threshold would decide can be counted from it.</summary>
/// <param name="Bins">A hundred equal steps of confidence from 0 to 1; in each how many wait, are applied, are rejected.</param>
/// <param name="Rule">The first of the policy's rules for the kind.</param>
public sealed record ConfidenceCount(string Kind, IReadOnlyList<int[]> Bins, PolicyRule? Rule)
{
    private const int Steps = 100;

    public static ConfidenceCount Of(ReviewState state, string kind)
    {
        var bins = Enumerable.Range(0, Steps).Select(_ => new int[3]).ToArray();
        foreach (var (outline, now) in state.All)
            if (outline.Group.Kind == kind)
                bins[Math.Clamp((int)(outline.Confidence * Steps), 0, Steps - 1)][now.Applies ? 1 : now.Verdict == Verdict.Wait ? 0 : 2]++;
        return new ConfidenceCount(kind, bins, state.Policy.Rules.FirstOrDefault(rule => rule.Kind == kind || rule.Kind == "*"));
    }
}
