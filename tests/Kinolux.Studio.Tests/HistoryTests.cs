namespace Kinolux.Studio.Tests;

public sealed class HistoryTests
{
    [Fact]
    public async Task What_was_decided_in_one_go_is_one_entry_the_latest_first_and_gone_when_undone()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        Assert.Empty(await Words(studio, film));

        await studio.PostAsync($"{film}/decisions", new { names = new[] { RestoredFilm.Kind }, verdict = "reject", reason = "birds" });
        var one = (await studio.GetAsync($"{film}/proposals?kind={RestoredFilm.Kind}&order=frame&count=1"))["items"]![0]!;
        await studio.PostAsync($"{film}/decisions", new { names = new[] { one["id"]!.GetValue<string>() }, verdict = "accept" });

        var words = await Words(studio, film);
        Assert.Equal($"{RestoredFilm.Kind}, frame {one["frames"]!.GetValue<string>()}: accepted", words[0]);
        Assert.Matches($"^{RestoredFilm.Kind}, frames 0-\\d+: rejected$", words[1]);
        Assert.Equal(("tester", "birds"), await ByAndWhy(studio, film, 1));

        (await studio.Client.DeleteAsync($"{film}/decisions/last")).EnsureSuccessStatusCode();
        Assert.Equal([words[1]], await Words(studio, film));
    }

    private static async Task<IReadOnlyList<string>> Words(Studio studio, string film) =>
        [.. (await studio.GetAsync($"{film}/history"))["entries"]!.AsArray().Select(entry => entry!["words"]!.GetValue<string>())];

    private static async Task<(string By, string Why)> ByAndWhy(Studio studio, string film, int index)
    {
        var entry = (await studio.GetAsync($"{film}/history"))["entries"]![index]!;
        return (entry["by"]!.GetValue<string>(), entry["reason"]!.GetValue<string>());
    }
}
