using System.Xml.Linq;
using Kinolux.Core.Faults;
using Kinolux.Script.Emotion;
using Kinolux.Script.People;
using Kinolux.Script.Reports;
using Kinolux.Script.Works;
using Kinolux.Tests.Cli;
using Kinolux.Work;

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
        var judged = Judged(folder);
        var cast = Cast.Of(judged.Version.File.Script);
        ScriptReport.Write(folder.File("report"), judged, "A <lamp>", cast, EmotionMap.Of(cast, null), Made, overwrite: false);
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
        var judged = Judged(folder);
        var cast = Cast.Of(judged.Version.File.Script);
        ScriptReport.Write(folder.File("report"), judged, "Story", cast, EmotionMap.Of(cast, null), Made, overwrite: false);
        var arc = XDocument.Load(Path.Combine(folder.File("report"), "arc.svg"));
        Assert.Equal(101, arc.Descendants().Single(element => element.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ').Length);
        Assert.Equal(3, XDocument.Load(Path.Combine(folder.File("report"), "network.svg")).Descendants().Count(element => element.Name.LocalName == "circle"));
    }

    [Fact]
    public void What_a_person_decided_is_in_the_report_and_nothing_is_asked_twice()
    {
        using var folder = new TemporaryFolder();
        Decide(folder);
        var run = CliRun.Of("script", "report", folder.File("voyage.fountain"), "-o", folder.File("report"));
        Assert.True(run.Exit == 0, run.Error);
        var page = File.ReadAllText(Path.Combine(folder.File("report"), "index.html"));
        Assert.Contains("Meant so: 1.", page, StringComparison.Ordinal);
        Assert.Contains("tester: scene 2 was cut", page, StringComparison.Ordinal);
        Assert.Contains("JO REED = REED", page, StringComparison.Ordinal);
        Assert.DoesNotContain("One person?", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_decisions_findings_wait_and_names_are_asked()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("voyage.fountain"), Voyage);
        var run = CliRun.Of("script", "report", folder.File("voyage.fountain"), "-o", folder.File("report"));
        Assert.True(run.Exit == 0, run.Error);
        var page = File.ReadAllText(Path.Combine(folder.File("report"), "index.html"));
        Assert.Contains("One person? JO REED and REED may be one person", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Meant so", page, StringComparison.Ordinal);
        // Nothing is left beside the script that nobody asked for.
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder.Path).Count());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_report_opens_from_disk_on_a_desk_and_on_a_phone()
    {
        Browser.SkipWithout();
        using var folder = new TemporaryFolder();
        Decide(folder);
        var run = CliRun.Of("script", "report", folder.File("voyage.fountain"), "-o", folder.File("report"));
        Assert.True(run.Exit == 0, run.Error);
        Browser.Run("script-report.test.mjs", folder.File("report"), folder.Path);
    }

    private static readonly string Voyage = "Title: The Voyage\n\nINT. CABIN - NIGHT #1#\n\nThe lamp goes out.\n\nINT. DECK - NIGHT #3#\n\nEXT. HARBOUR - DAY #4#\n\nGulls.\n\n"
        + string.Concat(Enumerable.Range(0, 12).Select(i => $"JO REED\n{(i < 6 ? "What a wonderful, happy day." : "This is a terrible, awful night.")}\n\nBEN\nI hate it.\n\nREED\nI love it.\n\nEVE\nSo do I.\n\n"));

    private static void Decide(TemporaryFolder folder)
    {
        var script = folder.File("voyage.fountain");
        File.WriteAllText(script, Voyage);
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", folder.File("voyage.notes.html")).Exit);
        Assert.Equal(0, CliRun.Of("review", script, "--reject", "number-gap", "--reason", "scene 2 was cut").Exit);
        Assert.Equal(0, CliRun.Of("review", script, "--accept", "alias").Exit);
    }

    private static JudgedScript Judged(TemporaryFolder folder)
    {
        var script = folder.File("story.fountain");
        using var work = WorkFolder.Hold(folder.File("story.kinolux"), ScriptDocuments.Type);
        WorkNote.Of(work, script, null).Write(work);
        return JudgedScript.Of(work, script, new Dictionary<string, string>());
    }
}
