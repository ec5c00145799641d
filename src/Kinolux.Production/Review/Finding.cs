namespace Kinolux.Production.Review;

/// <summary>A proposal and how it stands.</summary>
public readonly record struct Finding(ProposalOutline Outline, Standing Standing);
