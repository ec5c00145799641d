using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restoration.Pictures;
using Kinolux.Studio.Films;
using Kinolux.Studio.Works;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Pictures;

/// <summary>Exact single frames.</summary>
internal static class FrameEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/films/{id}/frames/{number:int:min(0)}.png", Frame).WithTags("Pictures")
            .WithSummary("A frame before or after, as a picture of the film's own samples: neither turned nor stretched")
            .Produces(StatusCodes.Status200OK, contentType: "image/png");

    /// <param name="side">before, after, or mask: white where something is applied.</param>
    /// <param name="width">Samples per row, at most the film's own; smaller pictures are means of areas.</param>
    /// <param name="depth">8 for the display, 16 for the exact samples (Y, U and V in the place of red, green and blue).</param>
    private static IResult Frame(string id, int number, FilmLibrary films, PictureCache pictures, ReviewCache reviews, HttpContext context, string side = "before", int? width = null, int depth = 8)
    {
        if (depth is not (8 or 16))
            throw Asked.Wrong("depth", $"{depth}", "8 or 16");
        if (width is < 1)
            throw Asked.Wrong("width", $"{width}", "1 or more");
        var found = films.Find(id);
        if (side == "mask")
            return Mask(found, number, width, reviews, context);
        var which = side switch
        {
            "before" => FrameSide.Before,
            "after" => FrameSide.After,
            _ => throw Asked.Wrong("side", side, "before, after or mask"),
        };
        var film = pictures.Of(found);
        var tag = film.Tag(which, number) ?? throw FaultException.Of("KX6060", ("frame", $"{number}"));
        return PictureAnswer.Of(context, $"{tag}-{side}-{width}-{depth}", stream =>
        {
            if (!(depth == 16 ? film.WriteExact(stream, which, number, context.RequestAborted) : film.Write(stream, which, number, width, context.RequestAborted)))
                throw FaultException.Of("KX6060", ("frame", $"{number}"));
        });
    }

    private static IResult Mask(StudioFilm film, int number, int? width, ReviewCache reviews, HttpContext context)
    {
        var format = film.Info().Format;
        if (number > film.Info().Frames.Last)
            throw FaultException.Of("KX1011", ("film", film.Name), ("range", $"{number}"), ("last", $"{film.Info().Frames.Last}"));
        var state = film.IsAnalysed ? reviews.Now(film.Work) : null;
        return PictureAnswer.Of(context, $"{state?.Tag}-mask-{number}-{width}", stream => MaskPicture.Write(stream, state is null ? [] : [.. state.At(new Extent(number, number))], number, format, width ?? format.Width));
    }
}
