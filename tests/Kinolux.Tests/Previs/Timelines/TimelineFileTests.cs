using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

public sealed class TimelineFileTests
{
    [Fact]
    public void A_shot_list_is_a_table_that_Kitsu_takes_in()
    {
        var lines = TimelineTable.Write(TimelineSamples.TwoShots(TimelineSamples.Film, transition: new ClipTransition(0, 12))).Split("\r\n");
        Assert.Equal("Sequence,Name,Description,FPS,Frame In,Frame Out,Frames,Timecode In,Timecode Out,Transition,Size,Lens,Who,Reel,File", lines[0]);
        Assert.Equal("1,1A,Anna sits down.,24,0,47,48,01:00:00:00,01:00:02:00,cut,MS,35 mm,\"ANNA, BEN\",,", lines[1]);
        Assert.Equal(",1B,,24,48,83,36,01:00:02:00,01:00:03:12,dissolve 12,,,,,shots/1B.mkv", lines[2]);
        Assert.Equal(["", ], lines[3..]);
    }

    [Fact]
    public void No_cell_is_a_formula_or_breaks_its_row()
    {
        var timeline = TimelineSamples.TwoShots(TimelineSamples.Film);
        var text = TimelineTable.Write(timeline with { Clips = [timeline.Clips[0] with { Name = "=1+1", Notes = new ClipNotes(Text: "He says \"no\",\nthen yes") }] });
        Assert.Contains(",'=1+1,\"He says \"\"no\"\",\nthen yes\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_frames_and_timecodes_with_exact_rates()
    {
        var json = JsonNode.Parse(TimelineJson.Write(TimelineSamples.TwoShots(TimelineSamples.Ntsc, drop: true)));
        Assert.Equal("30000/1001", json?["rate"]?.GetValue<string>());
        Assert.Equal("00:59:59;28", new Kinolux.Core.Time.Timecode(107890, 30, drop: true).ToString());
        Assert.Equal(84, json?["frames"]?.GetValue<int>());
        Assert.Equal("01:00:03;18", json?["clips"]?[0]?["timecodeIn"]?.GetValue<string>());
    }

    [Fact]
    public void The_ending_says_what_is_written_and_read()
    {
        using var folder = new TemporaryFolder();
        var timeline = TimelineSamples.TwoShots(TimelineSamples.Ntsc, drop: true);
        foreach (var ending in new[] { "otio", "edl", "csv", "json" })
        {
            TimelineFile.Write(folder.File($"a.{ending}"), timeline);
            if (ending is "otio" or "edl")
                Assert.Equal(TimelineSamples.Text(timeline), TimelineSamples.Text(TimelineFile.Read(folder.File($"a.{ending}")).Timeline));
        }
        Assert.Equal("KX4005", Assert.Throws<FaultException>(() => TimelineFile.Write(folder.File("a.xml"), timeline)).Fault.Code);
        Assert.Equal("KX1560", Assert.Throws<FaultException>(() => TimelineFile.Read(folder.File("absent.edl"))).Fault.Code);
    }
}
