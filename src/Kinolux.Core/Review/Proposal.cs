using System.Text.Json.Nodes;

namespace Kinolux.Core.Review;

using Kinolux.Core.Time;

/// <summary>
/// Something that could be done to the material: what, where, why, how sure, by whom, on what evidence. Every automatic result and every wish of a person is one.
/// </summary>
/// <param name="Id">Stable for the same finding in the same place: see <see cref="ProposalId"/>.</param>
/// <param name="Kind">What it is about, in the field's words: <c>dirt</c>, <c>scratch</c>, <c>weave</c>, <c>flicker</c>, <c>duplicate-frame</c>, …</param>
/// <param name="Frames">The frames it changes.</param>
/// <param name="Region">Which part of each picture; null for all of it.</param>
/// <param name="Summary">One line for a person.</param>
/// <param name="Confidence">0 to 1: the share of such proposals that a careful person would accept.</param>
/// <param name="Source">Who proposes.</param>
/// <param name="Evidence">Why.</param>
/// <param name="Change">What applying does, in the proposing stage's own terms (a weave path, a gain curve); null where the region says all. A person may edit it.</param>
public sealed record Proposal(
    string Id,
    string Kind,
    FrameRange Frames,
    RegionMask? Region,
    string Summary,
    double Confidence,
    ProposalSource Source,
    IReadOnlyList<Evidence> Evidence,
    JsonObject? Change = null);
