using System.Text;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Script.Editing;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Works;
using Kinolux.Studio.Serving;
using Kinolux.Studio.Works;
using Kinolux.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Scripts;

/// <summary>Scripts that are written here: opened, read while they are written, and saved.</summary>
internal static class ScriptEndpoints
{
    private const string TextType = "text/plain";

    public static void Map(IEndpointRouteBuilder app)
    {
        var scripts = app.MapGroup("/api/scripts").WithTags("Scripts");
        scripts.MapGet("", (ScriptCards cards) => cards.Cards()).WithSummary("The scripts of the production");
        scripts.MapPost("", Begin).WithSummary("Begins a script").WithDescription("A file of that name with a title page; one that is there is never written over.");
        scripts.MapPost("/reading", ReadAsync).WithSummary("Reads a text while it is written: what each line is, scenes, pages").WithDescription("Nothing is kept. In lines a letter says what each is: h heading, a action, c cue, p parenthetical, d dialogue, l and L lyrics, t transition, s shot, z centred, b page break, # section, = synopsis, n note, x boneyard, T title page, - blank.")
            .Accepts<string>(TextType);
        scripts.MapGet("/{id}", Open).WithSummary("A script with its text").WithDescription("Final Draft is answered as its Fountain, with what that cannot hold. The ETag names this state of the file.");
        scripts.MapPut("/{id}", SaveAsync).WithSummary("Saves a script over the file that was opened").WithDescription("If-Match takes the ETag that came with the text; 409 where the file is another since, and nothing is written. Encoding, byte order mark and line ends stay as they are; encoding=utf-8 changes the first. A script that was checked is checked again.")
            .Accepts<string>(TextType);
        scripts.MapGet("/{id}/tag", Tag).WithSummary("Whether the file is as it was").WithDescription("In the ETag.");
        scripts.MapPost("/{id}/check", Check).WithSummary("Looks for what may be wrong in a script").WithDescription("It takes less than a moment, so it does not wait for other jobs.");
        scripts.MapPost("/{id}/findings", FindAsync).WithSummary("Looks for what may be wrong in a text while it is written").WithDescription("As the check does, with what was decided; nothing is kept, and mends are not looked for. A script that was not checked has none.").Accepts<string>(TextType);
        scripts.MapPost("/{id}/fountain", SaveAsFountain).WithSummary("Writes a Final Draft script as Fountain beside it");
    }

    private static Created<ScriptCard> Begin(NewScript script, ScriptLibrary library, ScriptCards cards, StudioPerson person, StudioEvents events)
    {
        var begun = library.Begin(script.Name, person.Name);
        events.WorksChanged();
        return TypedResults.Created($"/api/scripts/{begun.Id}", cards.Card(begun));
    }

    private static async Task<EditorReading> ReadAsync(HttpRequest request) => EditorReading.Of(await TextAsync(request));

    private static OpenScript Open(string id, ScriptLibrary library, HttpResponse response)
    {
        var script = library.Find(id);
        var (file, tag) = script.Read();
        response.Headers.ETag = $"\"{tag}\"";
        var written = file.Format == ScriptFormat.Fountain ? new WrittenScript(file.Text.Text, []) : FountainWriter.Write(file.Script);
        var text = Unix(written.Text);
        return new OpenScript(
            id, script.Work.Name, Path.GetFileName(script.Path), file.Format, file.Text.IsForeign ? file.Text.Encoding.WebName : null, script.Work.IsBegun, text,
            file.Format == ScriptFormat.Fountain && text == file.Text.Text ? EditorReading.Of(file.Script) : EditorReading.Of(text), written.Losses);
    }

    private static Ok Tag(string id, ScriptLibrary library, HttpResponse response)
    {
        response.Headers.ETag = $"\"{library.Find(id).Read().Tag}\"";
        return TypedResults.Ok();
    }

    private static async Task<ScriptSaved> SaveAsync(string id, ScriptLibrary library, StudioPerson person, StudioEvents events, TimeProvider time, HttpContext context, string? encoding = null)
    {
        if (context.Request.Headers.IfMatch is not [['"', .. var tag, '"']])
            throw FaultException.Of("KX6004", ("problem", "the header If-Match takes the ETag that came with the text"));
        if (encoding is not (null or "utf-8"))
            throw Asked.Wrong("encoding", encoding, "utf-8");
        var script = library.Find(id);
        var saved = script.Save(await TextAsync(context.Request), tag, encoding is not null);
        context.Response.Headers.ETag = $"\"{saved.Tag}\"";
        // What is on the disk is saved, whatever becomes of the check: a run may hold the work folder, or something in it be damaged.
        try
        {
            if (script.Work.IsBegun)
                Checked(script, person, time);
        }
        catch (FaultException)
        {
            // Whoever asks for findings hears the reason.
        }
        events.WorkChanged(id);
        return new ScriptSaved(saved.Size);
    }

    private static async Task<FoundWhileWritten> FindAsync(string id, HttpRequest request, ScriptLibrary library)
    {
        var script = library.Find(id);
        var text = await TextAsync(request);
        if (!script.Work.IsBegun)
            return new FoundWhileWritten([]);
        using var work = script.Work.Open();
        var review = work.Log.Read();
        return new FoundWhileWritten(ScriptVersion.Written(work, script.Path, text, review).Findings(review));
    }

    private static NoContent Check(string id, ScriptLibrary library, StudioPerson person, StudioEvents events, TimeProvider time)
    {
        Checked(library.Find(id), person, time);
        events.WorkChanged(id);
        return TypedResults.NoContent();
    }

    internal static void Checked(StudioScript script, StudioPerson person, TimeProvider time) =>
        script.Work.Engine.Run(new EngineRun(script.Work.WorkPath, script.Path, script.Work.Output, script.Work.Engine.Verbs[0].Id, new JsonObject(), Fresh: false, person.Name, time), null, CancellationToken.None);

    private static Created<ScriptCard> SaveAsFountain(string id, ScriptLibrary library, ScriptCards cards, StudioEvents events)
    {
        var written = library.SaveAsFountain(library.Find(id));
        events.WorksChanged();
        return TypedResults.Created($"/api/scripts/{written.Id}", cards.Card(written));
    }

    // Half a character would become another.
    private static async Task<string> TextAsync(HttpRequest request)
    {
        if (request.GetTypedHeaders().ContentType is not { } type || type.MediaType != TextType || type.Charset is { HasValue: true } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw Asked.Unclear($"a text is sent as {TextType} in UTF-8");
        // The server's own limit closes the line, and a page would take that for a studio that is gone.
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 2 * StudioScript.MostBytes;
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        if (bytes.Length > StudioScript.MostBytes)
            throw FaultException.Of("KX6007");
        try
        {
            return Unix(new UTF8Encoding(false, true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
        catch (DecoderFallbackException cause)
        {
            throw FaultException.Of("KX6004", cause, ("problem", "the text is not UTF-8"));
        }
    }

    // As editors part lines, and the reader does: at no other character.
    private static string Unix(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
