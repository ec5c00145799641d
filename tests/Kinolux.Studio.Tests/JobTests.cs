using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>The queue of jobs, with real runs over a small film.</summary>
[Trait("Category", "Slow")]
public sealed class JobTests
{
    [Fact]
    public async Task A_film_is_analysed_and_restored_and_the_list_says_so()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        var job = await studio.PostAsync("/api/jobs", new { work = film, verb = "analyse" });
        Assert.Equal("waiting", State(job));
        await DoneAsync(studio, job);
        var analysed = await studio.GetAsync($"/api/films/{film}");
        Assert.Equal(("analysed", 2, 48), (State(analysed), analysed["shots"]!.AsArray().Count, analysed["source"]!["frames"]!.GetValue<int>()));

        var done = await DoneAsync(studio, await studio.PostAsync("/api/jobs", new { work = film, verb = "restore", request = new { report = true } }));
        Assert.Contains("48 frames", done["outcome"]!.GetValue<string>(), StringComparison.Ordinal);
        var restored = await studio.GetAsync($"/api/films/{film}");
        Assert.Equal("restored", State(restored));
        Assert.Equal("reel.restored.mkv", restored["output"]!["file"]!.GetValue<string>());
        Assert.Null(restored["output"]!["range"]);
        Assert.True(restored["shares"]!.AsArray().Single(part => part!["origin"]!.GetValue<string>() == "repaired")!["share"]!.GetValue<double>() > 0);
        Assert.Equal("""{"decisions":0,"wishes":0,"plan":false}""", restored["pending"]!.ToJsonString());
        Assert.Equal([film], (await studio.GetAsync("/api/films"))["films"]!.AsArray().Select(card => card!["id"]!.GetValue<string>()));
        var log = await studio.GetAsync($"/api/jobs/{Id(done)}/log");
        Assert.Contains("deliver, 48 frames", log["lines"]!.AsArray().Select(line => line!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_page_to_show_is_made_and_kept_and_never_takes_another_files_place()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        await DoneAsync(studio, await studio.PostAsync("/api/jobs", new { work = film, verb = "restore" }));
        Assert.Null((await studio.GetAsync($"/api/films/{film}"))["page"]);
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Client.GetAsync($"/api/films/{film}/media/page")).StatusCode);
        for (var time = 0; time < 2; time++)
            Assert.Contains("reel.restored.ask.html", (await DoneAsync(studio, await studio.PostAsync("/api/jobs", new { work = film, verb = "show" })))["outcome"]!.GetValue<string>(), StringComparison.Ordinal);
        using var sent = await studio.Client.GetAsync((await studio.GetAsync($"/api/films/{film}"))["page"]!.GetValue<string>());
        // Kept, not opened at the studio's own address.
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(await File.ReadAllBytesAsync(studio.At("reel.restored.ask.html")), await sent.Content.ReadAsByteArrayAsync());

