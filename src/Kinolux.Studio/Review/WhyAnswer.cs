namespace Kinolux.Studio.Review;

/// <summary>Why a frame, or a place in it, looks as it does.</summary>
/// <param name="Reasons">What was proposed there; what changed the picture comes first.</param>
/// <param name="Outside">True where the place lies outside the printed frame, where nothing is taken for damage.</param>
internal sealed record WhyAnswer(int Frame, int? X, int? Y, IReadOnlyList<ProposalView> Reasons, bool Outside);
