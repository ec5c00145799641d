using Kinolux.Core.Review;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Works;

/// <summary>Which proposals or questions are wanted, and in what order.</summary>
internal sealed record ProposalQuery(string? Part = null, string? Kind = null, string State = "all", string? Order = null, int From = 0, int Count = 50)
{
    private const int Most = 500;

    public ProposalPage Of(ReviewState state, IReadOnlyList<ProposalKind> kinds)
    {
        var wanted = state.All.Where(Fits).ToList();
        var ordered = (Order ?? "doubt") switch
        {
            "place" => wanted.OrderBy(item => item.Outline.Place.Extent.First).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            "doubt" => wanted.OrderBy(item => item.Now.Verdict != Verdict.Wait).ThenBy(item => Math.Abs(item.Outline.Confidence - 0.5)).ThenBy(item => item.Outline.Id, StringComparer.Ordinal),
            _ => throw Asked.Wrong("order", Order ?? "", "doubt or place"),
        };
        return new ProposalPage(wanted.Count, ProposalView.Of([.. ordered.Skip(Math.Max(0, From)).Take(Math.Clamp(Count, 0, Most))], kinds));
    }

    /// <summary>The same of questions: those that wait, of which each is asked once.</summary>
    public QuestionPage Questions(ReviewState state, IReadOnlyList<ProposalKind> kinds)
    {
        var wanted = state.Questions.Where(question => question.Waiting > 0 && (Part is null || question.Part == Part) && (Kind is null || question.Kind == Kind)).ToList();
        var ordered = (Order ?? "part") switch
        {
            "place" => wanted.OrderBy(question => question.Extent.First).ThenBy(question => question.Id, StringComparer.Ordinal),
            "doubt" => wanted.OrderBy(question => Math.Abs(question.Confidence - 0.5)).ThenBy(question => question.Id, StringComparer.Ordinal),
            "value" => wanted.OrderByDescending(question => question.Value).ThenBy(question => question.Id, StringComparer.Ordinal),
            "part" => wanted.OrderBy(question => question.Members[0].Outline.Group.Number).ThenBy(question => Math.Abs(question.Confidence - 0.5)).ThenBy(question => question.Id, StringComparer.Ordinal),
            _ => throw Asked.Wrong("order", Order ?? "", "part, value, doubt or place"),
        };
        return new QuestionPage(wanted.Count, wanted.Sum(question => question.Waiting), state.Spared, QuestionView.Of([.. ordered.Skip(Math.Max(0, From)).Take(Math.Clamp(Count, 0, Most))], kinds));
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
