using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Review;

namespace Kinolux.Studio.Review;

/// <summary>What was found in a frame, with its shape.</summary>
internal sealed record FindingView(string Id, string Kind, FrameRange Frames, RegionMask? Region, string Summary, double Confidence, Verdict Verdict, string By, string? Reason, int Shot)
{
    public static IReadOnlyList<FindingView> Of(IReadOnlyList<Finding> findings) =>
    [
        .. findings.Zip(ReviewState.Read(findings), (finding, proposal) => new FindingView(
            proposal.Id, proposal.Kind, proposal.Frames, proposal.Region, proposal.Summary, proposal.Confidence,
            finding.Standing.Verdict, finding.Standing.By, finding.Standing.Reason, finding.Outline.Group.Shot)),
    ];
}
