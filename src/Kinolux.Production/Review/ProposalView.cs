using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Production.Review;

/// <summary>A proposal as people see it: with all its reasons, how it is decided now, and how the last run took it.</summary>
/// <param name="Box">Box of its region; absent where it is about the whole picture.</param>
/// <param name="Region">Its exact shape, where that was asked for.</param>
/// <param name="Change">What applying it would do now, a person's edit worked in.</param>
/// <param name="Now">By the decisions taken so far: what the next run does.</param>
/// <param name="Rendered">By the decisions of the last run: what the output shows; absent where no run has seen it.</param>
public sealed record ProposalView(
    string Id, string Kind, int Shot, FrameRange Frames, Box? Box, RegionMask? Region, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence,
    JsonObject? Change, Ruling Now, Ruling? Rendered)
{
    /// <summary>Proposals whole, in the order given.</summary>
    /// <exception cref="Core.Faults.FaultException">KX2402: a run is writing the proposals again, or they were damaged.</exception>
    public static IReadOnlyList<ProposalView> Of(IReadOnlyList<Ruled> proposals, bool shapes = false) =>
        [.. proposals.Zip(ReviewState.Read(proposals), (item, whole) => Of(item, whole, shapes))];

    private static ProposalView Of(Ruled item, Decided whole, bool shapes) => new(
        whole.Proposal.Id, whole.Proposal.Kind, item.Outline.Group.Shot, whole.Proposal.Frames, whole.Proposal.Region?.Box, shapes ? whole.Proposal.Region : null,
        whole.Proposal.Summary, whole.Proposal.Confidence, whole.Proposal.Source, whole.Proposal.Evidence, whole.Proposal.Change, item.Now,
        item.Outline.Rendered is null ? null : new Ruling(whole.Verdict, whole.By, whole.Reason));
}
