using Kinolux.Tests.Cli;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Script.StoryPrints;

public sealed class StoryPrintPageTests : IDisposable
{
    private const string Draft = "Title: House\n\nINT. HOUSE - DAY\n\nAnna sits with Ben, happy and warm.\n\nANNA\nHello, my good friend.\n\nEXT. STREET - NIGHT\n\nBEN\nWho is there? I hate this terrible night.\n\nINT. HOUSE - DAY\n\nANNA\nI am here, and I love it.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_opens_from_disk_and_is_looked_around_in_by_pointer_touch_and_keys()
    {
        Browser.SkipWithout();
        File.WriteAllText(_folder.File("one.fountain"), Draft);
        File.WriteAllText(_folder.File("two.fountain"), Draft.Replace("EXT. STREET", "INT. CAVE - DAY\n\nANNA\nIt is dark.\n\nEXT. STREET", StringComparison.Ordinal));
        var run = CliRun.Of("script", "storyprint", _folder.File("one.fountain"), "--with", _folder.File("two.fountain"), "-o", _folder.File("ring.html"));
        Assert.True(run.Exit == 0, run.Error);
        Browser.Run("storyprint.test.mjs", _folder.File("ring.html"), _folder.Path);
    }
}
