using System.Collections.Concurrent;
using Kinolux.Production.Runs;
using Kinolux.Production.Work;
using Kinolux.Studio.Review;

namespace Kinolux.Studio.Films;

/// <summary>How the films stand, kept for as long as nothing in their work folders changes: a feature has millions of proposals to count.</summary>
internal sealed class FilmStandings(ReviewShelf reviews)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, FilmStanding Standing)> _known = new(StringComparer.Ordinal);

    public FilmStanding Of(StudioFilm film)
    {
        if (!film.IsAnalysed)
            return FilmStanding.New;
        // Taken before, so that what changes meanwhile is seen the next time.
        var written = Written(film);
        if (_known.TryGetValue(film.Id, out var known) && known.Written == written)
            return known.Standing;
        var standing = FilmStanding.Of(film.Open(), reviews.Now(film), film.IsOutputThere ? film.Output : null);
        _known[film.Id] = (written, standing);
        return standing;
    }

    // Files there are replaced whole or appended to, and either shows in a time.
    private static DateTime Written(StudioFilm film)
    {
        var work = film.Open();
        return ((string[])[work.PlanPath, work.File(ReviewLog.FileName), work.Proposals.Path, work.DeliveriesPath, film.Output]).Max(File.GetLastWriteTimeUtc);
    }
}
