using System.Xml.Linq;
using Kinolux.Core.Faults;
using Kinolux.Script.Emotion;
using Kinolux.Script.Files;
using Kinolux.Script.People;
using Kinolux.Script.Reports;

namespace Kinolux.Tests.Script.Reports;

/// <summary>Everything that is measured of a script is in one folder, whatever the script is.</summary>
public sealed class ScriptReportTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Theory]
    [InlineData("Title: A <lamp>\n\nINT. HOUSE - DAY\n\nRain.\n\nANNA\nI love this good, wonderful day </script>.\n\nBEN\nI hate it.\n\nEXT. STREET - NIGHT\n\nANNA\nBad, awful, terrible.\n")]
    [InlineData("")]
    [InlineData("Rain.\n")]
    [InlineData("ANNA\nAlone.\n")]
    [InlineData("INT. 病院 - 日\n\n@花子\nここ。\n")]
    public void A_report_of_any_script_is_whole(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("story.fountain"), text);
        var file = ScriptFile.Read(folder.File("story.fountain"));
        var cast = Cast.Of(file.Script);
        ScriptReport.Write(folder.File("report"), file, "A <lamp>", cast, EmotionMap.Of(cast, null), Made, overwrite: false);
        var page = File.ReadAllText(Path.Combine(folder.File("report"), "index.html"));
        foreach (var id in (string[])["glance", "arc", "network", "people", "places", "scenes", "continuity", "how"])
            Assert.Contains($"\"id\":\"{id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<lamp>", page, StringComparison.Ordinal);
        foreach (var picture in Directory.EnumerateFiles(folder.File("report"), "*.svg"))
            Assert.Equal("svg", XDocument.Load(picture).Root!.Name.LocalName);
        foreach (var name in (string[])["storyprint.svg", "storyprint.html", "script.html"])
            Assert.True(File.Exists(Path.Combine(folder.File("report"), name)), name);
        Assert.Equal("KX4801", Assert.Throws<FaultException>(() => ScriptReport.Check(folder.File("report"), overwrite: false)).Fault.Code);
        ScriptReport.Check(folder.File("report"), overwrite: true);
    }

    [Fact]
    public void The_arc_and_the_network_are_drawn_where_they_are_known()
    {
        using var folder = new TemporaryFolder();
        var speeches = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i % 3 == 0 ? "ANNA" : i % 3 == 1 ? "BEN" : "EVE")}\n{(i < 20 ? "This is a wonderful, happy day and I love you." : "This is a terrible, awful day and I hate you.")}\n\n"));
        File.WriteAllText(folder.File("story.fountain"), $"INT. HOUSE - DAY\n\n{speeches}");
        var file = ScriptFile.Read(folder.File("story.fountain"));
        var cast = Cast.Of(file.Script);
        ScriptReport.Write(folder.File("report"), file, "Story", cast, EmotionMap.Of(cast, null), Made, overwrite: false);
        var arc = XDocument.Load(Path.Combine(folder.File("report"), "arc.svg"));
        Assert.Equal(101, arc.Descendants().Single(element => element.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ').Length);
        Assert.Equal(3, XDocument.Load(Path.Combine(folder.File("report"), "network.svg")).Descendants().Count(element => element.Name.LocalName == "circle"));
    }
}
