using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Png;
using Kinolux.Restoration.Plans;

namespace Kinolux.Studio.Tests;

public sealed class ReviewTests
{
    [Fact]
    public async Task A_frames_findings_have_their_shapes_and_its_mask_shows_them()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var proposal = (await Proposals(studio, film, $"kind={RestoredFilm.Kind}&order=place&count=1"))[0]!;
        var frame = proposal["frames"]!.GetValue<string>();
        var findings = (await studio.GetAsync($"{film.AsWork()}/proposals/at/{frame}"))["items"]!.AsArray();
        var found = findings.Single(item => Text(item, "id") == Text(proposal, "id"))!;
        Assert.Equal(("accept", "policy standard"), (Text(found["now"], "verdict"), Text(found["now"], "by")));
        var box = found["region"]!["box"]!;
        var mask = PngFile.Read(await studio.Client.GetStreamAsync($"{film}/frames/{frame}.png?side=mask")).Planes[0];
        Assert.Equal((96, 64), (mask.Width, mask.Height));
        Assert.Contains(Enumerable.Range(box["y"]!.GetValue<int>(), box["height"]!.GetValue<int>()), y => mask.Row(y).Contains(ushort.MaxValue));
        Assert.Equal(0, mask[95, 63]);
    }

    [Fact]
    public async Task Decided_in_a_group_undone_in_one_and_pending_till_it_is_rendered()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var group = Group(await studio.GetAsync($"{film.AsWork()}/groups"), RestoredFilm.Kind);
        Assert.Equal(0, await Pending(studio, film, "decisions"));
        var answer = await Post(studio, $"{film.AsWork()}/decisions", new { names = new[] { Text(group, "name") }, verdict = "reject", reason = "birds" });
        Assert.Equal(Number(group, "found"), Number(Group(answer, RestoredFilm.Kind), "rejected"));
        Assert.Equal(Number(group, "applied"), await Pending(studio, film, "decisions"));
        var item = (await Proposals(studio, film, $"part={Text(group, "part")}&kind={RestoredFilm.Kind}&state=rejected")).First(found => found!["rendered"] is { } last && Text(last, "verdict") == "accept")!; // Others the policy had rejected already.
        Assert.Equal(("reject", "accept", "tester", "birds"), (Text(item["now"], "verdict"), Text(item["rendered"], "verdict"), Text(item["now"], "by"), Text(item["now"], "reason")));

        var undone = await Delete(studio, $"{film.AsWork()}/history/last");
        Assert.Equal(Text(answer, "batch"), Text(undone, "undone"));
        Assert.Equal(0, await Pending(studio, film, "decisions"));
        Assert.Null((await Delete(studio, $"{film.AsWork()}/history/last"))["undone"]);
    }

    [Fact]
    public async Task Decisions_that_come_at_once_are_all_on_the_disk_when_answered()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var names = (await Proposals(studio, film, $"kind={RestoredFilm.Kind}")).Select(item => Text(item, "id")).ToList();
        Assert.True(names.Count >= 8);
        await Task.WhenAll(names.Select(name => Post(studio, $"{film.AsWork()}/decisions", new { names = new[] { name }, verdict = "reject" })));
        using var work = FilmWork.Open(studio.At("reel.restored.mkv"));
        Assert.Equal(names.Order(), work.Log.Read().Decisions.Select(decision => decision.Proposal).Order());
    }

    [Fact]
    public async Task An_edit_and_a_wish_are_proposals_like_any_other()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var item = (await Proposals(studio, film, $"kind={RestoredFilm.Kind}&count=1"))[0]!;
        await Post(studio, $"{film.AsWork()}/decisions", new { names = new[] { Text(item, "id") }, verdict = "edit", change = new { donor = -1 } });
        var edited = (await Proposals(studio, film, "count=500")).Single(other => Text(other, "id") == Text(item, "id"))!;
        Assert.Equal(("edit", -1), (Text(edited["now"], "verdict"), edited["change"]!["donor"]!.GetValue<int>()));

        var wish = await Post(studio, $"{film.AsWork()}/wishes", new { kind = RestoredFilm.Kind, frames = "20-21", box = new { x = 4, y = 5, width = 6, height = 7 } });
        Assert.Equal(1, await Pending(studio, film, "wishes"));
        var finding = (await studio.GetAsync($"{film.AsWork()}/proposals/at/21"))["items"]!.AsArray().Single(other => Text(other, "id") == Text(wish, "id"));
        Assert.Equal(("accept", "tester"), (Text(finding!["now"], "verdict"), Text(finding!["now"], "by")));
        var reasons = (await studio.GetAsync($"{film.AsWork()}/why?at=20,6,8"))["reasons"]!.AsArray();
        Assert.Contains(reasons, reason => Text(reason, "id") == Text(wish, "id") && reason!["source"]!["isPerson"]!.GetValue<bool>());
        Assert.DoesNotContain((await studio.GetAsync($"{film.AsWork()}/why?at=20,40,40"))["reasons"]!.AsArray(), reason => Text(reason, "id") == Text(wish, "id"));

        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.DeleteAsync($"{film.AsWork()}/wishes/{Text(wish, "id")}")).StatusCode);
        Assert.Equal(0, await Pending(studio, film, "wishes"));
    }

    [Fact]
    public async Task A_policy_decides_what_nobody_did_and_the_confidences_tell_what_it_would()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var counts = await studio.GetAsync($"{film.AsWork()}/confidences?kind={RestoredFilm.Kind}");
        var found = (await studio.GetAsync($"{film.AsWork()}/proposals?kind={RestoredFilm.Kind}"))["total"]!.GetValue<int>();
        Assert.Equal((100, found), (counts["bins"]!.AsArray().Count, counts["bins"]!.AsArray().Sum(bin => bin!.AsArray().Sum(count => count!.GetValue<int>()))));
        var put = await studio.Client.PutAsJsonAsync($"{film.AsWork()}/policy", new { name = "careful", rules = new[] { new { kind = "*", minConfidence = 0, verdict = "wait" } } });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(found, (await studio.GetAsync($"{film.AsWork()}/proposals?kind={RestoredFilm.Kind}&state=waiting"))["total"]!.GetValue<int>());
        Assert.Equal("careful", Text(await studio.GetAsync($"{film.AsWork()}/policy"), "name"));
    }

    [Fact]
    public async Task A_policy_is_chosen_by_its_name_also_before_the_first_analysis_and_can_be_taken_back()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var work = $"/api/works/{await studio.IdAsync()}";
        Assert.Equal(("standard", true), Policy(await studio.GetAsync($"{work}/policy")));
        Assert.Equal(HttpStatusCode.OK, (await studio.Client.PutAsJsonAsync($"{work}/policy", new { name = "conservative" })).StatusCode);
        Assert.Equal(("conservative", true), Policy(await studio.GetAsync($"{work}/policy")));
        await Delete(studio, $"{work}/history/last");
        Assert.Equal(("standard", true), Policy(await studio.GetAsync($"{work}/policy")));

        await studio.Client.PutAsJsonAsync($"{work}/policy", new { name = "conservative" });
        await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync(), verb = "analyse" });
        await studio.UntilAsync("/api/jobs", jobs => Text(jobs["jobs"]![0], "state") is "done");
        Assert.Contains((await studio.GetAsync($"{work}/proposals?count=500"))["items"]!.AsArray(), item => Text(item!["now"], "by") == "policy conservative");
    }

    [Fact]
    public async Task Rules_of_ones_own_under_an_offered_name_are_not_said_to_be_the_offered_ones()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        await studio.Client.PutAsJsonAsync($"{film.AsWork()}/policy", new { name = "standard", rules = new[] { new { kind = "*", minConfidence = 0, verdict = "wait" } } });
        Assert.Equal(("standard", false), Policy(await studio.GetAsync($"{film.AsWork()}/policy")));
        var unknown = await studio.Client.PutAsJsonAsync($"{film.AsWork()}/policy", new { name = "careful" });
        Assert.Equal((422, "KX2204"), ((int)unknown.StatusCode, Text(await unknown.Content.ReadFromJsonAsync<JsonNode>(), "code")));
    }

    [Theory]
    [InlineData("decisions", """{"names":["dirt-99999-00000000"],"verdict":"reject"}""", 422, "KX2201")]
    [InlineData("decisions", """{"names":[],"verdict":"reject"}""", 400, "KX6004")]
    [InlineData("decisions", """{"names":["blotch"],"verdict":"edit"}""", 400, "KX6004")]
    [InlineData("decisions", """{"names":["blotch"],"verdict":"perhaps"}""", 400, "KX6004")]
    [InlineData("decisions", """{"names":["blotch"],"verdict":"edit","mask":{"box":{"x":0,"y":0,"width":2147483647,"height":2},"runs":[]}}""", 400, "KX6004")]
    [InlineData("wishes", """{"kind":"dirt","frames":"3","box":{"x":90,"y":0,"width":7,"height":2}}""", 422, "KX2202")]
    [InlineData("wishes", """{"kind":"dirt","frames":"3","region":{"box":{"x":9,"y":0,"width":2,"height":2},"runs":[0,5]}}""", 400, "KX6004")]
    [InlineData("wishes", """{"kind":"ghost","frames":"3","box":{"x":9,"y":0,"width":7,"height":2}}""", 422, "KX2203")]
    [InlineData("wishes", """{"kind":"dirt","frames":"3000","box":{"x":9,"y":0,"width":7,"height":2}}""", 422, "KX1011")]
    public async Task What_makes_no_sense_changes_nothing(string what, string body, int status, string code)
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await studio.Client.PostAsync($"{film.AsWork()}/{what}", content);
        Assert.Equal((status, code), ((int)answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonNode>(), "code")));
        Assert.False(File.Exists(studio.At("reel.restored.mkv.kinolux/review.jsonl")));
    }

    private static async Task<JsonArray> Proposals(Studio studio, string film, string query) =>
        (await studio.GetAsync($"{film.AsWork()}/proposals?{query}"))["items"]!.AsArray();

    private static async Task<int> Pending(Studio studio, string film, string what) => Number((await studio.GetAsync(film))["pending"], what);

    private static (string, bool) Policy(JsonNode answer) => (Text(answer, "name"), answer["isOffered"]!.GetValue<bool>());

    private static JsonNode Group(JsonNode answer, string kind) => answer["groups"]!.AsArray().First(group => Text(group, "kind") == kind)!;

    private static async Task<JsonNode> Post(Studio studio, string address, object body)
    {
        var answer = await studio.Client.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task<JsonNode> Delete(Studio studio, string address) => (await (await studio.Client.DeleteAsync(address)).Content.ReadFromJsonAsync<JsonNode>())!;

    private static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    private static int Number(JsonNode? node, string name) => node![name]!.GetValue<int>();
}
