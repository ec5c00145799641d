namespace Kinolux.Core.Review;

/// <summary>
/// What people's rejections say of what waits. Where three things of one kind were rejected for one reason, nobody is asked of others of the kind of which the machine was no surer: they are left as they are;
/// what somebody accepted shows that things as sure as that may be right. Made from the decisions that stand, so that taking one back takes its lesson back.
/// </summary>
public sealed class Lessons
{
    /// <summary>Who decides by a lesson.</summary>
    public const string By = "what was rejected";

    /// <summary>So many rejections for one reason are a lesson; fewer are a matter of the one place.</summary>
    public const int Enough = 3;

    private readonly Dictionary<string, Lesson> _byKind = [];

    /// <param name="decisions">Those that stand, in order.</param>
    public Lessons(IEnumerable<Decision> decisions)
    {
        foreach (var kind in decisions.Where(decision => decision.Confidence is not null).GroupBy(decision => decision.Kind))
        {
            // What was said last of one thing counts, and a thing is one however many places it has.
            var last = kind.GroupBy(decision => decision.Proposal ?? decision.Place.Key).Select(of => of.Last()).ToList();
            var right = last.Where(decision => decision.Verdict is Verdict.Accept or Verdict.Edit).Select(decision => decision.Confidence).DefaultIfEmpty(double.MaxValue).Min();
            var taught = last.Where(decision => decision.Verdict == Verdict.Reject && decision.Confidence < right)
                .GroupBy(decision => decision.Reason?.Trim() ?? "", StringComparer.OrdinalIgnoreCase)
                .Where(reason => reason.Count() >= Enough)
                // Three were as sure as the third surest, or surer.
                .Select(reason => new Lesson(reason.Select(decision => decision.Confidence ?? 0).OrderDescending().ElementAt(Enough - 1), reason.Count(), reason.Key));
            if (taught.MaxBy(lesson => lesson.UpTo) is { } lesson)
                _byKind.Add(kind.Key, lesson);
        }
    }

    private sealed record Lesson(double UpTo, int Count, string Reason);

    /// <summary>Why a proposal that nobody decided on is rejected; null where nothing was learned of its like.</summary>
    public string? Of(Proposal proposal) =>
        _byKind.TryGetValue(proposal.Kind, out var lesson) && proposal.Confidence <= lesson.UpTo
            ? $"no surer than {lesson.Count} that were rejected{(lesson.Reason.Length > 0 ? $": {lesson.Reason}" : "")}"
            : null;
}
