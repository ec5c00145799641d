using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

/// <summary>The labels of 30000/1001, dropped and not, both ways through an edit list; and what does not exist, with its line.</summary>
public sealed class DropFrameTests
{
    [Theory]
    [InlineData(0, "00:00:00;00", "00:00:00:00")]
    [InlineData(1799, "00:00:59;29", "00:00:59:29")]
    [InlineData(1800, "00:01:00;02", "00:01:00:00")]
    [InlineData(1801, "00:01:00;03", "00:01:00:01")]
    [InlineData(17981, "00:09:59;29", "00:09:59:11")]
    [InlineData(17982, "00:10:00;00", "00:09:59:12")]
    [InlineData(17983, "00:10:00;01", "00:09:59:13")]
    [InlineData(107891, "00:59:59;29", "00:59:56:11")]
    [InlineData(107892, "01:00:00;00", "00:59:56:12")]
    [InlineData(107957, "01:00:02;05", "00:59:58:17")]
    [InlineData(2589407, "23:59:59;29", "23:58:33:17")]
    public void A_frame_has_its_label_both_ways(long frame, string dropped, string counted)
    {
        foreach (var (label, drop) in new[] { (dropped, true), (counted, false) })
        {
            var timeline = new Timeline("labels", TimelineSamples.Ntsc, Timeline.Label(TimelineSamples.Ntsc, frame, drop), [new TimelineClip("1", 0, 1, frame)]);
            var list = EdlWriter.Write(timeline);
            Assert.Contains($" {label} ", list, StringComparison.Ordinal);
            Assert.Contains(drop ? "FCM: DROP FRAME\n" : "FCM: NON-DROP FRAME\n", list, StringComparison.Ordinal);
            var back = EdlReader.Read(list, "labels.edl").Timeline;
            Assert.Equal((frame, drop, frame), (back.Start.Frame, back.Start.IsDrop, back.Clips[0].SourceIn));
            Assert.Equal(label, OtioReader.Read(OtioWriter.Write(timeline), "labels.otio").Timeline.Start.ToString());
        }
    }

    [Theory]
    [InlineData("00:01:00;00")]
    [InlineData("00:01:00;01")]
    [InlineData("00:11:00;01")]
    [InlineData("00:00:00;30")]
    [InlineData("24:00:00;00")]
    public void What_does_not_exist_is_a_fault_with_its_line(string code)
    {
        var fault = Refusal($"TITLE: a\nFCM: DROP FRAME\n\n001  AX  V  C  {code} 00:02:00;02 00:00:00;00 00:00:01;00\n", TimelineSamples.Ntsc);
        Assert.Equal("KX1564", fault.Code);
        Assert.Contains($"line 4 of a.edl: there is no frame {code} at 30000/1001 drop frame", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FCM: NON-DROP FRAME\n001  AX  V  C  00:00:00;00 00:00:01;00 00:00:00;00 00:00:01;00\n", 3)]
    [InlineData("FCM: DROP FRAME\n001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00\n", 3)]
    [InlineData("FCM: DROP FRAME\n001  AX  V  C  00:00:00;00 00:00:01;00 00:00:00;00 00:00:01;00\n* FROM CLIP NAME: A\n002  AX  V  C  00:00:00;00 00:00:01;00 00:00:01:00 00:00:02;00\n", 5)]
    [InlineData("001  AX  V  C  00:00:00:00 00:00:01:00 00:00:00;00 00:00:01;00\n", 2)]
    public void A_list_that_disagrees_with_itself_says_where(string list, int line)
    {
        var fault = Refusal("TITLE: a\n" + list, TimelineSamples.Ntsc);
        Assert.Equal("KX1565", fault.Code);
        Assert.StartsWith($"line {line} of a.edl: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    [InlineData(30, 1)]
    [InlineData(24000, 1001)]
    [InlineData(48000, 1001)]
    public void No_numbers_are_dropped_where_nothing_defines_it(long numerator, long denominator)
    {
        var rate = new Rational(numerator, denominator);
        Assert.Equal("KX1566", Assert.Throws<FaultException>(() => Timeline.Label(rate, 0, drop: true)).Fault.Code);
        Assert.Equal("KX1566", Refusal("TITLE: a\nFCM: DROP FRAME\n", rate).Code);
        Assert.Equal("KX1566", Refusal("TITLE: a\n001  AX  V  C  00:00:00;00 00:00:01;00 00:00:00;00 00:00:01;00\n", rate).Code);
        if (Timecode.NominalOf(rate) % 30 == 0)
            Assert.Equal("KX1566", Assert.Throws<FaultException>(() => EdlWriter.Write(new Timeline("a", rate, new Timecode(0, 30, drop: true), []))).Fault.Code);
    }

    private static Fault Refusal(string list, Rational rate) => Assert.Throws<FaultException>(() => EdlReader.Read(list, "a.edl", rate)).Fault;
}
