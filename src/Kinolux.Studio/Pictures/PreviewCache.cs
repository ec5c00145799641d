using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restoration.Runs;
using Kinolux.Studio.Films;
using Kinolux.Studio.Works;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Pictures;

/// <summary>The last previews: one that was made already, or is being made, is not made again. Another of a film ends the one that is still being made. Thread-safe.</summary>
internal sealed class PreviewCache(ReviewCache reviews, PictureCache pictures)
{
    private const int Kept = 6;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Making> _making = [];
    private readonly LinkedList<Made> _made = new();

    private sealed record Made(string Film, string Key, string Token, Preview Preview);

    /// <exception cref="FaultException">KX6064: a newer one took its place; else as <see cref="Preview"/>'s.</exception>
    public async Task<(string Token, Preview Preview)> MakeAsync(StudioFilm film, NewPreview asked, CancellationToken aborted)
    {
        if (!film.IsAnalysed)
            throw FaultException.Of("KX6063");
        var (key, make) = Planned(film, asked);
        Making making;
        lock (_lock)
        {
            if (_made.FirstOrDefault(made => made.Film == film.Id && made.Key == key) is { } known)
            {
                _made.Remove(known);
                _made.AddLast(known);
                return (known.Token, known.Preview);
            }
            making = _making.TryGetValue(film.Id, out var running) && running.Key == key ? running : Begin(film.Id, key, make, running);
            making.Waiting++;
        }
        try
        {
            var made = await making.Result.WaitAsync(aborted);
            return (made.Token, made.Preview);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            throw FaultException.Of("KX6064");
        }
        finally
        {
            lock (_lock)
                if (--making.Waiting == 0)
                    End(film.Id, making);
        }
    }

    /// <summary>Null where it is there no more.</summary>
    public Preview? Find(string film, string token)
    {
        lock (_lock)
            return _made.FirstOrDefault(made => made.Film == film && made.Token == token)?.Preview;
    }

    private Making Begin(string film, string key, Func<CancellationToken, Preview> make, Making? former)
    {
        former?.Stop.Cancel();
        var stop = new CancellationTokenSource();
        var making = new Making(key, stop, Task.Run(() => Keep(film, key, make(stop.Token)), stop.Token));
        _making[film] = making;
        return making;
    }

    // Whoever waited last has it, or wants it no more.
    private void End(string film, Making making)
    {
        making.Stop.Cancel();
        if (_making.TryGetValue(film, out var last) && last == making)
            _making.Remove(film);
    }

    private (string Key, Func<CancellationToken, Preview> Make) Planned(StudioFilm film, NewPreview asked)
    {
        if (asked.Quality is not null || asked.Stages is not null)
            return ($"{Guid.NewGuid()}", cancel => Preview.Of(film.Open(), film.Info(), asked.Frame, asked.Quality, asked.Stages ?? [], cancel));
        var found = ReviewState.Read([.. reviews.Now(film.Work).At(new Extent(asked.Frame, asked.Frame))]);
        var plan = Preview.Planned(film.Open(), film.Info(), pictures.Of(film), asked.Frame, [.. found.Select(decided => decided.Proposal)], asked.Decision?.On(asked.Frame));
        return (plan.Key, plan.Make);
    }

    private Made Keep(string film, string key, Preview preview)
    {
        var made = new Made(film, key, Guid.NewGuid().ToString("N"), preview);
        lock (_lock)
        {
            _made.AddLast(made);
            if (_made.Count > Kept)
                _made.RemoveFirst();
        }
        return made;
    }

    private sealed class Making(string key, CancellationTokenSource stop, Task<Made> result)
    {
        public string Key => key;

        public CancellationTokenSource Stop => stop;

        public Task<Made> Result => result;

        /// <summary>How many wait for it.</summary>
        public int Waiting { get; set; }
    }
}
