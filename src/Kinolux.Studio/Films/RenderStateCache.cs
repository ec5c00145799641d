using Kinolux.Restoration.Plans;
using System.Collections.Concurrent;
using Kinolux.Restoration.Runs;
using Kinolux.Studio.Works;
using Kinolux.Work.Log;

namespace Kinolux.Studio.Films;

/// <summary>How the films stand, kept for as long as nothing in their work folders changes: a feature has millions of proposals to count.</summary>
internal sealed class RenderStateCache(ReviewCache reviews)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, RenderState Standing)> _known = new(StringComparer.Ordinal);

    public RenderState Of(StudioFilm film)
    {
        if (!film.IsAnalysed)
            return RenderState.New;
        // Taken before, so that what changes meanwhile is seen the next time.
        var written = Written(film);
        if (_known.TryGetValue(film.Id, out var known) && known.Written == written)
            return known.Standing;
        var standing = RenderState.Of(film.Open(), reviews.Now(film.Work), film.IsOutputThere ? film.Output : null);
        _known[film.Id] = (written, standing);
        return standing;
    }

    // Files there are replaced whole or appended to, and either shows in a time.
    private static DateTime Written(StudioFilm film)
    {
        var work = film.Open();
        return ((string[])[work.PlanPath, work.Files.At(ReviewLog.FileName), work.Proposals.Path, work.Deliveries.Path, film.Output]).Max(File.GetLastWriteTimeUtc);
    }
}
