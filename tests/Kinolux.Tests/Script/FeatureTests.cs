using Kinolux.Script.Fdx;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;
using Kinolux.Script.Print;
using Kinolux.Tests.Report.Paper;

namespace Kinolux.Tests.Script;

/// <summary>What holds of a script holds of a whole feature: of one that is drawn here, and of a real one where that is at hand.</summary>
public sealed class FeatureTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void A_feature_of_114_scenes_is_read_crossed_over_printed_and_read_back()
    {
        using var folder = new TemporaryFolder();
        LongScript.Put(folder.File("long.fountain"));
        Holds(folder, folder.File("long.fountain"), LongScript.Scenes, pages: 98);
    }

    [Fact]
    public void Barrier_15_is_read_crossed_over_printed_and_read_back()
    {
        using var folder = new TemporaryFolder();
        // 114 headings of INT. and EXT., and one that is forced.
        Holds(folder, Repository.Shared("story", "barrier15", "Season 01", "Episode 01 - The Phoenix Child.fountain"), 115, pages: 113);
    }

    [Fact]
    public void An_edit_anywhere_in_a_feature_reads_as_the_whole_does() => EditsHold(LongScript.Text);

    [Fact]
    public void An_edit_anywhere_in_Barrier_15_reads_as_the_whole_does() =>
        EditsHold(File.ReadAllText(Repository.Shared("story", "barrier15", "Season 01", "Episode 01 - The Phoenix Child.fountain")));

    private static void Holds(TemporaryFolder folder, string path, int scenes, int pages)
    {
        Fonts.Need("fonts-courier-prime");
        var file = ScriptFile.Read(path);
        Assert.Equal(scenes, file.Script.Scenes.Count);
        var set = ScriptPages.Of(file.Script);
        Assert.Equal(pages, set.Pages.Count);
        // Scenes in eighths sum up to the pages, give or take what rounding and a page's foot take.
        Assert.InRange(set.Scenes.Sum(length => length.Eighths) / 8.0, 0.85 * set.Pages.Count, 1.05 * set.Pages.Count);
        ScriptConversion.Write(file, folder.File("same.fountain"), false);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder.File("same.fountain")));
        // Over Final Draft and back the words, numbers and people stay.
        var crossed = FountainReader.Read(FountainWriter.Write(FdxReader.Read(FdxWriter.Write(file.Script).Text, "a.fdx")).Text);
        Assert.Equal(Say(file.Script), Say(crossed));
        ScriptPdf.Write(folder.File("long.pdf"), file.Script, set, Made);
        var read = ScriptFile.Read(folder.File("long.pdf"));
        Assert.True(read.IsCarried, read.WhyNotCarried);
        Assert.Equal(Say(file.Script), Say(read.Script));
    }

    private static void EditsHold(string text)
    {
        var script = FountainReader.Read(text);
        var random = new Random(15);
        for (var i = 0; i < 60; i++)
        {
            var at = random.Next(text.Length);
            var edited = i % 3 == 0 ? text.Insert(at, "\n\nINT. NEW - DAY\n\n") : i % 3 == 1 ? text.Insert(at, "x") : text.Remove(at, Math.Min(40, text.Length - at));
            var (part, whole) = (FountainReader.Read(script, edited), FountainReader.Read(edited));
            Assert.Equal(whole.Elements.Select(element => (element.Kind, element.Span, element.Text)), part.Elements.Select(element => (element.Kind, element.Span, element.Text)));
        }
    }

    private static List<string> Say(Screenplay script) => [.. script.Elements.Where(element => element.Kind.IsPrinted && !string.IsNullOrWhiteSpace(element.Text))
        .Select(element => $"{element.Kind} {element.Number} {element.IsDual} {string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}")];
}
