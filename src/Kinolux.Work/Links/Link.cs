namespace Kinolux.Work.Links;

/// <summary>What something was made from: one line of <c>links.jsonl</c>. What is made from several things has a line for each.</summary>
/// <param name="Made">What was made: a name within the work, such as <c>breakdown</c>, or an output's path.</param>
/// <param name="MadeHash">Of what was made; null where that has no bytes of its own.</param>
/// <param name="From">What it was made from: a name that the engine gives hashes for, or what another link made.</param>
/// <param name="FromHash">Of that, when it was made.</param>
/// <param name="Part">Which part of the document it holds; null for all.</param>
/// <param name="Reason">Why it hangs on that, for a person.</param>
public sealed record Link(DateTimeOffset At, string Made, string? MadeHash, string From, string FromHash, string? Part = null, string? Reason = null);
