using Kinolux.Core.Sound;
using Kinolux.Media;

namespace Kinolux.Previs.Voices;

/// <summary>Brings speech to the loudness that broadcasting asks of a programme: -23 LUFS (EBU R 128, 2020), and no higher than 0.7 of full scale.</summary>
internal static class SpeechLevel
{
    public const double Target = -23;
    private const float HighestPeak = 0.7f;
    private const float MostGain = 16;

    // A word is shorter than what the measure needs: it is heard again and again for a second.
    private const int Least = SpokenSound.SampleRate;

    public static float GainOf(ReadOnlySpan<float> samples)
    {
        if (samples.Length == 0)
            return 1;
        var loudness = new Loudness(1);
        for (var count = 0; count < Least; count += samples.Length)
            for (var i = 0; i < samples.Length; i++)
                loudness.Add(samples.Slice(i, 1));
        return Gain(loudness);
    }

    public static float GainOf(WaveReader reader)
    {
        var loudness = new Loudness(reader.Channels);
        var blocks = Enumerable.Range(0, reader.Channels).Select(_ => new float[SpokenSound.SampleRate]).ToArray();
        var channels = blocks.Select(block => block.AsMemory()).ToArray();
        Span<float> samples = stackalloc float[reader.Channels];
        for (long count = 0; count < Least; count += reader.Length)
            for (long at = 0; at < reader.Length; at += SpokenSound.SampleRate)
            {
                reader.Read(at, channels);
                for (var i = 0; i < Math.Min(SpokenSound.SampleRate, reader.Length - at); i++)
                {
                    for (var channel = 0; channel < blocks.Length; channel++)
                        samples[channel] = blocks[channel][i];
                    loudness.Add(samples);
                }
            }
        return Gain(loudness);
    }

    private static float Gain(Loudness loudness)
    {
        if (loudness.Peak == 0)
            return 1;
        var gain = loudness.Integrated() is { } level ? (float)Math.Pow(10, (Target - level) / 20) : MostGain;
        return Math.Min(Math.Min(gain, MostGain), HighestPeak / loudness.Peak);
    }
}
