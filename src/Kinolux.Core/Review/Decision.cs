using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Review;

/// <summary>
/// A verdict on whatever proposals of one kind are in one place, so that it survives every new analysis. Decisions are only ever appended; of those that match, the last counts.
/// </summary>
/// <param name="Kind">The kind of proposal decided on.</param>
/// <param name="Place">It is about proposals whose place meets this one.</param>
/// <param name="Verdict">Accept, reject, edit, or wait (takes an earlier decision back).</param>
/// <param name="By">Who decided: a person's name, or <c>policy NAME</c>.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the decider's words.</param>
/// <param name="Proposal">The id of the proposal that was on the screen; a hint for people, not needed to match.</param>
/// <param name="Change">With an edit: what to do instead, replacing the proposal's change.</param>
/// <param name="Mask">With an edit of a place in a film: the region to use instead.</param>
/// <param name="Confidence">How sure the machine was of what was decided on, where it was one thing: what is rejected teaches (<see cref="Lessons"/>).</param>
/// <param name="Batch">Names what was decided in one go, and can be undone in one.</param>
[JsonConverter(typeof(Converter))]
public sealed record Decision(
    string Kind,
    Place Place,
    Verdict Verdict,
    string By,
    DateTimeOffset At,
    string? Reason = null,
    string? Proposal = null,
    JsonObject? Change = null,
    RegionMask? Mask = null,
    string? Batch = null,
    double? Confidence = null)
{
    /// <summary>True where this decision is about <paramref name="proposal"/>.</summary>
    public bool Matches(Proposal proposal) => proposal.Kind == Kind && Place.Meets(proposal.Place);

    private sealed record First(string Kind);

    private sealed record Rest(Verdict Verdict, string By, DateTimeOffset At, string? Reason, string? Proposal, JsonObject? Change, RegionMask? Mask, string? Batch, double? Confidence);

    private sealed record Fields(
        string Kind, Verdict Verdict, string By, DateTimeOffset At, string? Reason = null, string? Proposal = null, JsonObject? Change = null, RegionMask? Mask = null, string? Batch = null, double? Confidence = null);

    private sealed class Converter : PlacedConverter<Decision, Fields>
    {
        protected override (object Begin, Place Place, object End) Part(Decision value) =>
            (new First(value.Kind), value.Place, new Rest(value.Verdict, value.By, value.At, value.Reason, value.Proposal, value.Change, value.Mask, value.Batch, value.Confidence));

        protected override Decision Join(Fields fields, Place place) =>
            new(fields.Kind, place, fields.Verdict, fields.By, fields.At, fields.Reason, fields.Proposal, fields.Change, fields.Mask, fields.Batch, fields.Confidence);
    }
}
