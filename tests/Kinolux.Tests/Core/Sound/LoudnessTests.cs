using Kinolux.Core.Sound;

namespace Kinolux.Tests.Core.Sound;

/// <summary>The signals of EBU Tech 3341 that a meter must measure within 0.1 LU.</summary>
public sealed class LoudnessTests
{
    [Fact]
    public void A_tone_of_1_kHz_at_minus_23_is_minus_23() => Assert.Equal(-23, Of((20, -23)) ?? 0, 0.1);

    [Fact]
    public void A_tone_at_minus_33_is_minus_33() => Assert.Equal(-33, Of((20, -33)) ?? 0, 0.1);

    [Fact]
    public void What_is_much_softer_than_the_rest_does_not_count() => Assert.Equal(-23, Of((10, -36), (60, -23), (10, -36)) ?? 0, 0.1);

    [Fact]
    public void Silence_does_not_count() => Assert.Equal(-23, Of((10, -72), (10, -36), (60, -23), (10, -36), (10, -72)) ?? 0, 0.1);

    [Fact]
    public void Nothing_has_no_loudness()
    {
        Assert.Null(Of((10, -90)));
        Assert.Null(Of());
    }

    private static double? Of(params (double Seconds, double Level)[] parts)
    {
        var loudness = new Loudness(2);
        var i = 0;
        foreach (var (seconds, level) in parts)
            for (var end = i + (int)(seconds * 48000); i < end; i++)
            {
                var sample = (float)(Math.Pow(10, level / 20) * Math.Sin(2 * Math.PI * 1000 * i / 48000));
                loudness.Add([sample, sample]);
            }
        return loudness.Integrated();
    }
}
