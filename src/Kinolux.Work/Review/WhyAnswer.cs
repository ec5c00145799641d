namespace Kinolux.Work.Review;

/// <summary>Why a document's output looks as it does at a place.</summary>
/// <param name="Where">The place, for a person.</param>
/// <param name="Reasons">What was proposed there; what changed it comes first.</param>
/// <param name="Remark">What is to be said of the place whatever was proposed; null for nothing.</param>
public sealed record WhyAnswer(string Where, IReadOnlyList<ProposalView> Reasons, string? Remark);
