using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kinolux.Studio.Tests;

public sealed class PersonTests
{
    [Fact]
    public async Task A_name_is_asked_for_once_and_undo_survives_a_reload()
    {
        Browser.SkipWithout();
        var (studio, film) = await RestoredFilm.OpenAsync(person: null);
        await using var open = studio;
        await Task.Run(() => Browser.Run("studio.name.test.mjs", $"{studio.Client.BaseAddress}", film.Split('/')[^1]));
        await studio.RestartAsync();
        Assert.Equal("Ann Archer", (await studio.GetAsync("/api/studio"))["person"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Ann\nArcher")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task What_is_no_name_is_not_kept(string name)
    {
        await using var studio = await Studio.OpenAsync();
        var answer = await studio.Client.PutAsJsonAsync("/api/studio/person", new { name });
        Assert.Equal((422, "KX2205"), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!.GetValue<string>()));
        Assert.Equal("tester", (await studio.GetAsync("/api/studio"))["person"]!.GetValue<string>());
    }
}
