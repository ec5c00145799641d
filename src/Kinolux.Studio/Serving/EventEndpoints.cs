using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Kinolux.Studio.Serving;

/// <summary>Server-sent events (WHATWG HTML, 9.2).</summary>
internal static class EventEndpoints
{
    // Through which both sides notice that the other is gone.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/events", SendAsync).WithTags("Studio").WithSummary("What happens, as it happens")
            .WithDescription("Server-sent events: `job` (a job), `work` (id: its decisions, wishes, plan or output changed), `works` (the list changed), `jobs` (a job left the list), `upload` (id, offset), `reset` (ask for everything again). With Last-Event-ID it goes on after that event.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");

    private static async Task SendAsync(HttpContext context, StudioEvents events, TimeProvider time, IHostApplicationLifetime life)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var happened = events.Listen(context.Request.Headers["Last-Event-ID"], end.Token);
        context.Response.ContentType = "text/event-stream";
        try
        {
            while (await NextAsync() is { } more)
            {
                if (!more)
                    await context.Response.WriteAsync(": here\n\n", end.Token);
                while (happened.TryRead(out var next))
                    await context.Response.WriteAsync(next.Name.Length == 0 ? $"id: {next.Id}\n\n" : $"id: {next.Id}\nevent: {next.Name}\ndata: {next.Data}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more, or the studio ends.
        }

        // True where something happened, false where nothing did for a while, null where nothing more will come.
        async Task<bool?> NextAsync()
        {
            using var pause = new CancellationTokenSource(Heartbeat, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, pause.Token);
            try
            {
                return await happened.WaitToReadAsync(either.Token) ? true : null;
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
