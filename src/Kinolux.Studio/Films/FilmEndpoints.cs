using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Studio.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Films;

/// <summary>The list of films, and one film.</summary>
internal static class FilmEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var films = app.MapGroup("/api/films").WithTags("Films");
        films.MapGet("", (FilmCards cards) => cards.Cards()).WithSummary("The films of the production");
        films.MapPost("", Add).WithSummary("Adds a film that is on this machine").WithDescription("The film stays where it is; its work folder and output go into the production's folder.");
        films.MapGet("/{id}", (string id, FilmLibrary films, FilmCards cards) => cards.Details(films.Find(id))).WithSummary("All about a film");
    }

    private static Created<FilmCard> Add(NewFilm film, FilmLibrary films, FilmCards cards, StudioEvents events)
    {
        Rational? rate = film.Rate is null ? null : Rational.TryParse(film.Rate, out var given) && given.IsPositive ? given : throw FaultException.Of("KX2016", ("rate", film.Rate));
        var added = films.Add(film.Path, rate);
        events.WorksChanged();
        return TypedResults.Created($"/api/films/{added.Id}", cards.Card(added));
    }
}
