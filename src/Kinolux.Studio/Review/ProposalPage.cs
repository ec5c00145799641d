using Kinolux.Production.Review;

namespace Kinolux.Studio.Review;

/// <summary>Some of a list of proposals.</summary>
/// <param name="Total">How many there are in all.</param>
internal sealed record ProposalPage(int Total, IReadOnlyList<ProposalView> Items);
