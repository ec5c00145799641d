using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Review;

namespace Kinolux.Studio.Review;

/// <summary>A proposal with all its reasons, and how it stands.</summary>
/// <param name="Verdict">By the decisions taken so far.</param>
/// <param name="Rendered">How the last run took it; absent where no run has seen it.</param>
internal sealed record ProposalView(
    string Id, string Kind, int Shot, FrameRange Frames, Box? Box, string Summary, double Confidence, ProposalSource Source, IReadOnlyList<Evidence> Evidence,
    JsonObject? Change, Verdict Verdict, string By, string? Reason, Verdict? Rendered)
{
    public static IReadOnlyList<ProposalView> Of(IReadOnlyList<Finding> findings) =>
        [.. findings.Zip(ReviewState.Read(findings), (finding, proposal) => Of(finding, proposal))];

    private static ProposalView Of(Finding finding, Proposal proposal) => new(
        proposal.Id, proposal.Kind, finding.Outline.Group.Shot, proposal.Frames, proposal.Region?.Box, proposal.Summary, proposal.Confidence, proposal.Source, proposal.Evidence,
        proposal.Change, finding.Standing.Verdict, finding.Standing.By, finding.Standing.Reason, finding.Outline.Rendered);
}
