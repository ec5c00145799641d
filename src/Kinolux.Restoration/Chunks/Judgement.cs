using Kinolux.Core.Review;

namespace Kinolux.Restoration.Chunks;

/// <summary>What people and a policy say of a film: how each proposal is decided, and what people wish beside the machine's.</summary>
internal sealed record Judgement(Reviewer Reviewer, IReadOnlyList<Proposal> Wishes)
{
    public Decided Decide(Proposal proposal) => Reviewer.Decide(proposal);
}
