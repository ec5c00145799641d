using System.Net.Http.Json;

namespace Kinolux.Studio.Tests;

public sealed class LessonTests
{
    [Fact]
    public async Task Three_rejections_for_one_reason_spare_questions_until_one_is_taken_back()
    {
        Browser.SkipWithout();
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        // All of one kind waits, all else is left.
        var rules = new[] { new { kind = RestoredFilm.Kind, minConfidence = 0, verdict = "wait" }, new { kind = "*", minConfidence = 0, verdict = "reject" } };
        (await studio.Client.PutAsJsonAsync($"{film.AsWork()}/policy", new { name = "asks", rules })).EnsureSuccessStatusCode();
        await Task.Run(() => Browser.Run("studio.learn.test.mjs", $"{studio.Client.BaseAddress}", film.Split('/')[^1]));
    }
}
