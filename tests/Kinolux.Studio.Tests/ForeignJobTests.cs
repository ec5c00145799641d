using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

/// <summary>A production that came from elsewhere with jobs in it, or with outputs that are files of the person: nothing runs and nothing is written over before a person says so.</summary>
public sealed class ForeignJobTests
{
    [Fact]
    public async Task A_job_that_came_with_the_folder_waits_for_a_persons_word()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        await studio.RestartAsync(() => Plant(studio, studio.At("reel.restored.mkv")));
        var job = (await studio.GetAsync("/api/jobs"))["jobs"]![0]!;
        Assert.Equal(("asking", true), (State(job), job["asks"]!.GetValue<string>().Contains("nobody asked for it here", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(studio.At("reel.restored.mkv.kinolux/chunks")));
        await studio.PostAsync("/api/jobs/1/resume");
        await studio.UntilAsync("/api/jobs", jobs => State(jobs["jobs"]![0]!) == "done");
        Assert.True(File.Exists(studio.At("reel.restored.mkv")));
    }

    [Fact]
    public async Task An_output_that_is_another_film_of_the_person_is_written_only_when_a_person_has_read_so()
    {
        using var home = new TemporaryFolder();
        Studio.PutFilm(home.File("wedding.mkv"));
        var wedding = await File.ReadAllBytesAsync(home.File("wedding.mkv"));
        await using var studio = await Studio.OpenAsync("reel.mkv");
        await studio.RestartAsync(() => Plant(studio, home.File("wedding.mkv")));
        var film = await studio.IdAsync();
        var job = (await studio.GetAsync("/api/jobs"))["jobs"]![0]!;
        Assert.Equal("asking", State(job));
        Assert.Contains(home.File("wedding.mkv"), job["asks"]!.GetValue<string>(), StringComparison.Ordinal);
        // A click on the film's page says no more than that it is to be rendered.
        await studio.PostAsync("/api/jobs/1/cancel");
        var asked = await studio.PostAsync("/api/jobs", new { work = film, verb = "restore", request = new { quality = "fast" } });
        Assert.Equal("asking", State(asked));
        // What was read is what is allowed, and no other file.
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Studio.PutFilm(home.File("birthday.mkv"));
        WriteNote(studio, home.File("birthday.mkv"));
        await studio.GetAsync("/api/films");
        Assert.Equal("asking", State(await studio.PostAsync("/api/jobs/2/resume")));
        Assert.Equal(wedding, await File.ReadAllBytesAsync(home.File("wedding.mkv"), TestContext.Current.CancellationToken));
        Assert.Equal(wedding, await File.ReadAllBytesAsync(home.File("birthday.mkv"), TestContext.Current.CancellationToken));
        Assert.Equal("waiting", State(await studio.PostAsync("/api/jobs/2/resume")));
        await studio.UntilAsync("/api/jobs", jobs => State(jobs["jobs"]![1]!) == "done");
        Assert.NotEqual(wedding, await File.ReadAllBytesAsync(home.File("birthday.mkv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_was_not_delivered_from_its_work_folder_is_not_replaced_unasked()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "reel.restored.mkv");
        WriteNote(studio, studio.At("reel.restored.mkv"));
        var there = await File.ReadAllBytesAsync(studio.At("reel.restored.mkv"));
        var job = await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("reel"), verb = "restore" });
        Assert.Equal("asking", State(job));
        Assert.Equal(there, await File.ReadAllBytesAsync(studio.At("reel.restored.mkv")));
    }

    [Fact]
    public async Task A_job_asked_for_here_runs_on_after_a_restart_unasked()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "other.mkv");
        await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("reel"), verb = "analyse" });
        await studio.PostAsync("/api/jobs", new { work = await studio.IdAsync("other"), verb = "analyse" });
        await studio.RestartAsync();
        Assert.DoesNotContain((await studio.GetAsync("/api/jobs"))["jobs"]!.AsArray(), job => State(job!) == "asking");
        await studio.UntilAsync("/api/jobs", jobs => State(jobs["jobs"]![1]!) == "done");
    }

    [Fact]
    public async Task A_job_that_cannot_be_read_is_left_out_and_told_and_the_others_stay()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        await studio.RestartAsync(() =>
        {
            Plant(studio, studio.At("reel.restored.mkv"));
            var path = studio.At(".kinolux/jobs/jobs.json");
            var list = JsonNode.Parse(File.ReadAllText(path))!;
            foreach (var bad in (string[])["null", "7", "{}", """{"id":"../../x","name":"a","engine":"film","title":"Restore","state":"waiting","made":"2026-01-01T00:00:00+00:00","request":{"work":"a","verb":"restore"}}"""])
                list["jobs"]!.AsArray().Add(JsonNode.Parse(bad));
            File.WriteAllText(path, list.ToJsonString());
        });
        var jobs = await studio.GetAsync("/api/jobs");
        Assert.Equal((1, 4), (jobs["jobs"]!.AsArray().Count, jobs["leftOut"]!.AsArray().Count));
        await studio.RestartAsync(() => File.WriteAllText(studio.At(".kinolux/jobs/jobs.json"), "[1"));
        Assert.Single((await studio.GetAsync("/api/jobs"))["leftOut"]!.AsArray());
    }

    [Fact]
    public async Task The_page_shows_what_waits_for_a_word_and_one_button_lets_it_run()
    {
        Browser.SkipWithout();
        using var home = new TemporaryFolder();
        Studio.PutFilm(home.File("wedding.mkv"));
        await using var studio = await Studio.OpenAsync("reel.mkv");
        await studio.RestartAsync(() => Plant(studio, home.File("wedding.mkv")));
        Directory.CreateDirectory(studio.At("bad.kinolux"));
        await File.WriteAllTextAsync(studio.At("bad.kinolux/work.json"), """{"film":"","rate":null,"output":null}""");
        await Task.Run(() => Browser.Run("studio.asking.test.mjs", $"{studio.Client.BaseAddress}", home.File("wedding.mkv")), TestContext.Current.CancellationToken);
    }

    // What a stranger can put into a folder: a job, and a work folder that says what its output is.
    private static void Plant(Studio studio, string output)
    {
        WriteNote(studio, output);
        Directory.CreateDirectory(studio.At(".kinolux/jobs"));
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("reel.restored.mkv.kinolux")))[..12];
        File.WriteAllText(studio.At(".kinolux/jobs/jobs.json"), $$$"""{"jobs":[{"id":"1","name":"another","engine":"film","title":"Restore","state":"waiting","made":"2026-01-01T00:00:00+00:00","request":{"work":"{{{id}}}","verb":"restore","request":{"quality":"fast"} } } ] }""");
    }

    private static void WriteNote(Studio studio, string output)
    {
        Directory.CreateDirectory(studio.At("reel.restored.mkv.kinolux"));
        File.WriteAllText(studio.At("reel.restored.mkv.kinolux/work.json"), new JsonObject { ["film"] = studio.At("reel.mkv"), ["output"] = output }.ToJsonString());
    }

    private static string State(JsonNode job) => job["state"]!.GetValue<string>();
}
