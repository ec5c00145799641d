using Kinolux.Work.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Works;

/// <summary>The queue of jobs.</summary>
internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/api/jobs").WithTags("Jobs");
        jobs.MapGet("", (JobQueue queue) => new JobList(queue.All(), queue.LeftOut)).WithSummary("The jobs in the order in which they run");
        jobs.MapPost("", Add).WithSummary("Asks an engine for a run over a work").WithDescription("It waits for its turn: one job runs at a time, with all cores.");
        jobs.MapPost("/{id}/pause", (string id, JobQueue queue) => queue.Pause(id)).WithSummary("Stops a job so that it can go on later");
        jobs.MapPost("/{id}/resume", (string id, JobQueue queue) => queue.Resume(id)).WithSummary("Lets a paused or failed job go on from its finished chunks, and one that asks run");
        jobs.MapPost("/{id}/cancel", (string id, JobQueue queue) => queue.Cancel(id)).WithSummary("Ends a job");
        jobs.MapDelete("/{id}", Remove).WithSummary("Takes a job that is over from the list");
        jobs.MapGet("/{id}/log", (string id, JobQueue queue) => queue.Log(id)).WithSummary("What a job did, line by line");
    }

    private static Created<Job> Add(JobRequest request, JobQueue queue)
    {
        var job = queue.Add(request);
        return TypedResults.Created($"/api/jobs/{job.Id}", job);
    }

    private static NoContent Remove(string id, JobQueue queue)
    {
        queue.Remove(id);
        return TypedResults.NoContent();
    }
}
