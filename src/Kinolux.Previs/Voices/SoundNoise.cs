namespace Kinolux.Previs.Voices;

/// <summary>Noise that is a function of its place alone.</summary>
internal static class SoundNoise
{
    /// <summary>Every bit of the result hangs on every bit given: C. Wellons' lowbias32, 2018.</summary>
    public static uint Mix(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7FEB352Du;
        x = (x ^ (x >> 15)) * 0x846CA68Bu;
        return x ^ (x >> 16);
    }

    /// <summary>-1 to 1 for a place.</summary>
    public static float At(uint seed, long place) => (int)Mix(Mix(seed + (uint)place) ^ (uint)(place >> 32)) * (1f / 2147483648f);

    /// <summary>Adds noise without what is higher than the sample rate by 2 to the power of <paramref name="octave"/>: straight lines between random values at every so many samples.</summary>
    public static void Add(Span<float> samples, long first, int octave, uint seed, float level)
    {
        var step = 1L << octave;
        for (var i = 0; i < samples.Length;)
        {
            var cell = (first + i) >> octave;
            var (from, to) = (At(seed, cell), At(seed, cell + 1));
            var end = (int)Math.Min(samples.Length, (cell + 1) * step - first);
            var slope = (to - from) / step;
            for (var place = first + i - cell * step; i < end; i++, place++)
                samples[i] += level * (from + slope * place);
        }
    }
}
