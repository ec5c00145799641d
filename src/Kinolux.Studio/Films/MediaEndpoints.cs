using Kinolux.Core.Faults;
using Kinolux.Report;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Films;

/// <summary>A film's own files: its source, its output, and the report that a job wrote.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, string> ReportTypes = new(StringComparer.Ordinal)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".webp"] = "image/webp", [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".json"] = "application/json",
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        Send(app, "source", "The film file itself", film => film.Source);
        Send(app, "output", "The restored film file", film => film.Output);
        app.MapMethods("/api/films/{id}/report/{**file}", Methods, Report).WithTags("Films").WithSummary("A file of the report that a job wrote")
            .WithDescription("index.html is its page.").Produces<byte[]>(StatusCodes.Status200OK, "text/html");
    }

    private static void Send(IEndpointRouteBuilder app, string side, string summary, Func<StudioFilm, string> file) =>
        app.MapMethods($"/api/films/{{id}}/media/{side}", Methods, (string id, FilmShelf shelf) => Media(shelf.Find(id), file)).WithTags("Films").WithSummary(summary)
            .WithDescription("Ranges can be asked for.").Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream").Produces<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream");

    private static IResult Media(StudioFilm film, Func<StudioFilm, string> file)
    {
        var path = file(film);
        // Only what opens as a film leaves: a work folder from elsewhere may name any file.
        var info = film.Infos.Of(path, film.Rate);
        if (!File.Exists(path))
            throw FaultException.Of("KX6040", ("film", film.Name));
        return Results.File(path, TypeOf(info.Container), Path.GetFileName(path), File.GetLastWriteTimeUtc(path), enableRangeProcessing: true);
    }

    private static IResult Report(string id, string file, FilmShelf shelf, HttpContext context)
    {
        var folder = shelf.Find(id).ReportPath;
        // Looked up among the files that are there; nothing in the address is taken for a path.
        var path = Directory.Exists(folder) ? FilmFiles.Under(folder).FirstOrDefault(path => Path.GetRelativePath(folder, path).Replace('\\', '/') == file) : null;
        if (path is null)
            throw FaultException.Of("KX6041", ("file", file));
        // The page's script and style are ours, whatever lies in the folder, and no other script can be asked for.
        if (file is "report.js" or "report.css")
            return Results.Text(ReportAssets.Read(file), file == "report.js" ? "text/javascript" : "text/css", System.Text.Encoding.UTF8);
        if (file == "index.html")
        {
            var here = $"{context.Request.Scheme}://{context.Request.Host}/api/films/{id}/report/";
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src {here}report.js; style-src {here}report.css; img-src {here} data: blob:; media-src {here} blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return Results.File(path, "text/html; charset=utf-8");
        }
        return ReportTypes.TryGetValue(Path.GetExtension(path), out var type) ? Results.File(path, type, enableRangeProcessing: true) : throw FaultException.Of("KX6041", ("file", file));
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
