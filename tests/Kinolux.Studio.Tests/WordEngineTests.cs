using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Restoration;
using Kinolux.Tests.TestSupport.Words;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>An engine that no file of the product names stands in the studio by one entry in the list.</summary>
public sealed class WordEngineTests
{
    [Fact]
    public async Task It_is_listed_run_decided_on_and_asked_over_HTTP()
    {
        await using var studio = await OpenAsync();
        var engine = (await studio.GetAsync("/api/engines"))["engines"]!.AsArray().Single(one => Text(one, "name") == "words")!;
        Assert.Equal(["find", "write"], engine["verbs"]!.AsArray().Select(verb => Text(verb, "id")));
        var work = await IdAsync(studio);
        await RunAsync(studio, work, "find");
        var document = await studio.GetAsync($"/api/works/{work}/document");
        Assert.Equal(("text", 2, 5), (Text(document, "view"), document["parts"]!.AsArray().Count, document["text"]!.AsArray().Count));
        var waiting = (await studio.GetAsync($"/api/works/{work}/proposals?state=waiting&order=place"))["items"]!.AsArray();
        Assert.Equal(["commence", "terminate"], waiting.Select(item => Text(item, "quote")));
        Assert.Equal(("begin", "says “begin” instead"), (Text(waiting[0], "part"), Text(waiting[0], "says")));
        await studio.PostAsync($"/api/works/{work}/decisions", new { names = new[] { Text(waiting[0], "id") }, verdict = "accept" });
        await RunAsync(studio, work, "write");
        Assert.Contains("We begin at dawn.", await File.ReadAllTextAsync(studio.At("memo.plain.txt")), StringComparison.Ordinal);
        Assert.Equal("tester", (await studio.GetAsync($"/api/works/{work}/why?at=3"))["reasons"]![0]!["rendered"]!["by"]!.GetValue<string>());
        Assert.Empty((await studio.GetAsync($"/api/works/{work}"))["stale"]!.AsArray());
        await File.AppendAllTextAsync(studio.At("memo.words"), "p4: We utilize more.\n");
        Assert.Equal(("its words", studio.At("memo.plain.txt")), (await studio.GetAsync($"/api/works/{work}"))["stale"]!.AsArray() is [var stale] ? (Text(stale, "reason"), Text(stale, "made")) : default);
        var beyond = await studio.Client.GetAsync($"/api/works/{work}/why?at=99");
        Assert.Equal("KX1031", Text(await beyond.Content.ReadFromJsonAsync<JsonNode>(), "code"));
        var unknown = await studio.Client.PostAsJsonAsync("/api/jobs", new { work, verb = "restore" });
        Assert.Equal("KX6023", Text(await unknown.Content.ReadFromJsonAsync<JsonNode>(), "code"));
        var nonsense = await studio.Client.PostAsJsonAsync("/api/jobs", new { work, verb = "find", request = new { range = "1-2" } });
        Assert.Equal("KX6004", Text(await nonsense.Content.ReadFromJsonAsync<JsonNode>(), "code"));
    }

    [Fact]
    public async Task It_is_walked_through_in_the_browser()
    {
        Browser.SkipWithout();
        await using var studio = await OpenAsync();
        var work = await IdAsync(studio);
        await Task.Run(() => Browser.Run("studio.words.test.mjs", $"{studio.Client.BaseAddress}", work));
        Assert.Contains("We begin at dawn.", await File.ReadAllTextAsync(studio.At("memo.plain.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_of_the_product_names_it() =>
        Assert.DoesNotContain(
            Repository.Sources("src").Concat(Directory.EnumerateFiles(Repository.File("web", "src"), "*", SearchOption.AllDirectories)),
            file => ((string[])["long-word", "WordEngine", ".plain.txt", "Long word"]).Any(name => File.ReadAllText(file).Contains(name, StringComparison.Ordinal)));

    private static Task<Studio> OpenAsync() => Studio.OpenWithAsync(
        new Engines(new FilmEngine(), new WordEngine()),
        studio => File.WriteAllText(studio.At("memo.words"), "# Begin\np1: We utilize the mill.\np2: We commence at dawn.\n# End\np3: We terminate it.\n"));

    private static async Task<string> IdAsync(Studio studio) => Text((await studio.GetAsync("/api/works"))["works"]!.AsArray().Single(), "id");

    private static async Task RunAsync(Studio studio, string work, string verb)
    {
        var job = Text(await studio.PostAsync("/api/jobs", new { work, verb }), "id");
        var jobs = await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]!.AsArray().Any(one => Text(one, "id") == job && Text(one, "state") is "done" or "failed"));
        Assert.Equal("done", Text(jobs["jobs"]!.AsArray().Single(one => Text(one, "id") == job), "state"));
    }

    private static string Text(JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
