using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>Why a document's output looks as it does at a place.</summary>
/// <param name="Where">The place, for a person.</param>
/// <param name="Origin">Where what is shown there comes from; null where a document does not tell, or the place is more than a spot.</param>
/// <param name="Words">The same in a sentence; empty where there is none.</param>
/// <param name="Reasons">What was proposed there; what changed it comes first.</param>
/// <param name="Remark">What is to be said of the place whatever was proposed; null for nothing.</param>
public sealed record WhyAnswer(string Where, Origin? Origin, string Words, IReadOnlyList<ProposalView> Reasons, string? Remark);
