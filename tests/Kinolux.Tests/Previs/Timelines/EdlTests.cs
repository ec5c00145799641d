using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

/// <summary>Edit lists as other programs read and write them.</summary>
public sealed class EdlTests
{
    [Fact]
    public void Two_shots_and_a_line_are_three_events() =>
        Assert.Equal(
            """
            TITLE: Two at a table
            FCM: NON-DROP FRAME

            001  1A       V     C        00:00:04:04 00:00:06:04 01:00:00:00 01:00:02:00
            * RATE: 24
            * FROM CLIP NAME: 1A
            * SCENE: 1
            * SIZE: MS
            * LENS: 35 mm
            * WHO: ANNA, BEN
            * NOTE: Anna sits down.

            002  ANNA1    A     C        00:00:00:00 00:00:01:06 01:00:00:04 01:00:01:10
            * FROM CLIP NAME: ANNA 1

            003  1B       V     C        00:00:00:07 00:00:01:19 01:00:02:00 01:00:03:12
            * FROM CLIP NAME: 1B
            * SOURCE FILE: shots/1B.mkv

            """,
            EdlWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film)));

    [Fact]
    public void A_dissolve_has_two_lines_of_one_number_and_begins_at_the_cut()
    {
        var list = EdlWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film, transition: new ClipTransition(0, 12)));
        Assert.Contains(
            """
            003  1A       V     C        00:00:06:04 00:00:06:04 01:00:02:00 01:00:02:00
            003  1B       V     D    012 00:00:00:07 00:00:01:19 01:00:02:00 01:00:03:12
            * FROM CLIP NAME: 1A
            * TO CLIP NAME: 1B
            """, list, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dissolve_around_the_cut_moves_the_cut_and_nothing_else()
    {
        var centred = TimelineSamples.TwoShots(TimelineSamples.Film, transition: new ClipTransition(5, 7));
        var back = EdlReader.Read(EdlWriter.Write(centred), "a.edl").Timeline.Track(TrackKind.Picture, 0);
        Assert.Equal([(0L, 43L, 100L), (43L, 41L, 2L)], back.Select(clip => (clip.RecordIn, clip.Duration, clip.SourceIn)));
        Assert.Equal(new ClipTransition(0, 12), back[1].Transition);
    }

    [Fact]
    public void What_begins_in_a_dissolve_comes_out_of_black()
    {
        var timeline = new Timeline("a", TimelineSamples.Film, new Timecode(0, 24), [new TimelineClip("1", 0, 48) { Transition = new ClipTransition(0, 24) }, new TimelineClip("", 48, 24) { Reel = TimelineClip.Black, Transition = new ClipTransition(0, 24) }]);
        var list = EdlWriter.Write(timeline);
        Assert.Contains("001  BL       V     C        00:00:00:00 00:00:00:00 00:00:00:00 00:00:00:00\n001  1        V     D    024", list, StringComparison.Ordinal);
        Assert.Equal(TimelineSamples.Text(timeline), TimelineSamples.Text(EdlReader.Read(list, "a.edl").Timeline));
    }

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var timeline = TimelineSamples.Random(seed);
            var reading = EdlReader.Read(EdlWriter.Write(timeline), "a.edl");
            Assert.Equal(TimelineSamples.Text(timeline), TimelineSamples.Text(reading.Timeline));
            Assert.Empty(reading.Remarks);
            Assert.Equal(EdlWriter.Write(reading.Timeline), EdlWriter.Write(EdlReader.Read(EdlWriter.Write(reading.Timeline), "a.edl").Timeline));
        }
    }

    [Fact]
    public void Reels_have_eight_characters_and_one_source_each()
    {
        string[] names = ["KITCHEN_NIGHT_1", "KITCHEN_NIGHT_2", "kitchen-night 3", "Küche", "厨房", "", "AX", "BL", "bl", "KITCHENN", "a/very/long/path/to/KITCHEN NIGHT.mkv"];
        var clips = names.Select((name, i) => new TimelineClip(name, i * 10L, 10) { Reel = name == "KITCHENN" ? name : "" }).ToList();
        var reels = EdlWriter.Write(new Timeline("a", TimelineSamples.Film, new Timecode(0, 24), clips)).Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).Select(line => line[5..13].TrimEnd()).ToList();
        Assert.Equal(names.Length, reels.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(reels, reel => Assert.True(reel.Length is > 0 and <= 8 && reel.All(char.IsAsciiLetterOrDigit) && reel is not ("AX" or "BL"), reel));
        Assert.Equal("KITCHENN", reels[9]);
    }

    [Fact]
    public void No_name_makes_a_line_of_its_own()
    {
        var list = EdlWriter.Write(new Timeline("a\nFCM: DROP FRAME", TimelineSamples.Film, new Timecode(0, 24),
            [new TimelineClip("1\r\n002  AX V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", 0, 24) { Remarks = ["099 x\nM2"], Notes = new ClipNotes(Text: "\u2028\u0000say\u0007") }]));
        Assert.Single(EdlReader.Read(list, "a.edl").Timeline.Clips);
        Assert.Contains("* NOTE: say\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_list_cannot_hold_is_refused()
    {
        var shot = new TimelineClip("1", 0, 48);
        Assert.Equal("KX1567", Refusal(shot, shot with { Track = 1 }));
        Assert.Equal("KX1567", Refusal(shot with { Kind = TrackKind.Sound, Track = 4 }));
        Assert.Equal("KX1567", Refusal(shot with { RecordIn = 24 * 3600 * 24 }));
        Assert.Equal("KX1567", Refusal(shot with { Duration = 4000 }, shot with { RecordIn = 4000, Transition = new ClipTransition(0, 1000) }));
        Assert.Equal("KX1567", Refusal(shot, shot with { RecordIn = 48, Transition = new ClipTransition(48, 0) }));
        Assert.Throws<ArgumentException>(() => EdlWriter.Write(Of(shot, shot with { RecordIn = 47 })));
    }

    private static Timeline Of(params TimelineClip[] clips) => new("a", TimelineSamples.Film, new Timecode(0, 24), clips);

    private static string Refusal(params TimelineClip[] clips) => Assert.Throws<FaultException>(() => EdlWriter.Write(Of(clips))).Fault.Code;
}
