using System.Text.Json.Nodes;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Times of OpenTimelineIO, which are two doubles: a number of frames and how many go into a second.</summary>
internal static class OtioTime
{
    // Beyond it a rate is a mistake, and a value too long for any film.
    private const double HighestRate = 1e6;
    private const double LargestValue = 1e12;

    // 23.98, 29.97 and 59.94 are how people write 24000/1001 and the others.
    private const double Rounding = 0.005;
    private static readonly int[] Ntsc = [24, 30, 48, 60, 90, 96, 120, 240];

    /// <summary>The rate that is meant: whole ones as they are, those of television as the ratio that they abbreviate, else the simplest ratio that is this very double. Null for what is no rate.</summary>
    public static Rational? Rate(double rate)
    {
        if (!(rate > 0 && rate <= HighestRate))
            return null;
        if (rate == Math.Floor(rate))
            return new Rational((long)rate, 1);
        foreach (var nominal in Ntsc)
            if (Math.Abs(rate - nominal * 1000.0 / 1001) < Rounding)
                return new Rational(nominal * 1000L, 1001);
        return Simplest(rate);
    }

    /// <summary>The time in seconds; null where it is none.</summary>
    public static Rational? Seconds(JsonNode? node)
    {
        if (node is not JsonObject time || Number(time["value"]) is not { } value || Number(time["rate"]) is not { } number || Rate(number) is not { } rate || !(Math.Abs(value) < LargestValue))
            return null;
        // Parts of frames come from programs that count in seconds: a thousandth is less than any of them means.
        var frames = value == Math.Floor(value) ? new Rational((long)value, 1) : Math.Abs(value) < 1e9 ? new Rational((long)Math.Round(value * 1000), 1000) : new Rational((long)value, 1);
        return frames / rate;
    }

    /// <summary>The rate of a time; null where it is none.</summary>
    public static Rational? RateOf(JsonNode? node) => node is JsonObject time && Number(time["rate"]) is { } rate ? Rate(rate) : null;

    public static JsonObject Write(long frames, Rational rate) => new()
    {
        [OtioWriter.Schema] = "RationalTime.1",
        ["rate"] = rate.ToDouble(),
        ["value"] = (double)frames,
    };

    public static JsonObject Write(long start, long duration, Rational rate) => new()
    {
        [OtioWriter.Schema] = "TimeRange.1",
        ["duration"] = Write(duration, rate),
        ["start_time"] = Write(start, rate),
    };

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number) ? number : null;

    // The convergents of its continued fraction.
    private static Rational? Simplest(double number)
    {
        var (above, below, lastAbove, lastBelow) = (1L, 0L, 0L, 1L);
        for (var rest = number; above < 1L << 40 && below < 1L << 40;)
        {
            var whole = Math.Floor(rest);
            if (whole > 1L << 20)
                break;
            (above, lastAbove) = (above * (long)whole + lastAbove, above);
            (below, lastBelow) = (below * (long)whole + lastBelow, below);
            if ((double)above / below == number || rest == whole)
                break;
            rest = 1 / (rest - whole);
        }
        return below > 0 && above > 0 ? new Rational(above, below) : null;
    }
}