        await File.WriteAllTextAsync(studio.At("reel.restored.ask.html"), "<!doctype html><p>mine");
        Assert.Null((await studio.GetAsync($"/api/films/{film}"))["page"]);
        var job = await studio.PostAsync("/api/jobs", new { work = film, verb = "show" });
        await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]!.AsArray().Any(one => Id(one!) == Id(job) && State(one!) == "failed"));
        Assert.Equal("<!doctype html><p>mine", await File.ReadAllTextAsync(studio.At("reel.restored.ask.html")));
    }

    [Fact]
    public async Task Paused_and_resumed_it_ends_in_the_same_film()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var job = await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync(), verb = "restore" });
        await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]![0]!["progress"] is not null);
        Assert.Equal("pausing", State(await studio.PostAsync($"/api/jobs/{Id(job)}/pause")));
        await studio.UntilAsync("/api/jobs", jobs => State(jobs["jobs"]![0]!) == "paused");
        Assert.False(File.Exists(studio.At("reel.restored.mkv")));
        await studio.PostAsync($"/api/jobs/{Id(job)}/resume");
        await DoneAsync(studio, job);
        Assert.Equal(Whole(studio), Hashes(studio.At("reel.restored.mkv")));
    }

    [Fact]
    public async Task A_job_that_ran_when_the_studio_ended_comes_back_paused_and_goes_on()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "other.mkv");
        var job = await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("reel"), verb = "restore" });
        await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("other"), verb = "analyse" });
        await studio.UntilAsync("/api/jobs", jobs => jobs["jobs"]![0]!["progress"] is not null);
        await studio.RestartAsync();
        var jobs = (await studio.GetAsync("/api/jobs"))["jobs"]!.AsArray();
        Assert.Equal("paused", State(jobs[0]!));
        await studio.PostAsync($"/api/jobs/{Id(job)}/resume");
        await DoneAsync(studio, job);
        await DoneAsync(studio, jobs[1]!);
        Assert.Equal(Whole(studio), Hashes(studio.At("reel.restored.mkv")));
    }

    [Fact]
    public async Task A_cancelled_job_leaves_the_queue_to_the_next()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "other.mkv");
        var first = await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("reel"), verb = "restore" });
        var second = await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("other"), verb = "analyse" });
        Assert.Equal("cancelled", State(await studio.PostAsync($"/api/jobs/{Id(first)}/cancel")));
        await DoneAsync(studio, second);
        Assert.Equal(HttpStatusCode.NoContent, (await studio.Client.DeleteAsync($"/api/jobs/{Id(first)}")).StatusCode);
        Assert.Equal([Id(second)], (await studio.GetAsync("/api/jobs"))["jobs"]!.AsArray().Select(job => Id(job!)));
        Assert.False(File.Exists(studio.At("reel.restored.mkv")));
    }

    [Fact]
    public async Task What_waits_already_is_not_asked_for_twice_and_what_is_over_cannot_pause()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.IdAsync();
        await studio.PostAsync("/api/jobs", new { work = film, verb = "analyse" });
        var paused = await studio.PostAsync("/api/jobs/1/pause");
        await AssertFaultAsync("KX6020", await studio.Client.PostAsJsonAsync("/api/jobs", new { work = film, verb = "analyse" }));
        await studio.PostAsync("/api/jobs/1/cancel");
        await AssertFaultAsync("KX6022", await studio.Client.PostAsync("/api/jobs/1/pause", null));
        Assert.Contains(State(paused), (string[])["paused", "pausing"]);
    }

    [Fact]
    public async Task A_work_folder_that_the_command_line_holds_is_a_fault_that_says_so()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = await studio.PostAsync("/api/films", new { path = "reel.mkv" });
        using var held = FilmWork.Hold(studio.At("reel.restored.mkv.kinolux"));
        await studio.PostAsync("/api/jobs", new { work = Id(film), verb = "analyse" });
        var failed = await studio.UntilAsync("/api/jobs", jobs => State(jobs["jobs"]![0]!) == "failed");
        Assert.Equal("KX4103", failed["jobs"]![0]!["fault"]!["code"]!.GetValue<string>());
    }

    private static async Task AssertFaultAsync(string code, HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.StatusCode, problem!["code"]!.GetValue<string>()));
    }

    private static async Task<JsonNode> DoneAsync(Studio studio, JsonNode job)
    {
        var all = await studio.UntilAsync("/api/jobs", jobs => State(Find(jobs, job)) is "done" or "failed");
        var over = Find(all, job);
        Assert.True(State(over) == "done", over.ToJsonString());
        return over;
    }

    private static JsonNode Find(JsonNode jobs, JsonNode job) => jobs["jobs"]!.AsArray().Single(other => Id(other!) == Id(job))!;

    // The same film restored in one go.
    private static List<string> Whole(Studio studio)
    {
        var output = studio.At("whole.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = studio.At("reel.mkv"), Output = output, Work = WorkFolder.For(output) });
        return Hashes(output);
    }

    private static List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(film)).Select(checksum => checksum.Md5)];

    private static string State(JsonNode node) => node["state"]!.GetValue<string>();

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();
}
