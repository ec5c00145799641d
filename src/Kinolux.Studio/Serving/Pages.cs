using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Serving;

/// <summary>The web application's own files, built in <c>web/</c> and embedded: one page, whose script shows what the address names.</summary>
internal static class Pages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var address in (string[])["/", "/jobs", "/films/{id}", "/films/{id}/review"])
            Serve(app, address, "studio.html", "text/html; charset=utf-8");
        Serve(app, "/studio.js", "studio.js", "text/javascript; charset=utf-8");
        Serve(app, "/studio.css", "studio.css", "text/css; charset=utf-8");
    }

    private static void Serve(IEndpointRouteBuilder app, string address, string file, string type) =>
        app.MapGet(address, () => Results.Bytes(Read(file), type)).ExcludeFromDescription();

    private static byte[] Read(string name)
    {
        using var stream = typeof(Pages).Assembly.GetManifestResourceStream("web/" + name) ?? throw new InvalidOperationException($"The build left {name} out.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
