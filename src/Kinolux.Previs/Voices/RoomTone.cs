using System.Text;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Voices;

/// <summary>What a place sounds like when nobody speaks: low noise, dull inside and with slow wind outside, fainter by night. It is a function of the place and the sample alone, so that every cut of a scene has the same air.</summary>
/// <param name="Frames">Where on the timeline.</param>
public sealed record RoomTone(string Place, bool IsExterior, bool IsNight, FrameRange Frames)
{
    // Root mean square of full scale: -58 and -52 dB.
    private const float Inside = 0.00126f;
    private const float Outside = 0.0025f;
    private const float ByNight = 0.6f;

    // Of straight lines between even random values.
    private const float OctaveLevel = 0.4714f;

    // A wind gust: 2.7 seconds.
    private const int Gust = 17;
    private const int Fade = 480;

    /// <summary>Adds its samples from a place of the timeline on, faded in and out within 10 ms where it begins and ends.</summary>
    /// <param name="first">The timeline's sample of which the first is given.</param>
    /// <param name="span">The timeline's samples at which the place begins and ends.</param>
    internal void Add(Span<float> samples, Span<float> scratch, long first, (long Begin, long End) span, int channel)
    {
        var (from, to) = (Math.Max(first, span.Begin), Math.Min(first + samples.Length, span.End));
        if (from >= to)
            return;
        var noise = scratch[..(int)(to - from)];
        noise.Clear();
        var (low, high) = IsExterior ? (2, 10) : (5, 12);
        var level = (IsExterior ? Outside : Inside) * (IsNight ? ByNight : 1) / (OctaveLevel * MathF.Sqrt(high - low));
        var seed = Seed() + (uint)channel * 0x85EBCA6Bu;
        for (var octave = low; octave < high; octave++)
            SoundNoise.Add(noise, from, octave, seed + (uint)octave, level);
        var into = samples[(int)(from - first)..];
        for (var i = 0; i < noise.Length; i++)
        {
            var at = from + i;
            var edge = Math.Min(1f, Math.Min(at - span.Begin + 1, span.End - at) / (float)Fade);
            into[i] += noise[i] * edge * (IsExterior ? Wind(at) : 1);
        }
    }

    private float Wind(long sample)
    {
        var cell = sample >> Gust;
        var (from, to) = (SoundNoise.At(Seed(), cell), SoundNoise.At(Seed(), cell + 1));
        return 0.75f + 0.25f * (from + (to - from) * (sample - (cell << Gust)) / (1 << Gust));
    }

    private uint Seed()
    {
        var hash = 2166136261u;
        foreach (var letter in Place)
            hash = (hash ^ letter) * 16777619u;
        return SoundNoise.Mix(hash);
    }
}
