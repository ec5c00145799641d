using Kinolux.Production.Review;

namespace Kinolux.Studio.Review;

/// <summary>What was proposed about a frame.</summary>
internal sealed record ProposalList(IReadOnlyList<ProposalView> Proposals);
