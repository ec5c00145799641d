using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Studio.Tests;

/// <summary>A stage that defines a kind has defined its colour, its words and its policy for every page.</summary>
public sealed class KindTests
{
    [Fact]
    public async Task The_pages_get_every_kind_of_every_stage_with_its_words_and_policy()
    {
        await using var studio = await Studio.OpenAsync();
        var film = (await studio.GetAsync("/api/engines"))["engines"]!.AsArray().Single(engine => engine!["name"]!.GetValue<string>() == "film")!;
        var given = film["kinds"]!.AsArray().ToDictionary(kind => kind!["id"]!.GetValue<string>(), kind => kind!);
        Assert.All(StageCatalog.All.SelectMany(stage => stage.Info.Kinds), kind =>
        {
            var shown = given[kind.Id];
            Assert.Equal((kind.Title, $"{kind.Tone}".ToLowerInvariant()), (shown["title"]!.GetValue<string>(), shown["tone"]!.GetValue<string>()));
            Assert.Equal(kind.Rules.Select(rule => rule.MinConfidence), shown["rules"]!.AsArray().Select(rule => rule!["minConfidence"]!.GetValue<double>()));
        });
    }

    [Fact]
    public void Every_colour_of_a_kind_is_one_in_both_themes()
    {
        var themes = File.ReadAllText(Repository.File("web", "src", "elements", "tokens.css")).Split(":root[data-theme='light']");
        Assert.Equal(2, themes.Length);
        foreach (var tone in Enum.GetValues<Tone>())
            Assert.All(themes, theme => Assert.Contains($"--tone-{tone}:".ToLowerInvariant(), theme, StringComparison.Ordinal));
    }
}
