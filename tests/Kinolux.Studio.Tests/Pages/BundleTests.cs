using System.Text.RegularExpressions;

namespace Kinolux.Studio.Tests.Pages;

public sealed partial class BundleTests
{
    [Fact]
    public async Task Each_page_loads_its_own_code_and_all_of_it_is_served()
    {
        await using var studio = await Studio.OpenAsync();
        var (open, seen) = (new Queue<string>(["studio.js"]), new HashSet<string> { "studio.js" });
        while (open.TryDequeue(out var file))
        {
            using var answer = await studio.Client.GetAsync($"/{file}");
            Assert.True(answer.IsSuccessStatusCode, file);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
            foreach (Match named in Named().Matches(await answer.Content.ReadAsStringAsync()))
                if (seen.Add(named.Groups[1].Value))
                    open.Enqueue(named.Groups[1].Value);
        }
        foreach (var page in (string[])["films-page", "film-page", "review-page", "jobs-page", "script-page"])
            Assert.Single(seen, file => file.StartsWith($"{page}-", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"""\./([\w-]+\.js)""")]
    private static partial Regex Named();
}
