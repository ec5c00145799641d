using Kinolux.Core.Review;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Works;

/// <summary>Which proposals are wanted, and in what order.</summary>
internal sealed record ProposalQuery(string? Part, string? Kind, string State, string Order, int From, int Count)
{
    private const int Most = 500;

    public ProposalPage Of(ReviewState state, IReadOnlyList<ProposalKind> kinds)
    {
        var wanted = state.All.Where(Fits).ToList();
        var ordered = Order switch
        {
            "place" => wanted.OrderBy(item => item.Outline.Place.Extent.First).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            "doubt" => wanted.OrderBy(item => item.Now.Verdict != Verdict.Wait).ThenBy(item => Math.Abs(item.Outline.Confidence - 0.5)).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            _ => throw Asked.Wrong("order", Order, "doubt or place"),
        };
        return new ProposalPage(wanted.Count, ProposalView.Of([.. ordered.Skip(Math.Max(0, From)).Take(Math.Clamp(Count, 0, Most))], kinds));
    }

    private bool Fits(Ruled item) =>
        (Part is null || item.Outline.Group.Part == Part) && (Kind is null || item.Outline.Group.Kind == Kind) && State switch
        {
            "all" => true,
            "waiting" => item.Now.Verdict == Verdict.Wait,
            "applied" => item.Now.Applies,
            "rejected" => item.Now.Verdict == Verdict.Reject,
            _ => throw Asked.Wrong("state", State, "waiting, applied, rejected or all"),
        };
}
