using System.Globalization;

namespace Kinolux.Core.Review;

/// <summary>A stretch of a sound.</summary>
/// <param name="Samples">From the first sample to the last, both included; the first of a sound is 0.</param>
/// <param name="Band">Which frequencies; null for all.</param>
/// <param name="Channels">Which channels, from 0; null for all.</param>
public sealed record SoundPlace(Extent Samples, FrequencyBand? Band = null, IReadOnlyList<int>? Channels = null) : Place
{
    public override string Key =>
        string.Create(CultureInfo.InvariantCulture, $"{Samples.First}-{Samples.Last}|{Band}|{(Channels is null ? "" : string.Join(',', Channels.Order()))}");

    public override string Words => WordsOf(Samples);

    public override string WordsOf(Extent stretch) => string.Create(CultureInfo.InvariantCulture, $"samples {stretch.First}-{stretch.Last}");

    public override Extent Extent => Samples;

    /// <summary>True where they share a sample, a channel, and at least half of the narrower band.</summary>
    public override bool Meets(Place other) =>
        other is SoundPlace sound && Samples.Overlaps(sound.Samples)
        && (Channels is null || sound.Channels is null || Channels.Intersect(sound.Channels).Any())
        && (Band is not { } mine || sound.Band is not { } theirs || mine.Shared(theirs) * 2 >= Math.Min(mine.Width, theirs.Width));

    public override string? Fault() =>
        Samples.First < 0 || Samples.Last < Samples.First ? "samples are counted from 0, the first before the last"
        : Band is { } band && !(band.Low >= 0 && band.High > band.Low && double.IsFinite(band.High)) ? "a band goes from a frequency in hertz to a higher one"
        : Channels is { } channels && (channels.Count == 0 || channels.Any(channel => channel < 0)) ? "channels are counted from 0, and there is at least one"
        : null;
}
