using Kinolux.Core.Faults;
using Kinolux.Report;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Films;

/// <summary>A film's own files.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app)
    {
        Send(app, "source", "The film file itself", film => film.Source);
        Send(app, "output", "The restored film file", film => film.Output);
        app.MapMethods("/api/films/{id}/media/page", Methods, (string id, FilmLibrary films) => Page(films.Find(id))).WithTags("Films").WithSummary("The page that shows the restored film to others")
            .Produces<byte[]>(StatusCodes.Status200OK, "text/html");
    }

    private static void Send(IEndpointRouteBuilder app, string side, string summary, Func<StudioFilm, string> file) =>
        app.MapMethods($"/api/films/{{id}}/media/{side}", Methods, (string id, FilmLibrary films) => Media(films.Find(id), file)).WithTags("Films").WithSummary(summary)
            .WithDescription("Ranges can be asked for.").Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream").Produces<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream");

    // To be kept, and not opened here: a page of this address could ask the studio for anything.
    private static IResult Page(StudioFilm film) =>
        AskPage.IsOne(film.PagePath) ? Results.File(film.PagePath, "text/html; charset=utf-8", Path.GetFileName(film.PagePath)) : throw FaultException.Of("KX6041", ("file", Path.GetFileName(film.PagePath)));

    private static IResult Media(StudioFilm film, Func<StudioFilm, string> file)
    {
        var path = file(film);
        // Only what opens as a film leaves: a work folder from elsewhere may name any file.
        var info = film.Infos.Of(path, film.Rate);
        if (!File.Exists(path))
            throw FaultException.Of("KX6040", ("film", film.Name));
        return Results.File(path, TypeOf(info.Container), Path.GetFileName(path), File.GetLastWriteTimeUtc(path), enableRangeProcessing: true);
    }

    private static string TypeOf(string container) => container.Split(',') switch
    {
        var names when names.Contains("webm") && names.Contains("matroska") => "video/x-matroska",
        var names when names.Contains("mp4") => "video/mp4",
        var names when names.Contains("avi") => "video/x-msvideo",
        var names when names.Contains("mpegts") => "video/mp2t",
        var names when names.Contains("mpeg") => "video/mpeg",
        _ => "application/octet-stream",
    };
}
