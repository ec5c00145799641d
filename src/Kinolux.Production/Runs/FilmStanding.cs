using Kinolux.Core.Review;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary>How a film's work stands: what waits for a person, and what the next render would change.</summary>
public sealed record FilmStanding(int Waiting, PendingChanges Pending)
{
    /// <summary>Before anything was found.</summary>
    public static FilmStanding New { get; } = new(0, new PendingChanges(0, 0, false));

    /// <param name="rendered">True where there is an output, which changes can be pending for.</param>
    public static FilmStanding Of(WorkFolder work, bool rendered)
    {
        var reviewer = new Reviewer(work.Policy(), work.Decisions.Read());
        var wishes = work.Wishes().Select(wish => wish.Id).ToHashSet();
        int waiting = 0, changed = 0;
        foreach (var (_, was) in work.Proposals.Read())
        {
            var now = reviewer.Decide(was.Proposal);
            waiting += now.Verdict == Verdict.Wait ? 1 : 0;
            changed += now.Applies != was.Applies ? 1 : 0;
            if (was.Proposal.Source.IsPerson)
                wishes.Remove(was.Proposal.Id);
        }
        return new FilmStanding(waiting, rendered ? new PendingChanges(changed, wishes.Count, false) : New.Pending);
    }
}
