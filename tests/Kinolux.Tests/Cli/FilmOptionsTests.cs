using Kinolux.Cli.Commands;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Cli;

public sealed class FilmOptionsTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("0-240", "0-240")]
    [InlineData("00:00:05:00-00:00:09:23", "120-239")]
    [InlineData("00:00:05:00", "120")]
    [InlineData("48-00:00:03:00", "48-72")]
    public void Frames_are_given_by_number_or_by_timecode(string text, string frames) =>
        Assert.Equal(frames, $"{FilmOptions.ParseRange(text, () => new Rational(24, 1))}");

    [Theory]
    [InlineData("all")]
    [InlineData("9-5")]
    [InlineData("00:00:09:00-00:00:05:00")]
    [InlineData("00:00:09:99")]
    [InlineData("1:2-3:4-5:6")]
    public void What_is_no_range_is_refused(string text) =>
        Assert.Equal("KX2017", Assert.Throws<FaultException>(() => FilmOptions.ParseRange(text, () => new Rational(24, 1))).Fault.Code);

    [Fact]
    public void A_film_is_asked_for_its_rate_only_where_there_is_a_timecode() =>
        Assert.Equal(new FrameRange(3, 9), FilmOptions.ParseRange("3-9", () => throw new InvalidOperationException()));
}
