using System.Collections.Concurrent;
using Kinolux.Production.Review;
using Kinolux.Production.Work;
using Kinolux.Studio.Films;
using Kinolux.Studio.Serving;

namespace Kinolux.Studio.Review;

/// <summary>What was proposed about each film of the production, kept at hand.</summary>
internal sealed class ReviewShelf(StudioSettings settings, StudioPerson person)
{
    private readonly ConcurrentDictionary<string, ReviewIndex> _films = new(StringComparer.Ordinal);

    /// <exception cref="Core.Faults.FaultException">KX4102: nothing was done on the film yet.</exception>
    public ReviewState Now(StudioFilm film) => IndexOf(film).Now();

    /// <summary>Where this studio's person decides on the film.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4102: nothing was done on the film yet.</exception>
    public WorkReview Review(StudioFilm film) => new(film.Open(), settings.Time, person.Name, IndexOf(film));

    private ReviewIndex IndexOf(StudioFilm film) => _films.GetOrAdd(film.WorkPath, _ => new ReviewIndex(film.Open()));
}
