using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Png;

namespace Kinolux.Studio.Tests;

public sealed class PreviewAndPlotTests
{
    [Fact]
    public async Task Settings_can_be_tried_on_a_frame()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var made = await Preview(studio, film, new { frame = 31 });
        Assert.Contains(made["found"]!.AsArray(), kind => kind!["kind"]!.GetValue<string>() == RestoredFilm.Kind && kind["count"]!.GetValue<int>() > 0);
        var picture = PngFile.Read(await studio.Client.GetStreamAsync($"{made["picture"]!.GetValue<string>()}?width=48"));
        Assert.Equal((48, 32), (picture.Width, picture.Height));
        var mask = PngFile.Read(await studio.Client.GetStreamAsync($"{made["picture"]!.GetValue<string>()}?side=mask"));
        Assert.Contains(Enumerable.Range(0, mask.Height), y => mask.Planes[0].Row(y).Contains(ushort.MaxValue));

        var off = await Preview(studio, film, new { frame = 31, quality = "fast", stages = new[] { new { id = "despeckle", on = false, options = new { } } } });
        Assert.DoesNotContain(off["found"]!.AsArray(), kind => kind!["kind"]!.GetValue<string>() == RestoredFilm.Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Client.GetAsync($"{film}/previews/0123.png")).StatusCode);
    }

    [Fact]
    public async Task What_was_tried_already_is_not_made_again_until_a_decision_changes_it()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        async Task<string> Picture(string? verdict = null) => (await Preview(studio, film, new { frame = 31, decision = verdict is null ? null : new { kind = RestoredFilm.Kind, verdict } }))["picture"]!.GetValue<string>();
        var first = await Picture("accept");
        var (again, other) = (await Picture("accept"), await Picture("reject"));
        Assert.Equal((first, true), (again, other != first));
        // Asked for by two at once, it is made once.
        var both = await Task.WhenAll(Picture(), Picture());
        Assert.Equal(both[0], both[1]);
        var dirt = (await studio.GetAsync($"{film.AsWork()}/proposals/at/31"))["items"]!.AsArray().First(item => item!["kind"]!.GetValue<string>() == RestoredFilm.Kind)!["id"]!.GetValue<string>();
        await studio.Client.PostAsJsonAsync($"{film.AsWork()}/decisions", new { names = new[] { dirt }, verdict = "reject" });
        Assert.Equal(first, await Picture("accept"));
        Assert.NotEqual(both[0], await Picture());
    }

    [Fact]
    public async Task Only_an_analysed_film_has_previews_and_plots()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        var film = $"/api/films/{await studio.IdAsync()}";
        var answer = await studio.Client.PostAsJsonAsync($"{film}/preview", new { frame = 3 });
        Assert.Equal((HttpStatusCode.Conflict, "KX6063"), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>()));
        Assert.Empty((await studio.GetAsync($"{film}/plots"))["plots"]!.AsArray());
    }

    [Fact]
    public async Task The_damage_along_the_film_is_plotted_whole_and_in_parts()
    {
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        var whole = await studio.GetAsync($"{film}/plots");
        Assert.Equal(1, whole["stretch"]!.GetValue<int>());
        Assert.Equal(["before", "after"], Plot(whole, "flicker")["lines"]!.AsArray().Select(line => line!["name"]!.GetValue<string>()));
        var applied = (await studio.GetAsync($"{film.AsWork()}/proposals?kind={RestoredFilm.Kind}&state=applied"))["total"]!.GetValue<int>();
        Assert.Equal(applied, Values(Plot(whole, RestoredFilm.Kind)).Sum());
        var part = await studio.GetAsync($"{film}/plots?first=10&last=19");
        Assert.Equal(Values(Plot(whole, RestoredFilm.Kind))[10..20], Values(Plot(part, RestoredFilm.Kind)));
    }

    private static async Task<JsonNode> Preview(Studio studio, string film, object asked)
    {
        var answer = await studio.Client.PostAsJsonAsync($"{film}/preview", asked);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static JsonNode Plot(JsonNode plots, string id) => plots["plots"]!.AsArray().Single(plot => plot!["id"]!.GetValue<string>() == id)!;

    private static double[] Values(JsonNode plot) => [.. plot["lines"]![0]!["low"]!.AsArray().Select(value => value!.GetValue<double>())];
}
