using System.Globalization;
using Kinolux.Core.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinolux.Studio.Serving;

/// <summary>
/// Lets in only what this machine's own browser page, or a program on it, asks for. Other sites reach a loopback port through a person's browser in three ways:
/// under a name of theirs that resolves to 127.0.0.1 (the Host header betrays it), by cross-site requests (Origin and Sec-Fetch-Site do), and by forms and images,
/// which cannot send a header of one's own.
/// </summary>
internal static class Guard
{
    /// <summary>The header that every request that changes something must carry.</summary>
    public const string Header = "X-Kinolux";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Fence(context.Response.Headers);
        Check(context);
        return next(context);
    });

    private static void Fence(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    private static void Check(HttpContext context)
    {
        var request = context.Request;
        if (!IsOurs(request.Host, context.Connection.LocalPort))
            throw FaultException.Of("KX6010", ("host", request.Host.Value ?? ""));
        if (request.Headers.Origin.Any(origin => !string.Equals(origin, $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)))
            throw FaultException.Of("KX6011");
        if (request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none")))
            throw FaultException.Of("KX6011");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers[Header] != "1")
            throw FaultException.Of("KX6012", ("header", Header));
    }

    private static bool IsOurs(HostString host, int port) =>
        host.Port == port && host.Host is var name && (name == "127.0.0.1" || name.Equals("localhost", StringComparison.OrdinalIgnoreCase));
}
