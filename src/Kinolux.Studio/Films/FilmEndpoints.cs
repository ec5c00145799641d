using Kinolux.Production.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Films;

/// <summary>The list of films, and one film.</summary>
internal static class FilmEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/films", (FilmShelf shelf, StudioSettings settings) => new FilmList([.. shelf.All().Select(film => Card(film, settings))])).WithSummary("The films of the production");
        app.MapGet("/api/films/{id}", (string id, FilmShelf shelf, StudioSettings settings) => Card(shelf.Find(id), settings)).WithSummary("A film");
    }

    private static FilmCard Card(StudioFilm film, StudioSettings settings)
    {
        var info = film.Infos.Known(film.Source);
        var waiting = film.IsAnalysed ? new ReviewDesk(film.Open(), settings.Time, settings.Person).Groups().Sum(group => group.Waiting) : 0;
        return new FilmCard(
            film.Id, film.Name, StateOf(film), info?.FrameCount, info?.Format.Width, info?.Format.Height,
            info is null ? null : [info.Rate.Numerator, info.Rate.Denominator], waiting, $"/api/films/{film.Id}/frames/{(info?.FrameCount ?? 0) / 3}.png?width=320");
    }

    private static FilmState StateOf(StudioFilm film) =>
        !film.IsSourceThere ? FilmState.Missing : !film.IsAnalysed ? FilmState.New : film.IsOutputThere ? FilmState.Restored : FilmState.Analysed;
}
