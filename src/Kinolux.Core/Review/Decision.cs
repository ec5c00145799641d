using System.Text.Json.Nodes;
using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>
/// A verdict on whatever proposals of one kind lie in one place, so that it survives every re-analysis. Decisions are only ever appended; of those that match, the last counts.
/// </summary>
/// <param name="Kind">The kind of proposal decided on.</param>
/// <param name="Frames">A proposal matches when it shares a frame with this range…</param>
/// <param name="Region">…and at least half of the smaller box; null matches any region.</param>
/// <param name="Verdict">Accept, reject, edit, or wait (takes an earlier decision back).</param>
/// <param name="By">Who decided: a person's name, or <c>policy NAME</c>.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the decider's words.</param>
/// <param name="Proposal">The id of the proposal that was on the screen; a hint for people, not needed to match.</param>
/// <param name="Change">With an edit: what to do instead, replacing the proposal's change.</param>
/// <param name="Mask">With an edit: the region to use instead.</param>
/// <param name="Batch">Names what was decided in one go, and can be undone in one.</param>
public sealed record Decision(
    string Kind,
    FrameRange Frames,
    RegionMask? Region,
    Verdict Verdict,
    string By,
    DateTimeOffset At,
    string? Reason = null,
    string? Proposal = null,
    JsonObject? Change = null,
    RegionMask? Mask = null,
    string? Batch = null)
{
    /// <summary>True where this decision is about <paramref name="proposal"/>.</summary>
    public bool Matches(Proposal proposal)
    {
        if (proposal.Kind != Kind || !proposal.Frames.Overlaps(Frames))
            return false;
        if (Region is null)
            return true;
        if (proposal.Region is null)
            return false;
        var shared = Region.Box.Intersect(proposal.Region.Box)?.Area ?? 0;
        return shared * 2 >= Math.Min(Region.Box.Area, proposal.Region.Box.Area);
    }
}
