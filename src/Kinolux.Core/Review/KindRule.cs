namespace Kinolux.Core.Review;

/// <summary>Proposals of a kind that are at least this sure get this verdict.</summary>
/// <param name="MinConfidence">From 0 to 1.</param>
/// <param name="Reason">Why, in words that stand beside the verdict.</param>
public sealed record KindRule(double MinConfidence, Verdict Verdict, string? Reason = null);
