using Kinolux.Core.Processes;
using Kinolux.Report;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Report;

public sealed class AskPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_knows_itself_and_is_as_long_as_was_said()
    {
        File.WriteAllBytes(_folder.File("video.mp4"), new byte[1_000_001]);
        var data = AskPage.Pack(new { Words = new[] { "</script><b>", "{{video}}" } });
        var length = AskPage.Write(_folder.File("a.html"), "<b> & {{style}} {{data}}", data, _folder.File("video.mp4"));
        Assert.InRange(length, AskPage.LengthWith(1_000_001, data) - 2000, AskPage.LengthWith(1_000_001, data) + 200);
        Assert.True(AskPage.IsOne(_folder.File("a.html")));
        var page = File.ReadAllText(_folder.File("a.html"));
        Assert.Contains("<title>&lt;b&gt; &amp;", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("</script>").Length - 1);
    }

    [Fact]
    public void Nothing_else_is_taken_for_one()
    {
        File.WriteAllText(_folder.File("mine.html"), "<!doctype html><html lang=\"en\">");
        File.WriteAllText(_folder.File("empty.html"), "");
        File.WriteAllText(_folder.File("real.html"), "<!doctype html>\n<html lang=\"en\" data-kinolux=\"ask\">");
        File.CreateSymbolicLink(_folder.File("link.html"), _folder.File("real.html"));
        Assert.Equal(0, Tool.Run("mkfifo", [_folder.File("pipe.html")]).ExitCode);
        Assert.True(AskPage.IsOne(_folder.File("real.html")));
        Assert.All((string[])["mine.html", "empty.html", "link.html", "pipe.html", "nowhere.html"], name => Assert.False(AskPage.IsOne(_folder.File(name))));
    }
}
