using Kinolux.Core.Sound;

namespace Kinolux.Tests.Core.Sound;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(22050, 48000, 440)]
    [InlineData(22050, 48000, 8000)]
    [InlineData(16000, 48000, 3000)]
    [InlineData(8000, 48000, 1000)]
    [InlineData(48000, 16000, 3000)]
    public void A_tone_is_the_same_tone_at_another_rate(int from, int to, double tone)
    {
        var result = Resampler.Run([.. Enumerable.Range(0, from).Select(i => (float)Math.Sin(2 * Math.PI * tone * i / from))], from, to);
        Assert.Equal(to, result.Length);
        for (var i = 500; i < to - 500; i++)
            Assert.Equal(Math.Sin(2 * Math.PI * tone * i / to), result[i], 0.002);
    }

    [Fact]
    public void What_a_lower_rate_cannot_hold_is_gone_and_not_something_else()
    {
        var result = Resampler.Run([.. Enumerable.Range(0, 48000).Select(i => (float)Math.Sin(2 * Math.PI * 9000 * i / 48000))], 48000, 16000);
        Assert.All(result[500..^500], sample => Assert.True(Math.Abs(sample) < 0.002));
    }

    [Fact]
    public void The_same_rate_is_the_same_sound() => Assert.Equal([1f, -0.5f, 0.25f], Resampler.Run([1f, -0.5f, 0.25f], 44100, 44100));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Empty(Resampler.Run([], 22050, 48000));
}
