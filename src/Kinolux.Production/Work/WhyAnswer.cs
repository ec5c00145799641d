using Kinolux.Production.Review;

namespace Kinolux.Production.Work;

/// <summary>Why a frame, or a place in it, looks as it does.</summary>
/// <param name="Reasons">What was proposed there; what changed the picture comes first.</param>
/// <param name="Outside">True where the place is outside the printed frame, where nothing is taken for damage.</param>
public sealed record WhyAnswer(int Frame, int? X, int? Y, IReadOnlyList<ProposalView> Reasons, bool Outside);
