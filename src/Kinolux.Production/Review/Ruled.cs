namespace Kinolux.Production.Review;

/// <summary>A proposal and how it is decided now.</summary>
public readonly record struct Ruled(ProposalOutline Outline, Ruling Now);
