using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Serving;

/// <summary>What is the same for every film.</summary>
internal static class StudioEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/studio", Facts).WithTags("Studio").WithSummary("Whose studio this is, and where");
        app.MapPut("/api/studio/person", Name).WithTags("Studio").WithSummary("Says who decides here, for now and later");
        app.MapGet("/api/stages", () => new StageList([.. StageCatalog.All.Select(StageDescription.Of)])).WithTags("Studio").WithSummary("The restoration stages and their options, in pipeline order");
    }

    private static StudioFacts Facts(StudioSettings settings, StudioPerson person)
    {
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(settings.Folder));
        return new StudioFacts(folder, folder, person.Name, person.IsKnown, typeof(StudioServer).Assembly.GetName().Version?.ToString(3) ?? "", Environment.ProcessorCount);
    }

    private static StudioFacts Name(NewPerson named, StudioSettings settings, StudioPerson person)
    {
        person.Keep(named.Name);
        return Facts(settings, person);
    }
}
