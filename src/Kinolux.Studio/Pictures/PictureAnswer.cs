using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinolux.Studio.Pictures;

/// <summary>A PNG that the browser may keep, but asks about each time: nothing is made where it has it already.</summary>
internal static class PictureAnswer
{
    /// <param name="tag">Changes whenever the picture does.</param>
    public static IResult Of(HttpContext context, string tag, Action<Stream> write)
    {
        var entity = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(entity, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = entity;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        using var png = new MemoryStream();
        write(png);
        return Results.Bytes(png.GetBuffer().AsMemory(0, (int)png.Length), "image/png", entityTag: entity);
    }
}
