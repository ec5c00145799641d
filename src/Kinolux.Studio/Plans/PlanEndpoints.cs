using Kinolux.Core.Faults;
using Kinolux.Restoration.Plans;
using Kinolux.Studio.Films;
using Kinolux.Studio.Serving;
using Kinolux.Work.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Plans;

/// <summary>The settings of a film's plan.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var plan = app.MapGroup("/api/films/{id}/plan").WithTags("Films");
        plan.MapGet("", Read).WithSummary("What the next job will do").WithDescription("Quality, and every stage with its options; the defaults before an analysis. The ETag names this state of the plan.");
        plan.MapPut("", Write).WithSummary("Changes what the next job will do").WithDescription("If-Match takes the ETag that came with the plan; 412 where the plan was changed meanwhile, also by hand.");
    }

    private static PlanSettings Read(string id, FilmLibrary films, HttpResponse response) => Tagged(new PlanEditor(films.Find(id).WorkPath).Read(), response);

    private static PlanSettings Write(string id, PlanSettings settings, FilmLibrary films, StudioEvents events, HttpContext context)
    {
        if (context.Request.Headers.IfMatch is not [['"', .. var tag, '"']])
            throw FaultException.Of("KX6004", ("problem", "the header If-Match takes the ETag that came with the plan"));
        var film = films.Find(id);
        WorkLibrary.Begin(film.Work);
        var written = new PlanEditor(film.WorkPath).Write(film.Name, settings, tag);
        events.WorkChanged(id);
        return Tagged(written, context.Response);
    }

    private static PlanSettings Tagged((PlanSettings Settings, string Tag) plan, HttpResponse response)
    {
        response.Headers.ETag = $"\"{plan.Tag}\"";
        return plan.Settings;
    }
}
