using Kinolux.Core.Faults;
using Kinolux.Report;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Verify;
using Kinolux.Studio.Serving;
using Kinolux.Studio.Works;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Films;

/// <summary>Says of a film what there is to say.</summary>
internal sealed class FilmCards(FilmLibrary library, RenderStateCache standings, JobQueue jobs, StudioEvents events, StudioPerson person)
{
    private int _looking;

    /// <summary>The films. Those that nobody looked at yet are looked at afterwards, one by one, and listeners told: a list of many films must not wait for it.</summary>
    public FilmList Cards()
    {
        var (films, leftOut) = library.All();
        var strange = films.Where(film => film.IsSourceThere && film.Infos.Known(film.Source) is null).ToList();
        if (strange.Count > 0 && Interlocked.Exchange(ref _looking, 1) == 0)
            Task.Run(() => Look(strange));
        List<FilmCard> cards = [];
        foreach (var film in films)
            try
            {
                cards.Add(Card(film));
            }
            // One film that somebody spoiled takes no other from the list.
            catch (Exception cause) when (cause is FaultException or IOException or UnauthorizedAccessException)
            {
                leftOut = [.. leftOut, new LeftOut(film.Name, cause is FaultException known ? known.Fault.Message : cause.Message)];
            }
        return new FilmList(cards, leftOut);
    }

    public FilmCard Card(StudioFilm film)
    {
        var info = film.Infos.Known(film.Source);
        var standing = standings.Of(film);
        return new FilmCard(
            film.Id, film.Name, StateOf(film), info?.FrameCount, info?.Format.Width, info?.Format.Height,
            info is null ? null : [info.Rate.Numerator, info.Rate.Denominator],
            standing.Waiting, standing.Pending, jobs.Of(film.Id), $"/api/films/{film.Id}/frames/{(info?.FrameCount ?? 0) / 3}.png?width=320");
    }

    /// <exception cref="Core.Faults.FaultException">KX10xx: the source is there and cannot be read as a film.</exception>
    public FilmDetails Details(StudioFilm film)
    {
        var source = film.IsSourceThere ? film.Info() : null;
        var plan = film.IsAnalysed ? Plan.Read(film.Open().PlanPath) : null;
        var delivered = standings.Of(film).Delivered;
        return new FilmDetails(Card(film))
        {
            Source = source is null ? null : SourceFacts.Of(source),
            Output = film.IsOutputThere ? new OutputFacts(Path.GetFileName(film.Output), File.GetLastWriteTimeUtc(film.Output), delivered?.Range is { } range && range != source?.Frames ? range : null) : null,
            Shots = [.. (plan?.Shots ?? []).Select(item => new ShotFacts(item.Shot.Index, item.Shot.Frames.First, item.Shot.Frames.Last, item.Shot.Kind, item.Shot.In, item.Shot.Printed))],
            Shares = delivered?.Shares?.Parts,
            Person = person.Name,
            Report = File.Exists(Path.Combine(film.ReportPath, "index.html")) ? $"/api/films/{film.Id}/report/index.html" : null,
            Page = AskPage.IsOne(film.PagePath) ? $"/api/films/{film.Id}/media/page" : null,
            Notes = [.. (source?.Findings ?? []).Select(finding => finding.Message)],
        };
    }

    private void Look(List<StudioFilm> films)
    {
        foreach (var film in films)
            try
            {
                film.Info();
                events.WorkChanged(film.Id);
            }
            catch (Exception cause) when (cause is FaultException or IOException or UnauthorizedAccessException)
            {
                // Whoever opens it gets the fault.
            }
        Volatile.Write(ref _looking, 0);
    }

    private static FilmState StateOf(StudioFilm film) =>
        !film.IsSourceThere ? FilmState.Missing : !film.IsAnalysed ? FilmState.New : film.IsOutputThere ? FilmState.Restored : FilmState.Analysed;
}
