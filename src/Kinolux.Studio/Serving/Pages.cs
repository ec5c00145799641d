using Kinolux.Core.Faults;
using Kinolux.Core.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Serving;

/// <summary>The web application's own files, built in <c>web/</c> and embedded: one page, whose script shows what the address names.</summary>
internal static class Pages
{
    private const string Folder = "web/";

    private static readonly Dictionary<string, string> Types = new() { [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".woff2"] = "font/woff2" };

    /// <exception cref="FaultException">KX3003: this build has no pages.</exception>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var address in KinoluxJson.Read<Dictionary<string, string>>(Read("addresses.json")).Values)
            Serve(app, address, "studio.html", "text/html; charset=utf-8");
        foreach (var file in typeof(Pages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]))
            if (Types.TryGetValue(Path.GetExtension(file), out var type))
                Serve(app, $"/{file}", file, type);
    }

    private static void Serve(IEndpointRouteBuilder app, string address, string file, string type)
    {
        var bytes = Read(file);
        app.MapGet(address, () => Results.Bytes(bytes, type)).ExcludeFromDescription();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Pages).Assembly.GetManifestResourceStream(Folder + name) ?? throw FaultException.Of("KX3003");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
