namespace Kinolux.Studio.Review;

/// <summary>What was found in a frame.</summary>
internal sealed record FindingList(IReadOnlyList<FindingView> Findings);
