using System.Net.Http.Json;

namespace Kinolux.Studio.Tests;

public sealed class HistoryTests
{
    [Fact]
    public async Task What_was_decided_in_one_go_is_one_entry_the_latest_first_and_says_so_when_undone()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        Assert.Empty(await Words(studio, film));

        await studio.PostAsync($"{film.AsWork()}/decisions", new { names = new[] { RestoredFilm.Kind }, verdict = "reject", reason = "birds" });
        var one = (await studio.GetAsync($"{film.AsWork()}/proposals?kind={RestoredFilm.Kind}&order=place&count=1"))["items"]![0]!;
        await studio.PostAsync($"{film.AsWork()}/decisions", new { names = new[] { one["id"]!.GetValue<string>() }, verdict = "accept" });

        var words = await Words(studio, film);
        Assert.Equal($"{RestoredFilm.Kind}, frame {one["frames"]!.GetValue<string>()}: accepted", words[0]);
        Assert.Matches($"^{RestoredFilm.Kind}, frames 0-\\d+: rejected$", words[1]);
        Assert.Equal(("tester", "birds"), await ByAndWhy(studio, film, 1));

        (await studio.Client.DeleteAsync($"{film.AsWork()}/history/last")).EnsureSuccessStatusCode();
        Assert.Equal([$"Taken back: {words[0]}", .. words], await Words(studio, film));
        Assert.True((await studio.GetAsync($"{film.AsWork()}/history"))["entries"]![1]!["undone"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Marks_policies_and_what_was_taken_back_are_in_the_history_and_undone_like_any_other()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var wish = await studio.PostAsync($"{film.AsWork()}/wishes", new { kind = "dirt", frames = "20-21", box = new { x = 4, y = 5, width = 6, height = 7 } });
        (await studio.Client.PutAsJsonAsync($"{film.AsWork()}/policy", new { name = "careful", rules = new[] { new { kind = "*", minConfidence = 0, verdict = "wait" } } })).EnsureSuccessStatusCode();
        (await studio.Client.DeleteAsync($"{film.AsWork()}/wishes/{wish["id"]}")).EnsureSuccessStatusCode();
        Assert.Equal([$"mark taken back: {wish["id"]}", "policy careful", "dirt, frames 20-21: marked"], await Words(studio, film));

        (await studio.Client.DeleteAsync($"{film.AsWork()}/history/last")).EnsureSuccessStatusCode();
        Assert.Equal(1, (await studio.GetAsync(film))["pending"]!["wishes"]!.GetValue<int>());
        (await studio.Client.DeleteAsync($"{film.AsWork()}/history/last")).EnsureSuccessStatusCode();
        Assert.Equal("standard", (await studio.GetAsync($"{film.AsWork()}/policy"))["name"]!.GetValue<string>());
        (await studio.Client.DeleteAsync($"{film.AsWork()}/history/last")).EnsureSuccessStatusCode();
        Assert.Equal(0, (await studio.GetAsync(film))["pending"]!["wishes"]!.GetValue<int>());
    }

    private static async Task<IReadOnlyList<string>> Words(Studio studio, string film) =>
        [.. (await studio.GetAsync($"{film.AsWork()}/history"))["entries"]!.AsArray().Select(entry => entry!["words"]!.GetValue<string>())];

    private static async Task<(string By, string Why)> ByAndWhy(Studio studio, string film, int index)
    {
        var entry = (await studio.GetAsync($"{film.AsWork()}/history"))["entries"]![index]!;
        return (entry["by"]!.GetValue<string>(), entry["reason"]!.GetValue<string>());
    }
}
