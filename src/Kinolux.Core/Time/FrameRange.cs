using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Time;

/// <summary>Frames <see cref="First"/> to <see cref="Last"/>, both included; the first frame of a film is 0. Written <c>12-40</c>, or <c>12</c> for one frame.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct FrameRange
{
    /// <exception cref="ArgumentOutOfRangeException">The first frame is negative or after the last.</exception>
    public FrameRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    public int First { get; }

    public int Last { get; }

    public int Count => Last - First + 1;

    public static FrameRange Single(int frame) => new(frame, frame);

    public bool Contains(int frame) => frame >= First && frame <= Last;

    public bool Overlaps(FrameRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The frames in both; null where there is none.</summary>
    public FrameRange? Intersect(FrameRange other) =>
        Overlaps(other) ? new FrameRange(Math.Max(First, other.First), Math.Min(Last, other.Last)) : null;

    /// <summary>The nearest frame inside the range.</summary>
    public int Clamp(int frame) => Math.Clamp(frame, First, Last);

    public static bool TryParse(string? text, out FrameRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var cut = text.IndexOf('-', StringComparison.Ordinal);
        var first = cut < 0 ? text : text[..cut];
        var last = cut < 0 ? text : text[(cut + 1)..];
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a) ||
            !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var b) || b < a)
            return false;
        range = new FrameRange(a, b);
        return true;
    }

    public override string ToString() =>
        First == Last ? First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private sealed class Converter : JsonConverter<FrameRange>
    {
        public override FrameRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var range)
                ? range
                : throw new JsonException("A frame range reads \"12-40\" or \"12\".");

        public override void Write(Utf8JsonWriter writer, FrameRange value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
