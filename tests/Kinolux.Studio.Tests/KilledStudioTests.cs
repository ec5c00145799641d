using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Processes;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>The program itself, ended by kill -9.</summary>
[Trait("Category", "Slow")]
public sealed class KilledStudioTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KilledStudioTests() => Studio.PutFilm(_folder.File("reel.mkv"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_under_a_load_of_decisions_it_loses_none_that_it_acknowledged()
    {
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = _folder.File("reel.mkv"), Work = _folder.File("reel.restored.mkv.kinolux") });
        var acknowledged = new ConcurrentBag<string>();
        using (var program = Start(out var client))
        using (client)
        {
            var film = await FilmAsync(client);
            var page = await client.GetFromJsonAsync<JsonNode>($"/api/works/{film}/proposals?count=500");
            var ids = page!["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ToList();
            Assert.NotEmpty(ids);
            var load = Enumerable.Range(0, 4).Select(worker => Task.Run(() => DecideUntilItDiesAsync(client, film, ids, worker, acknowledged))).ToArray();
            while (acknowledged.Count < 60 && !load.Any(worker => worker.IsCompleted))
                await Task.Delay(5);
            program.Kill();
            await Task.WhenAll(load);
        }
        var kept = FilmWork.Open(_folder.File("reel.restored.mkv.kinolux")).Log.Read().Decisions.Select(decision => decision.Reason).ToHashSet();
        Assert.Empty(acknowledged.Except(kept));

        using var again = Start(out var other);
        using (other)
            Assert.NotEmpty((await other.GetFromJsonAsync<JsonNode>($"/api/works/{await FilmAsync(other)}/groups"))!["groups"]!.AsArray());
    }

    [Fact]
    public async Task Killed_in_a_run_it_comes_back_with_the_job_paused_and_ends_in_the_same_film()
    {
        using (var program = Start(out var client))
        using (client)
        {
            await client.PostAsJsonAsync("/api/jobs", new { work = await FilmAsync(client), verb = "restore", request = new { quality = "fast" } });
            await UntilAsync(client, job => job["progress"] is not null);
            program.Kill();
            program.Wait();
        }
        using (var program = Start(out var client))
        using (client)
        {
            await UntilAsync(client, job => State(job) == "paused");
            await client.PostAsync("/api/jobs/1/resume", null);
            Assert.Equal("done", State(await UntilAsync(client, job => State(job) is "done" or "failed")));
        }
        var whole = _folder.File("whole.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = _folder.File("reel.mkv"), Output = whole, Work = WorkFolder.For(whole), Quality = Restore.Stages.Quality.Fast });
        Assert.Equal(Hashes(whole), Hashes(_folder.File("reel.restored.mkv")));
    }

    private Tool Start(out HttpClient client)
    {
        var program = KinoluxProgram.Start(_folder.Path, "studio", "--no-browser", "--port", "0");
        var address = new StreamReader(program.Output).ReadLine();
        Assert.True(address is not null, program.ErrorTail);
        client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("X-Kinolux", "1");
        return program;
    }

    private static async Task DecideUntilItDiesAsync(HttpClient client, string film, List<string> ids, int worker, ConcurrentBag<string> acknowledged)
    {
        for (var n = 0; ; n++)
        {
            var reason = $"{worker}.{n}";
            try
            {
                var answer = await client.PostAsJsonAsync($"/api/works/{film}/decisions", new { names = new[] { ids[n % ids.Count] }, verdict = n % 2 == 0 ? "reject" : "accept", reason });
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
                acknowledged.Add(reason);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<string> FilmAsync(HttpClient client) => (await client.GetFromJsonAsync<JsonNode>("/api/films"))!["films"]![0]!["id"]!.GetValue<string>();

    private static async Task<JsonNode> UntilAsync(HttpClient client, Func<JsonNode, bool> wanted)
    {
        for (; ; )
        {
            if ((await client.GetFromJsonAsync<JsonNode>("/api/jobs"))!["jobs"]!.AsArray().FirstOrDefault() is { } job && wanted(job))
                return job;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(film)).Select(checksum => checksum.Md5)];

    private static string State(JsonNode job) => job["state"]!.GetValue<string>();
}
