using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Work;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Works;

/// <summary>The works of every engine, and one work.</summary>
internal static class WorkEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/engines", (Engines engines) => new EngineList([.. engines.All.Select(EngineFacts.Of)])).WithTags("Works")
            .WithSummary("What the studio can work on: verbs, and kinds of proposals with their colours and what the standard policy says");
        app.MapGet("/api/works", Works).WithTags("Works").WithSummary("The works of the production");
        app.MapGet("/api/works/{id}", (string id, WorkLibrary works, ReviewCache reviews, JobQueue jobs) => Card(works.Find(id), reviews, jobs)).WithTags("Works").WithSummary("A work");
        app.MapGet("/api/works/{id}/document", (string id, WorkLibrary works, ReviewCache reviews) => Document(reviews.Now(works.Find(id)).Document)).WithTags("Works").WithSummary("A work's parts, and the words of a text");
    }

    private static WorkList Works(WorkLibrary works, ReviewCache reviews, JobQueue jobs)
    {
        var (all, leftOut) = works.All();
        List<WorkCard> cards = [];
        foreach (var work in all)
            try
            {
                cards.Add(Card(work, reviews, jobs));
            }
            // One work that somebody spoiled takes no other from the list.
            catch (Exception cause) when (cause is FaultException or IOException or UnauthorizedAccessException)
            {
                leftOut = [.. leftOut, new LeftOut(work.Name, cause is FaultException known ? known.Fault.Message : cause.Message)];
            }
        return new WorkList(cards, leftOut);
    }

    private static WorkCard Card(WorkItem work, ReviewCache reviews, JobQueue jobs)
    {
        var state = work.IsBegun ? reviews.Now(work) : null;
        return new WorkCard(work.Id, work.Name, work.Engine.Documents.Name, state?.Document.View, state?.Questions.Count(question => question.Waiting > 0) ?? 0, work.IsOutputThere, state is null ? [] : reviews.Review(work).Stale(), jobs.Of(work.Id));
    }

    private static DocumentFacts Document(WorkDocument document) =>
        new(document.View, [.. document.Parts.Select(PartFacts.Of)], (document as TextDocument)?.Elements);
}
