namespace Kinolux.Work.Links;

/// <summary>Something that would be made otherwise now.</summary>
/// <param name="Part">Which part of the document it holds; null for all.</param>
/// <param name="Because">What changed, or is stale itself.</param>
/// <param name="Reason">Why it hangs on that, for a person; null where nobody said.</param>
public sealed record Stale(string Made, string? Part, string Because, string? Reason);
