using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>A proposal and how it is decided now.</summary>
public readonly record struct Ruled(ProposalOutline Outline, Ruling Now);
