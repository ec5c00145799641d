using Kinolux.Script.Emotion;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.People;
using Kinolux.Script.StoryPrints;
using Kinolux.Script.Works;
using Kinolux.Studio.Serving;
using Kinolux.Studio.Works;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Scripts;

/// <summary>What a script tells, as it is saved: its pictures, its people, how it feels.</summary>
internal static class StoryEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var script = app.MapGroup("/api/scripts/{id}").WithTags("Scripts");
        script.MapGet("/story", Story).WithSummary("What a script tells: StoryPrint, who meets whom, how it feels, who is in it").WithDescription("Of the file, with what was decided about whose names are one's. with: another script, or draft, that is laid over it in the StoryPrint. Pictures are SVG.");
        script.MapPut("/women", Say).WithSummary("Says of somebody who speaks whether she is a woman, for the Bechdel test").WithDescription("Without isWoman what was said is taken back. It is kept with the decisions; a script that was not checked yet is.");
    }

    private static ScriptStory Story(string id, ScriptLibrary library, string? with = null)
    {
        var script = library.Find(id);
        var (told, women) = Tell(script);
        if (with is null)
            return ScriptStory.Of(told, StoryPrint.Of(told), women);
        var other = library.Find(with);
        var (laid, _) = Tell(other);
        // Drafts have one title, and are told apart by their files.
        var (one, second) = told.Title == laid.Title ? (Path.GetFileName(script.Path), Path.GetFileName(other.Path)) : (told.Title, laid.Title);
        return ScriptStory.Of(told, StoryPrint.Of(told with { Title = one }, laid with { Title = second }), women);
    }

    private static ((string Title, Cast Cast, EmotionMap Emotion) Told, IReadOnlyDictionary<string, bool> Women) Tell(StudioScript script)
    {
        var (cast, women) = People(script);
        return ((PlainTitle.Of(cast.Script) ?? Path.GetFileName(script.Path), cast, EmotionMap.Of(cast, null)), women);
    }

    private static (Cast Cast, IReadOnlyDictionary<string, bool> Women) People(StudioScript script)
    {
        var file = script.Read().File;
        if (!script.Work.IsBegun)
            return (Cast.Of(file.Format == ScriptFormat.Fountain ? file.Script : FountainReader.Read(FountainWriter.Write(file.Script).Text)), new Dictionary<string, bool>());
        using var work = script.Work.Open();
        var review = work.Log.Read();
        var cast = ScriptVersion.Of(work, script.Path, review).CastBy(review);
        return (cast, Women.Of(review, cast));
    }

    private static NoContent Say(string id, WomanSaid said, ScriptLibrary library, StudioPerson person, StudioEvents events, TimeProvider time)
    {
        var script = library.Find(id);
        if (!script.Work.IsBegun)
            ScriptEndpoints.Checked(script, person, time);
        using var work = script.Work.Open();
        var review = work.Log.Read();
        var version = ScriptVersion.Of(work, script.Path, review);
        var cast = version.CastBy(review);
        if (cast.Find(said.Name) is null)
            throw Asked.Wrong("name", said.Name, "somebody who speaks in the script");
        Women.Say(work, version, cast, said.Name, said.IsWoman, person.Name, time.GetUtcNow());
        events.WorkChanged(id);
        return TypedResults.NoContent();
    }
}
