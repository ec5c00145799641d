using Kinolux.Core.Review;

namespace Kinolux.Script.Continuity;

/// <summary>A place of a script where a rule is broken, as far as a machine can see.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Element">The index of the element among the screenplay's.</param>
/// <param name="Quote">The words within that element's content; empty for the whole element.</param>
/// <param name="Summary">What is wrong, in one sentence that names the scene.</param>
/// <param name="Confidence">0 to 1: the share of such findings that a careful reader would agree with.</param>
/// <param name="Evidence">The lines that it rests on.</param>
public sealed record Finding(string Rule, int Element, string Quote, string Summary, double Confidence, IReadOnlyList<Evidence> Evidence);
