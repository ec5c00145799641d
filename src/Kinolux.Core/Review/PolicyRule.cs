namespace Kinolux.Core.Review;

/// <summary>One line of a policy: proposals of <paramref name="Kind"/> (<c>*</c> for all) at least this sure get this verdict.</summary>
public sealed record PolicyRule(string Kind, double MinConfidence, Verdict Verdict, string? Reason = null);
