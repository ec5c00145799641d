using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Studio.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Uploads;

/// <summary>Films and scripts are sent in pieces, so that a lost network costs one piece. The headers are those of tus 1.0.</summary>
internal static class UploadEndpoints
{
    private const string Offset = "Upload-Offset";
    private const string Length = "Upload-Length";
    private const string PieceType = "application/offset+octet-stream";

    public static void Map(IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup("/api/uploads").WithTags("Uploads");
        uploads.MapPost("", Begin).WithSummary("Begins to send a film or a script").WithDescription("An unfinished upload of the same name and size is found again; offset says where to go on.");
        uploads.MapMethods("/{id}", [HttpMethods.Head], Ask).WithSummary("How far an upload is").WithDescription($"In the headers {Offset} and {Length}.");
        uploads.MapPatch("/{id}", SendAsync).WithSummary("Sends the next piece").WithDescription($"{Offset} says where it begins. The last piece is answered with the work. A stage play in a table and a script in a PDF stay as they are, and become Fountain beside them.")
            .Accepts<byte[]>(PieceType).Produces(StatusCodes.Status204NoContent).Produces<WorkAdded>();
        uploads.MapDelete("/{id}", End).WithSummary("Ends an upload; nothing is left of it");
    }

    private static Created<UploadOffset> Begin(NewUpload upload, UploadFolder folder)
    {
        var begun = folder.Begin(upload);
        return TypedResults.Created($"/api/uploads/{begun.Id}", begun);
    }

    private static Ok Ask(string id, UploadFolder folder, HttpResponse response)
    {
        var upload = folder.Find(id);
        response.Headers[Offset] = Text(upload.Offset);
        response.Headers[Length] = Text(upload.Size);
        return TypedResults.Ok();
    }

    private static async Task<IResult> SendAsync(string id, UploadFolder folder, StudioEvents events, HttpContext context)
    {
        var upload = folder.Find(id);
        if (context.Request.ContentType != PieceType || !long.TryParse(context.Request.Headers[Offset], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw FaultException.Of("KX6004", ("problem", $"a piece is of type {PieceType} and says in {Offset} where it begins"));
        // The server's own limit is for what pages say, not for films.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = upload.Size - Math.Min(offset, upload.Size);
        var reached = await UploadFolder.WriteAsync(upload, offset, context.Request.Body, context.RequestAborted);
        events.Publish("upload", new UploadOffset(id, reached));
        context.Response.Headers[Offset] = Text(reached);
        if (reached < upload.Size)
            return Results.NoContent();
        var (work, losses) = folder.Finish(upload);
        events.WorksChanged();
        return Results.Ok(new WorkAdded(work.Id, work.Name, work.Engine.Documents.Name, Path.GetFileName(work.Source), losses));
    }

    private static NoContent End(string id, UploadFolder folder)
    {
        folder.End(folder.Find(id));
        return TypedResults.NoContent();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
