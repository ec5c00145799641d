using System.Collections.Concurrent;
using Kinolux.Studio.Serving;
using Kinolux.Work.Library;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Works;

/// <summary>What was proposed about each work of the production, kept at hand.</summary>
internal sealed class ReviewCache(StudioSettings settings, StudioPerson person)
{
    private readonly ConcurrentDictionary<string, ReviewIndex> _works = new(StringComparer.Ordinal);

    /// <exception cref="Core.Faults.FaultException">KX4102: nothing was done on it yet.</exception>
    public ReviewState Now(WorkItem work) => IndexOf(work).Now();

    /// <summary>Where this studio's person decides on the work.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4102: nothing was done on it yet.</exception>
    public WorkReview Review(WorkItem work) => new(work.Open(), settings.Time, person.Name, IndexOf(work));

    private ReviewIndex IndexOf(WorkItem work) => _works.GetOrAdd(work.WorkPath, _ => new ReviewIndex(work.Open()));
}
