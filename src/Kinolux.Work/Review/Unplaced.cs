using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>A decision that decides nothing now. It is kept, and counts again when something matches.</summary>
/// <param name="Where">What it was about, for a person.</param>
/// <param name="State">Found or moved: its place is there, and nothing of its kind in it; ambiguous or gone: the document has no such place for sure.</param>
public sealed record Unplaced(string Kind, string Where, Verdict Verdict, string By, string? Reason, Anchoring State)
{
    internal static Unplaced Of(Decision decision, Anchoring state) => new(decision.Kind, decision.Place.Words, decision.Verdict, decision.By, decision.Reason, state);
}
