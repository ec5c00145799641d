using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

/// <summary>What a script tells, over HTTP.</summary>
public sealed class StoryTests
{
    private const string Draft = "Title: House\n\nINT. HOUSE - DAY\n\nAnna sits with Eve.\n\nANNA\nThe rain again.\n\nEVE\nIt is only rain.\n\nEXT. STREET - NIGHT\n\nBEN\nWho is there?\n\nANNA\nThe rain.\n";

    [Fact]
    public async Task A_scripts_story_is_drawn_and_every_person_and_scene_has_its_line_in_the_text()
    {
        await using var studio = await ScriptTests.OpenAsync(path => File.WriteAllText(path, Draft));
        var story = await studio.GetAsync($"/api/scripts/{await IdAsync(studio, "story.fountain")}/story");
        Assert.StartsWith("<svg", Text(story, "picture"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", Text(story, "network"), StringComparison.Ordinal);
        Assert.Equal([2, 12], story["print"]!["scenes"]!.AsArray().Select(scene => scene!["line"]!.GetValue<int>()));
        Assert.Equal([("ANNA", 6), ("EVE", 9), ("BEN", 14)], story["people"]!.AsArray().OrderBy(person => person!["line"]!.GetValue<int>()).Select(person => (Text(person, "name"), person!["line"]!.GetValue<int>())));
        Assert.Equal("asked", Text(story["bechdel"], "answer"));
    }

    [Fact]
    public async Task Who_is_a_woman_is_said_kept_through_a_rewrite_and_taken_back()
    {
        await using var studio = await ScriptTests.OpenAsync(path => File.WriteAllText(path, Draft));
        var id = await IdAsync(studio, "story.fountain");
        await SayAsync(studio, id, "ANNA", true);
        await SayAsync(studio, id, "EVE", true);
        await SayAsync(studio, id, "BEN", false);
        var said = await studio.GetAsync($"/api/scripts/{id}/story");
        Assert.Equal(("passes", 0), (Text(said["bechdel"], "answer"), said["bechdel"]!["notSaid"]!.GetValue<int>()));
        await File.WriteAllTextAsync(studio.At("story.fountain"), Draft.Replace("Title: House\n\n", "Title: House\n\nINT. CELLAR - DAY\n\nDark.\n\n", StringComparison.Ordinal));
        Assert.Equal("passes", Text((await studio.GetAsync($"/api/scripts/{id}/story"))["bechdel"], "answer"));
        // Said otherwise, then undone as any decision is.
        await SayAsync(studio, id, "EVE", false);
        Assert.Equal("fails", Text((await studio.GetAsync($"/api/scripts/{id}/story"))["bechdel"], "answer"));
        await studio.Client.DeleteAsync($"/api/works/{id}/history/last");
        Assert.Equal("passes", Text((await studio.GetAsync($"/api/scripts/{id}/story"))["bechdel"], "answer"));
        foreach (var name in (string[])["ANNA", "EVE", "BEN"])
            await SayAsync(studio, id, name, null);
        Assert.Equal("asked", Text((await studio.GetAsync($"/api/scripts/{id}/story"))["bechdel"], "answer"));
        Assert.Equal(HttpStatusCode.BadRequest, (await studio.Client.PutAsJsonAsync($"/api/scripts/{id}/women", new { name = "NOBODY", isWoman = true })).StatusCode);
    }

    [Fact]
    public async Task Another_draft_is_laid_over_it_and_what_differs_is_named()
    {
        await using var studio = await ScriptTests.OpenAsync(path =>
        {
            File.WriteAllText(path, Draft);
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "second.fountain"), Draft.Replace("EXT. STREET", "INT. CAVE - DAY\n\nANNA\nDark.\n\nEXT. STREET", StringComparison.Ordinal));
        });
        var story = await studio.GetAsync($"/api/scripts/{await IdAsync(studio, "story.fountain")}/story?with={await IdAsync(studio, "second.fountain")}");
        Assert.Equal(["story.fountain", "second.fountain"], story["print"]!["sides"]!.AsArray().Select(side => side!.GetValue<string>()));
        var cave = Assert.Single(story["print"]!["scenes"]!.AsArray(), scene => Text(scene, "change") == "alone");
        Assert.Equal(("INT. CAVE - DAY", 1), (Text(cave, "heading"), cave!["side"]!.GetValue<int>()));
        Assert.Null(cave["line"]);
    }

    private static async Task SayAsync(Studio studio, string id, string name, bool? isWoman) =>
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.PutAsJsonAsync($"/api/scripts/{id}/women", new { name, isWoman })).StatusCode);

    private static async Task<string> IdAsync(Studio studio, string file) =>
        Text((await studio.GetAsync("/api/scripts"))["scripts"]!.AsArray().Single(script => Text(script, "file") == file), "id");

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
