using Kinolux.Core.Review;

namespace Kinolux.Tests.Core.Places;

public sealed class SoundPlaceTests : PlaceContract
{
    private protected override Place Any(Random random)
    {
        var first = 48_000L * random.Next(20);
        var low = 100.0 * random.Next(20);
        return new SoundPlace(
            new Extent(first, first + random.Next(200_000)),
            random.Next(2) == 0 ? null : new FrequencyBand(low, low + 50 + 100 * random.Next(20)),
            random.Next(2) == 0 ? null : [random.Next(2)]);
    }

    [Fact]
    public void Two_channels_and_two_bands_apart_do_not_meet()
    {
        var hum = new SoundPlace(new Extent(0, 99), new FrequencyBand(40, 60), [0]);
        Assert.False(hum.Meets(hum with { Channels = [1] }));
        Assert.False(hum.Meets(hum with { Band = new FrequencyBand(55, 75) }));
        Assert.True(hum.Meets(hum with { Band = new FrequencyBand(50, 70) }));
        Assert.True(hum.Meets(new SoundPlace(new Extent(99, 200))));
        Assert.False(hum.Meets(new SoundPlace(new Extent(100, 200))));
    }
}
