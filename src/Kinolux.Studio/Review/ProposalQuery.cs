using Kinolux.Core.Review;
using Kinolux.Production.Review;

namespace Kinolux.Studio.Review;

/// <summary>Which proposals are wanted, and in what order.</summary>
internal sealed record ProposalQuery(int? Shot, string? Kind, string State, string Order, int From, int Count)
{
    private const int Most = 500;

    public ProposalPage Of(ReviewState state)
    {
        var wanted = state.All.Where(Fits).ToList();
        var ordered = Order switch
        {
            "frame" => wanted.OrderBy(item => item.Outline.Frames.First).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            "doubt" => wanted.OrderBy(item => item.Now.Verdict != Verdict.Wait).ThenBy(item => Math.Abs(item.Outline.Confidence - 0.5)).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            _ => throw Asked.Wrong("order", Order, "doubt or frame"),
        };
        return new ProposalPage(wanted.Count, ProposalView.Of([.. ordered.Skip(Math.Max(0, From)).Take(Math.Clamp(Count, 0, Most))]));
    }

    private bool Fits(Ruled item) =>
        (Shot is null || item.Outline.Group.Shot == Shot) && (Kind is null || item.Outline.Group.Kind == Kind) && State switch
        {
            "all" => true,
            "waiting" => item.Now.Verdict == Verdict.Wait,
            "applied" => item.Now.Applies,
            "rejected" => item.Now.Verdict == Verdict.Reject,
            _ => throw Asked.Wrong("state", State, "waiting, applied, rejected or all"),
        };
}
