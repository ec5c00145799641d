namespace Kinolux.Studio.Tests;

public sealed class PolicyTests
{
    [Fact]
    public async Task The_policy_is_chosen_on_the_pages_and_undone_like_any_decision()
    {
        Browser.SkipWithout();
        var (studio, film) = await RestoredFilm.OpenAsync();
        await using var open = studio;
        await Task.Run(() => Browser.Run("studio.policy.test.mjs", $"{studio.Client.BaseAddress}", film.Split('/')[^1]));
    }
}
