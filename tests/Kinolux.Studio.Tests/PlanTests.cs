using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;

namespace Kinolux.Studio.Tests;

/// <summary>The settings of a film: read, changed, and never overwritten unseen.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task What_is_set_before_the_first_analysis_is_what_it_runs_with()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        var (plan, tag) = await ReadAsync(studio, film);
        Assert.Equal(StageCatalog.All.Select(stage => stage.Info.Id), plan["stages"]!.AsArray().Select(stage => stage!["id"]!.GetValue<string>()));
        plan["quality"] = "fast";
        foreach (var stage in plan["stages"]!.AsArray())
            stage!["on"] = stage["id"]!.GetValue<string>() == "despeckle";
        Stage(plan, "despeckle")["options"]!["strength"] = 0.5;
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(studio, film, plan, tag)).StatusCode);

        await studio.PostAsync("/api/jobs", new { work = film, verb = "analyse" });
        await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]![0]!["state"]!.GetValue<string>() is "done");
        var made = Plan.Read(studio.At("reel.restored.mkv.kinolux/plan.json"));
        Assert.Equal((Quality.Fast, "despeckle"), (made.Quality, made.Stages.Single(stage => stage.On).Id));
        Assert.Equal(0.5, made.Stage("despeckle")!.Options["strength"]!.GetValue<double>());
        Assert.Equal(plan.ToJsonString(), (await ReadAsync(studio, film)).Plan.ToJsonString());
    }

    [Fact]
    public async Task A_plan_that_was_edited_by_hand_meanwhile_is_not_overwritten()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        await studio.PostAsync("/api/jobs", new { work = film, verb = "analyse" });
        await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]![0]!["state"]!.GetValue<string>() is "done");
        var (plan, tag) = await ReadAsync(studio, film);
        var path = studio.At("reel.restored.mkv.kinolux/plan.json");
        var byHand = (await File.ReadAllTextAsync(path)).Replace("\"quality\": \"balanced\"", "\"quality\": \"best\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, byHand);

        await AssertFaultAsync(HttpStatusCode.PreconditionFailed, "KX6030", await WriteAsync(studio, film, plan, tag));
        Assert.Equal(byHand, await File.ReadAllTextAsync(path));
        (plan, tag) = await ReadAsync(studio, film);
        plan["quality"] = "fast";
        Assert.Equal(HttpStatusCode.OK, (await WriteAsync(studio, film, plan, tag)).StatusCode);
        Assert.Equal(Quality.Fast, Plan.Read(path).Quality);
    }

    [Fact]
    public async Task A_wrong_setting_is_a_fault_and_changes_nothing()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        foreach (var (change, code) in new (Action<JsonNode> Change, string Code)[]
            {
                (plan => Stage(plan, "despeckle")["options"]!["strength"] = 7, "KX2012"),
                (plan => Stage(plan, "despeckle")["options"]!["strength"] = "much", "KX2013"),
                (plan => Stage(plan, "despeckle")["options"]!["power"] = 1, "KX2011"),
                (plan => Stage(plan, "despeckle")["id"] = "polish", "KX2010"),
            })
        {
            var (plan, tag) = await ReadAsync(studio, film);
            change(plan);
            await AssertFaultAsync(HttpStatusCode.UnprocessableEntity, code, await WriteAsync(studio, film, plan, tag));
            Assert.Equal(tag, (await ReadAsync(studio, film)).Tag);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await studio.Client.PutAsJsonAsync($"/api/films/{film}/plan", new { quality = "fast", stages = Array.Empty<object>() })).StatusCode);
    }

    private static JsonNode Stage(JsonNode plan, string id) => plan["stages"]!.AsArray().Single(stage => stage!["id"]!.GetValue<string>() == id)!;

    private static async Task<(JsonNode Plan, string Tag)> ReadAsync(Studio studio, string film)
    {
        var answer = await studio.Client.GetAsync($"/api/films/{film}/plan");
        return ((await answer.Content.ReadFromJsonAsync<JsonNode>())!, $"{answer.Headers.ETag}");
    }

    private static async Task<HttpResponseMessage> WriteAsync(Studio studio, string film, JsonNode plan, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/films/{film}/plan") { Content = JsonContent.Create(plan) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await studio.Client.SendAsync(request);
    }

    private static async Task AssertFaultAsync(HttpStatusCode status, string code, HttpResponseMessage answer) =>
        Assert.Equal((status, code), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>()));
}
