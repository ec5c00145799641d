using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core;

public sealed class TimecodeTests
{
    private static readonly Rational Ntsc = new(30000, 1001);

    private static readonly (Rational Rate, bool Drop)[] Kinds =
        [(new(24, 1), false), (new(24000, 1001), false), (new(25, 1), false), (Ntsc, false), (Ntsc, true), (new(60000, 1001), true), (new(50, 1), false), (new(120, 1), false)];

    [Theory]
    [InlineData(0, "00:00:00;00")]
    [InlineData(1799, "00:00:59;29")]
    [InlineData(1800, "00:01:00;02")]
    [InlineData(17981, "00:09:59;29")]
    [InlineData(17982, "00:10:00;00")]
    [InlineData(107892, "01:00:00;00")]
    [InlineData(2589407, "23:59:59;29")]
    [InlineData(2589408, "00:00:00;00")]
    [InlineData(-1, "23:59:59;29")]
    public void Drop_frame_labels_are_those_of_the_standard(long frame, string label) =>
        Assert.Equal(label, new Timecode(frame, 30, drop: true).ToString());

    [Fact]
    public void Drop_frame_stays_within_two_frames_of_the_clock() =>
        Prop.ForAll<int>(number =>
        {
            var timecode = new Timecode(number, 30, drop: true);
            var text = timecode.ToString();
            var clock = int.Parse(text[..2]) * 3600 + int.Parse(text[3..5]) * 60 + int.Parse(text[6..8]);
            return Math.Abs(timecode.Frame * 1001L / 30000.0 - clock - int.Parse(text[9..]) / 30.0) < 0.09;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_label_read_back_is_the_same_frame() =>
        Prop.ForAll<int, byte>((number, kind) =>
        {
            var (rate, drop) = Kinds[kind % Kinds.Length];
            var timecode = new Timecode(number, Timecode.NominalOf(rate), drop);
            return Timecode.TryParse(timecode.ToString(), rate, out var back) && back == timecode;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_rise_frame_by_frame_and_none_comes_twice()
    {
        foreach (var (rate, drop) in Kinds.Where(kind => Timecode.NominalOf(kind.Rate) < 100))
        {
            var nominal = Timecode.NominalOf(rate);
            var labels = Enumerable.Range(0, nominal * 700).Select(frame => new Timecode(frame, nominal, drop).ToString()).ToList();
            Assert.Equal(labels.Distinct().Order(StringComparer.Ordinal), labels);
        }
    }

    [Theory]
    [InlineData("00:01:00;00")]
    [InlineData("00:01:00;01")]
    [InlineData("24:00:00:00")]
    [InlineData("00:60:00:00")]
    [InlineData("00:00:00:30")]
    [InlineData("0:00:00:00")]
    [InlineData("00-00-00-00")]
    [InlineData("-1:00:00:00")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_label_is_refused(string? text) => Assert.False(Timecode.TryParse(text, Ntsc, out _));

    [Fact]
    public void Drop_frame_at_24_is_refused() => Assert.False(Timecode.TryParse("00:00:01;00", new Rational(24, 1), out _));
}
