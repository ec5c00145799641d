using Kinolux.Core.Time;

namespace Kinolux.Core.Sound;

/// <summary>A stretch of sound: one array of samples per channel, full scale from -1 to 1, all of one length.</summary>
public sealed class SoundBuffer
{
    /// <param name="sampleRate">Samples a second, 1 or more.</param>
    /// <param name="channels">1 or more.</param>
    /// <param name="length">Samples in each channel.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public SoundBuffer(int sampleRate, int channels, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (SampleRate, Length) = (sampleRate, length);
        Channels = [.. Enumerable.Range(0, channels).Select(_ => new float[length])];
    }

    public int SampleRate { get; }

    public int Length { get; }

    /// <summary>Channels in the order of WAV: left, right, centre, …</summary>
    public IReadOnlyList<float[]> Channels { get; }

    /// <summary>How long it lasts, in seconds, exactly.</summary>
    public Rational Duration => new(Length, SampleRate);

    /// <summary>The first sample at or after a time in seconds from the beginning.</summary>
    public int SampleAt(Rational time) => (int)-(time * SampleRate * -1).Floor();
}
