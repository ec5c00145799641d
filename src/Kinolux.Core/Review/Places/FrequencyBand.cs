using System.Globalization;

namespace Kinolux.Core.Review;

/// <summary>Frequencies from <paramref name="Low"/> to <paramref name="High"/>, in hertz.</summary>
public readonly record struct FrequencyBand(double Low, double High)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public double Width => High - Low;

    /// <summary>Hertz in both.</summary>
    public double Shared(FrequencyBand other) => Math.Max(0, Math.Min(High, other.High) - Math.Max(Low, other.Low));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low:R}-{High:R}");
}
