using System.Text;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Report;
using Kinolux.Work.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Films;

/// <summary>
/// The report that a job wrote. A production may come from elsewhere, and a page of this address could ask the studio for anything; so no script is sent that is not ours:
/// the page's own comes from here, and the files of data that it adds as scripts are read and written again as data alone.
/// </summary>
internal static class ReportEndpoints
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".webp"] = "image/webp", [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".json"] = "application/json", [".txt"] = "text/plain", [".pdf"] = "application/pdf",
    };

    // Of a shot's proposals; ours have some megabytes.
    private const long MostBytes = 256 << 20;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/api/films/{id}/report/{**file}", [HttpMethods.Get, HttpMethods.Head], Send).WithTags("Films").WithSummary("A file of the report that a job wrote")
            .WithDescription("index.html is its page.").Produces<byte[]>(StatusCodes.Status200OK, "text/html");

    private static IResult Send(string id, string file, FilmLibrary films, HttpContext context)
    {
        var folder = films.Find(id).ReportPath;
        // Looked up among the files that are there; nothing in the address is taken for a path.
        var path = Directory.Exists(folder) ? WorkFiles.Under(folder).FirstOrDefault(path => Path.GetRelativePath(folder, path).Replace('\\', '/') == file) : null;
        if (path is null)
            throw Missing(file);
        switch (file)
        {
            case "report.js":
                return Results.Text(ReportAssets.Read(file), "text/javascript", Encoding.UTF8);
            case "report.css":
                return Results.Text(ReportAssets.Read(file), "text/css", Encoding.UTF8);
            case "index.html":
                context.Response.Headers.ContentSecurityPolicy = Policy($"{context.Request.Scheme}://{context.Request.Host}/api/films/{id}/report/");
                return Results.File(path, "text/html; charset=utf-8");
            case "record.html":
                context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                return Results.File(path, "text/html; charset=utf-8");
            default:
                return file.StartsWith("data/", StringComparison.Ordinal) && Path.GetExtension(path) == ".js"
                    ? Results.Text(Part(path, file), "text/javascript", Encoding.UTF8)
                    : Types.TryGetValue(Path.GetExtension(path), out var type) ? Results.File(path, type, enableRangeProcessing: true) : throw Missing(file);
        }
    }

    private static string Policy(string here) =>
        $"default-src 'none'; script-src {here}report.js {here}data/; style-src {here}report.css; img-src {here} data: blob:; media-src {here} blob:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // kinoluxPart("NAME",JSON);
    private static string Part(string path, string file)
    {
        var text = Text(path, file).Trim();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || text[..comma] != $"kinoluxPart(\"{Path.GetFileNameWithoutExtension(path)}\"" || !text.EndsWith(");", StringComparison.Ordinal))
            throw Missing(file);
        try
        {
            var data = KinoluxJson.Read<JsonElement>(text[(comma + 1)..^2]);
            return $"kinoluxPart({JsonSerializer.Serialize(Path.GetFileNameWithoutExtension(path))},{JsonSerializer.Serialize(data)});";
        }
        catch (JsonException)
        {
            throw Missing(file);
        }
    }

    private static string Text(string path, string file)
    {
        try
        {
            return WholeFile.Text(path, MostBytes);
        }
        catch (IOException)
        {
            throw Missing(file);
        }
    }

    private static FaultException Missing(string file) => FaultException.Of("KX6041", ("file", file));
}
