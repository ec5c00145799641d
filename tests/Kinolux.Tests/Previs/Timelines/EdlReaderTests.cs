using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

/// <summary>Edit lists of other programs: what in them is meant is read, and what cannot be meant is a fault with its line.</summary>
public sealed class EdlReaderTests
{
    // The one that its authors mean to fail.
    private const string Broken = "dissolve_test_fail.edl";

    [Fact]
    public void All_the_samples_of_the_field_are_read_but_the_broken_one()
    {
        var folder = Repository.Shared("story", "cmx3600", "tests", "sample_data");
        var files = Directory.GetFiles(folder, "*.edl");
        Assert.Equal(19, files.Length);
        foreach (var file in files)
        {
            var rate = Path.GetFileName(file) is "25fps.edl" or "timecode_mismatch.edl" ? new Rational(25, 1) : new Rational(24, 1);
            if (Path.GetFileName(file) == Broken)
            {
                Assert.StartsWith("line 6 of", Assert.Throws<FaultException>(() => TimelineFile.Read(file, rate)).Fault.Message, StringComparison.Ordinal);
                continue;
            }
            var timeline = TimelineFile.Read(file, rate).Timeline;
            Assert.NotEmpty(timeline.Clips);
            Assert.Equal(TimelineSamples.Text(timeline), TimelineSamples.Text(EdlReader.Read(EdlWriter.Write(timeline), "a.edl").Timeline));
        }
    }

    [Fact]
    public void A_list_of_another_program_is_read_with_its_dissolve_gap_markers_and_grades()
    {
        var reading = EdlReader.Read(
            """
            TITLE:   Reel one
            FCM: NON-DROP FRAME

            001  ZZ100_50 V     C        01:00:04:05 01:00:05:12 00:59:53:11 00:59:54:18
            *FROM CLIP NAME:  ZZ100_501 (LAY3)
            *ASC_SOP (0.1 0.2 0.3) (1.0 -0.0122 0.0305) (1.0 0.0 1.0)
            * LOC: 00:59:54:00 PINK     ANIM FIX NEEDED
            002  TST V     C        01:00:04:14 01:00:04:14 00:59:54:18 00:59:54:18
            FCM: NON-DROP FRAME
            002  TST V     D    010 01:00:08:08 01:00:08:18 00:59:54:18 00:59:55:04
            * FROM CLIP NAME:  clip_A
            * TO CLIP NAME:  clip_B
            003  AX       AA/V  C        00:00:00:00 00:00:01:00 00:59:56:00 00:59:57:00
            FROM CLIP NAME: shot3
            """, "a.edl", TimelineSamples.Film);
        Assert.Empty(reading.Remarks);
        Assert.Equal("00:59:53:11", reading.Timeline.Start.ToString());
        var picture = reading.Timeline.Track(TrackKind.Picture, 0);
        Assert.Equal([("ZZ100_501 (LAY3)", 0L, 31L), ("clip_B", 31L, 10L), ("shot3", 61L, 24L)], picture.Select(clip => (clip.Name, clip.RecordIn, clip.Duration)));
        Assert.Equal(new ClipTransition(0, 10), picture[1].Transition);
        Assert.Equal(new TimelineMarker(13, "ANIM FIX NEEDED", "PINK"), Assert.Single(picture[0].Markers));
        Assert.Equal(["*ASC_SOP (0.1 0.2 0.3) (1.0 -0.0122 0.0305) (1.0 0.0 1.0)"], picture[0].Remarks);
        Assert.Equal(2, reading.Timeline.Tracks(TrackKind.Sound));
    }

    [Fact]
    public void The_shot_that_goes_may_have_its_length_on_the_first_line_of_a_dissolve()
    {
        var clips = EdlReader.Read("TITLE: a\n001  A  V  C  00:00:00:00 00:00:02:00 00:00:00:00 00:00:02:00\n001  B  V  D  024 00:00:00:00 00:00:02:00 00:00:02:00 00:00:04:00\n* FROM CLIP NAME: one\n* TO CLIP NAME: two\n", "a.edl", TimelineSamples.Film).Timeline.Clips;
        Assert.Equal([("one", 48L), ("two", 48L)], clips.Select(clip => (clip.Name, clip.Duration)));
    }

    [Fact]
    public void Lengths_that_differ_are_remarked_with_their_line_unless_the_speed_says_why()
    {
        const string Event = "TITLE: a\n001  AX  V  C  00:00:00:00 00:00:02:00 00:00:00:00 00:00:01:00\n";
        var reading = EdlReader.Read(Event, "a.edl", TimelineSamples.Film);
        Assert.Equal((2, 24L), (Assert.Single(reading.Remarks).Line, reading.Timeline.Duration));
        Assert.Empty(EdlReader.Read(Event + "M2   AX       048.0                00:00:00:00\n", "a.edl", TimelineSamples.Film).Remarks);
    }

    [Fact]
    public void A_list_may_go_over_midnight()
    {
        var timeline = EdlReader.Read("TITLE: a\n001  A  V  C  00:00:00:00 00:00:02:00 23:59:59:00 00:00:01:00\n002  B  V  C  00:00:00:00 00:00:01:00 00:00:01:00 00:00:02:00\n", "a.edl", TimelineSamples.Film).Timeline;
        Assert.Equal([(0L, 48L), (48L, 24L)], timeline.Clips.Select(clip => (clip.RecordIn, clip.Duration)));
        Assert.Equal("23:59:59:00", timeline.Start.ToString());
    }

    [Theory]
    [InlineData("001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:00", 1)]
    [InlineData("001  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", 1)]
    [InlineData("001  AX  Q  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", 1)]
    [InlineData("001  AX  V  Z  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", 1)]
    [InlineData("001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:00:00\n002  AX  V  D  010  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00", 2)]
    [InlineData("001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00\n\n002  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:23 00:00:01:23", 3)]
    [InlineData("001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:00:00", 1)]
    public void A_line_that_cannot_be_meant_is_a_fault_with_its_number(string list, int line)
    {
        var fault = Assert.Throws<FaultException>(() => EdlReader.Read(list, "a.edl", TimelineSamples.Film)).Fault;
        Assert.Equal("KX1563", fault.Code);
        Assert.StartsWith($"line {line} of a.edl: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_above_the_rate_does_not_exist() =>
        Assert.Equal("KX1564", Assert.Throws<FaultException>(() => EdlReader.Read("001  AX  V  C  00:00:00:00 00:00:00:24 00:00:00:00 00:00:01:00", "a.edl", TimelineSamples.Film)).Fault.Code);

    [Fact]
    public void A_rate_is_asked_for_where_no_comment_says_it()
    {
        var list = EdlWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Ntsc, drop: true));
        Assert.Equal(TimelineSamples.Ntsc, EdlReader.Read(list, "a.edl").Timeline.Rate);
        Assert.Single(EdlReader.Read(EdlWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film)), "a.edl", new Rational(25, 1)).Remarks);
        Assert.Equal("KX1562", Assert.Throws<FaultException>(() => EdlReader.Read(list.Replace("* RATE", "* RAT", StringComparison.Ordinal), "a.edl")).Fault.Code);
    }

    [Fact]
    public void Damaged_lists_are_read_or_refused_and_never_anything_else()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(EdlWriter.Write(TimelineSamples.Random(3)));
        for (var seed = 0; seed < 600; seed++)
            try
            {
                EdlReader.Read(System.Text.Encoding.UTF8.GetString(new ByteDamage(seed).Of(whole)), "a.edl", TimelineSamples.Ntsc);
            }
            catch (FaultException)
            {
            }
    }
}
