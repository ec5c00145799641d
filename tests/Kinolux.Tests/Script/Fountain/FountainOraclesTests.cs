using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Tests.Script.Fountain;

/// <summary>The reference parser's own assertions, and the scenes of real scripts, those with a forced heading among them (raw counts of prefixes are 114 and 25).</summary>
public sealed class FountainOraclesTests
{
    [Fact]
    public void Big_Fish_has_the_elements_that_the_reference_parser_finds()
    {
        var script = Read("fountain_nyousefi", "FountainTests", "Big Fish.fountain");
        Assert.Equal(6, script.Title.Count);
        Assert.Equal(192, script.Scenes.Count);
        Assert.Equal([11, 17, 31, 50], IndexesOf(script, ElementKind.SceneHeading).Take(4));
        Assert.Equal(1, IndexesOf(script, ElementKind.PageBreak)[0]);
        Assert.Contains(209, IndexesOf(script, ElementKind.Transition));
    }

    [Fact]
    public void Brick_and_Steel_has_the_elements_that_the_reference_parser_finds()
    {
        var script = Read("fountain_nyousefi", "FountainTests", "Brick And Steel.txt");
        Assert.Equal([0, 23, 32, 40, 49, 55], IndexesOf(script, ElementKind.SceneHeading).Take(6));
        Assert.Equal([50, 51], IndexesOf(script, ElementKind.Centered).Take(2));
        Assert.Subset(IndexesOf(script, ElementKind.Transition).ToHashSet(), new HashSet<int> { 22, 31, 68, 77 });
        Assert.Equal([20], script.Elements.Select((element, i) => (element, i)).Where(one => one.element.IsDual).Select(one => one.i));
    }

    [Theory]
    [InlineData(115, "barrier15", "Season 01", "Episode 01 - The Phoenix Child.fountain")]
    [InlineData(48, "screenplain", "examples", "The-Last-Birthday-Card.fountain")]
    [InlineData(3, "ebscreenplays_pd", "Cyber_Bob_ep00001.fountain")]
    [InlineData(0, "nemesis_play", "script.fountain")]
    public void Real_scripts_have_their_scenes(int scenes, params string[] path) => Assert.Equal(scenes, Read(path).Scenes.Count);

    private static List<int> IndexesOf(Screenplay script, ElementKind kind) => [.. script.Elements.Select((element, i) => (element, i)).Where(one => one.element.Kind == kind).Select(one => one.i)];

    private static Screenplay Read(params string[] path) => FountainReader.Read(File.ReadAllText(Repository.Shared(["story", .. path])));
}
