using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Restoration.Pictures;
using Kinolux.Studio.Films;
using Kinolux.Studio.Works;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Pictures;

/// <summary>Settings tried on one frame.</summary>
internal static class PreviewEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var film = app.MapGroup("/api/films/{id}").WithTags("Pictures");
        film.MapPost("/preview", Make).WithSummary("Restores one frame with other settings; nothing is kept but the picture").WithDescription("Another preview of the film ends one that is still being made; the same is not made twice.");
        film.MapGet("/previews/{token}.png", Picture).WithSummary("A preview's picture, or with side=mask where it repaired").Produces(StatusCodes.Status200OK, contentType: "image/png");
    }

    private static async Task<PreviewMade> Make(string id, NewPreview asked, FilmLibrary films, PreviewCache previews, StudioSettings settings, HttpContext context)
    {
        var began = settings.Time.GetTimestamp();
        var (token, preview) = await previews.MakeAsync(films.Find(id), asked, context.RequestAborted);
        return new PreviewMade(
            $"/api/films/{id}/previews/{token}.png", [.. preview.Found.Select(kind => new PreviewMade.Kinds(kind.Kind, kind.Found))],
            (long)settings.Time.GetElapsedTime(began).TotalMilliseconds);
    }

    private static IResult Picture(string id, string token, PreviewCache previews, HttpContext context, int? width = null, string side = "after")
    {
        var preview = previews.Find(id, token) ?? throw FaultException.Of("KX6065");
        var wide = width ?? preview.Frame.Format.Width;
        if (side is not ("after" or "mask") || wide < 1)
            throw Asked.Unclear("side is after or mask, width 1 or more");
        return PictureAnswer.Of(context, $"{token}-{side}-{wide}", stream =>
        {
            if (side == "mask")
                MaskPicture.Write(stream, preview.Applied, preview.Frame.Format, wide);
            else
                DisplayPicture.Write(stream, preview.Frame, preview.Look, wide, new RowRunner(Environment.ProcessorCount, context.RequestAborted));
        });
    }
}
