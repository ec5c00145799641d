using Kinolux.Studio.Serving;

namespace Kinolux.Studio.Tests;

public sealed class EventTests
{
    [Fact]
    public async Task What_happens_is_told_as_it_happens()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        using var stream = await studio.Client.GetStreamAsync("/api/events");
        using var reader = new StreamReader(stream);
        Assert.StartsWith("id: ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        await studio.PostAsync("/api/films", new { path = "reel.mkv" });
        Assert.Equal("event: works", await NextAsync(reader, "event: "));
    }

    [Fact]
    public async Task After_a_lost_network_nothing_is_missed()
    {
        await using var studio = await Studio.OpenAsync();
        string here;
        using (var stream = await studio.Client.GetStreamAsync("/api/events"))
        using (var reader = new StreamReader(stream))
            here = (await reader.ReadLineAsync())!["id: ".Length..];
        Studio.PutFilm(studio.At("reel.mkv"));
        await studio.PostAsync("/api/films", new { path = "reel.mkv" });
        Assert.Equal("event: works", await FirstAsync(studio, here));
        Assert.Equal("event: reset", await FirstAsync(studio, "0-5"));
    }

    [Fact]
    public async Task A_listener_hears_what_it_missed_and_what_comes_and_a_reset_where_that_is_too_long_ago()
    {
        var events = new StudioEvents(TimeProvider.System);
        using var end = new CancellationTokenSource();
        var first = await events.Listen(null, end.Token).ReadAsync();
        events.WorkChanged("a");
        var late = events.Listen(first.Id, end.Token);
        Assert.Equal("{\"id\":\"a\"}", (await late.ReadAsync()).Data);
        events.WorksChanged();
        Assert.Equal("works", (await late.ReadAsync()).Name);
        for (var n = 0; n < 1001; n++)
            events.WorkChanged($"{n}");
        Assert.Equal("reset", (await events.Listen(first.Id, end.Token).ReadAsync()).Name);
        await end.CancelAsync();
    }

    private static async Task<string?> FirstAsync(Studio studio, string after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Add("Last-Event-ID", after);
        using var answer = await studio.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        return await NextAsync(reader, "event: ");
    }

    private static async Task<string?> NextAsync(StreamReader reader, string start)
    {
        for (var line = await reader.ReadLineAsync(); line is not null; line = await reader.ReadLineAsync())
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line;
        return null;
    }
}
