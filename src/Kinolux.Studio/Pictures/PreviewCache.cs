using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restoration.Runs;
using Kinolux.Studio.Films;
using Kinolux.Studio.Works;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Pictures;

/// <summary>The last previews. A new one of a film ends the one that is still being made. Thread-safe.</summary>
internal sealed class PreviewCache(ReviewCache reviews)
{
    private const int Kept = 6;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CancellationTokenSource> _making = [];
    private readonly LinkedList<(string Film, string Token, Preview Preview)> _made = new();

    /// <exception cref="FaultException">KX6064: a newer one took its place; else as <see cref="Preview"/>'s.</exception>
    public (string Token, Preview Preview) Make(StudioFilm film, NewPreview asked, CancellationToken aborted)
    {
        if (!film.IsAnalysed)
            throw FaultException.Of("KX6063");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        lock (_lock)
        {
            if (_making.TryGetValue(film.Id, out var former))
                former.Cancel();
            _making[film.Id] = stop;
        }
        try
        {
            var preview = Try(film, asked, stop.Token);
            return (Keep(film.Id, preview), preview);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw FaultException.Of("KX6064");
        }
        finally
        {
            lock (_lock)
                if (_making.TryGetValue(film.Id, out var last) && last == stop)
                    _making.Remove(film.Id);
        }
    }

    /// <summary>Null where it is there no more.</summary>
    public Preview? Find(string film, string token)
    {
        lock (_lock)
            return _made.FirstOrDefault(item => item.Film == film && item.Token == token).Preview;
    }

    private Preview Try(StudioFilm film, NewPreview asked, CancellationToken cancel)
    {
        if (asked.Quality is not null || asked.Stages is not null)
            return Preview.Of(film.Open(), film.Info(), asked.Frame, asked.Quality, asked.Stages ?? [], cancel);
        var found = ReviewState.Read([.. reviews.Now(film.Work).At(new Extent(asked.Frame, asked.Frame))]);
        return Preview.Of(film.Open(), film.Info(), asked.Frame, [.. found.Select(decided => decided.Proposal)], asked.Decision?.On(asked.Frame), cancel);
    }

    private string Keep(string film, Preview preview)
    {
        var token = Guid.NewGuid().ToString("N");
        lock (_lock)
        {
            _made.AddLast((film, token, preview));
            if (_made.Count > Kept)
                _made.RemoveFirst();
        }
        return token;
    }
}
