using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

public sealed class FilmListTests
{
    [Fact]
    public async Task A_folder_of_films_is_a_production()
    {
        await using var studio = await Studio.OpenAsync("reel one.mkv", "more/reel two.mkv");
        await File.WriteAllTextAsync(studio.At("notes.txt"), "no film");
        var films = (await studio.GetAsync("/api/films"))["films"]!.AsArray();
        Assert.Equal(["reel one", "reel two"], films.Select(film => film!["name"]!.GetValue<string>()));
        Assert.All(films, film => Assert.Equal("new", film!["state"]!.GetValue<string>()));
        Assert.Equal("tester", (await studio.GetAsync("/api/studio"))["person"]!.GetValue<string>());
        Assert.NotEmpty((await studio.GetAsync("/api/stages"))["stages"]!.AsArray());
    }

    [Fact]
    public async Task Names_with_a_percent_sign_are_names()
    {
        await using var studio = await Studio.OpenAsync("reel 50%.mkv", "reel 75%.mkv", "5%d/x%03d.mkv");
        var films = (await studio.GetAsync("/api/films"))["films"]!.AsArray();
        Assert.Equal(["reel 50%", "reel 75%", "x%03d"], films.Select(film => film!["name"]!.GetValue<string>()));
        foreach (var film in films)
            Assert.Equal(film!["name"] + ".mkv", (await studio.GetAsync($"/api/films/{film["id"]}"))["source"]!["file"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_name_that_is_no_text_and_a_link_take_no_film_from_the_list()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv");
        Assert.Equal(0, Core.Processes.Tool.Run("sh", ["-c", "touch \"$(printf 'b\\377d.mkv')\"; mkdir \"$(printf 'b\\377d.kinolux')\" \"$(printf 'b\\377d')\"; ln -s nowhere gone.mkv; ln -s / root"], workingDirectory: studio.At("")).ExitCode);
        var films = (await studio.GetAsync("/api/films"))["films"]!.AsArray();
        Assert.Equal(["b\ufffdd", "reel"], films.Select(film => film!["name"]!.GetValue<string>()));
        Assert.Equal(["missing", "new"], films.Select(film => film!["state"]!.GetValue<string>()));
        // Which nothing but a shell can take away.
        Core.Processes.Tool.Run("sh", ["-c", "rm -r b*d*"], workingDirectory: studio.At(""));
    }

    [Fact]
    public async Task A_work_folder_that_says_another_output_than_it_stands_beside_is_one_film_of_its_own()
    {
        await using var studio = await Studio.OpenAsync("reel.mkv", "other.mkv");
        foreach (var name in (string[])["reel.restored.mkv.kinolux", "reel.mkv.restored.mkv.kinolux"])
        {
            Directory.CreateDirectory(studio.At(name));
            await File.WriteAllTextAsync(studio.At($"{name}/work.json"), $$"""{"film": "{{studio.At("other.mkv")}}", "output": "{{studio.At("elsewhere.mkv")}}"}""");
        }
        var films = (await studio.GetAsync("/api/films"))["films"]!.AsArray();
        Assert.Equal(3, films.Select(film => film!["id"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal("new", films.Single(film => film!["name"]!.GetValue<string>() == "reel")!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_not_there_is_answered_by_a_problem()
    {
        await using var studio = await Studio.OpenAsync();
        var answer = await studio.Client.GetAsync("/api/films/000000000000");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("urn:kinolux:KX6001", problem!["type"]!.GetValue<string>());
    }
}
