using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Media.Probing;

/// <summary>One stream in ffprobe's JSON, read by its field names.</summary>
internal readonly struct StreamEntry(JsonElement json)
{
    public int Index => Int("index") ?? 0;

    public string Kind => Text("codec_type") ?? "unknown";

    public string Codec => Text("codec_name") ?? "unknown";

    public string? PixelFormat => Text("pix_fmt");

    public int Width => Int("width") ?? 0;

    public int Height => Int("height") ?? 0;

    public bool IsPicture => Kind == "video" && (json.Child("disposition")?.Child("attached_pic")?.ToString() ?? "0") == "0";

    public Rational TimeBase => Ratio("time_base") is { IsPositive: true } unit ? unit : new Rational(1, 1000);

    public long StartPts => json.Child("start_pts", JsonValueKind.Number) is { } pts && pts.TryGetInt64(out var value) ? value : 0;

    public ColourDescription Colour => new(Word("color_range"), Word("color_primaries"), Word("color_transfer"), Word("color_space"), Word("chroma_location"));

    /// <summary>Width to height of one sample; 1 where unknown.</summary>
    public Rational SampleAspect => Ratio("sample_aspect_ratio") is { IsPositive: true } aspect ? aspect : new Rational(1, 1);

    public FieldOrder FieldOrder => Text("field_order") switch
    {
        "progressive" => FieldOrder.Progressive,
        "tt" or "tb" => FieldOrder.TopFirst,
        "bb" or "bt" => FieldOrder.BottomFirst,
        _ => FieldOrder.Unknown,
    };

    /// <summary>Degrees counter-clockwise, from the display matrix, or from the older tag.</summary>
    public int Rotation
    {
        get
        {
            var angle = 0.0;
            if (json.Child("side_data_list", JsonValueKind.Array) is { } list)
                foreach (var data in list.EnumerateArray())
                    if (data.Child("rotation", JsonValueKind.Number) is { } rotation && rotation.TryGetDouble(out var degrees))
                        angle = degrees % 360;
            if (angle == 0 && int.TryParse(Tag("rotation"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var turned))
                angle = turned;
            if (angle == 0 && int.TryParse(Tag("rotate"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var clockwise))
                angle = -clockwise;
            return (((int)Math.Round(angle / 90) * 90 % 360) + 360) % 360;
        }
    }

    public FilmStream ToFilmStream()
    {
        var bits = Number("bits_per_raw_sample") ?? Int("bits_per_sample");
        return new FilmStream(Index, Kind, Codec, Tag("language"), Tag("title"), Number("sample_rate"), Int("channels"), Kind == "audio" && bits > 0 ? bits : null);
    }

    /// <summary>Of two integers of 32 bits, as all of ffmpeg's are.</summary>
    public Rational? Ratio(string name) => Rational.TryParse(Text(name), out var value) && value is { Numerator: >= int.MinValue and <= int.MaxValue, Denominator: <= int.MaxValue } ? value : null;

    public string? Tag(string name)
    {
        if (json.Child("tags", JsonValueKind.Object) is not { } tags)
            return null;
        foreach (var tag in tags.EnumerateObject())
            if (string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase))
                return tag.Value.ToString();
        return null;
    }

    private string? Text(string name) => json.Child(name, JsonValueKind.String)?.GetString();

    private string Word(string name) => Text(name) is { Length: > 0 } word && word != "unspecified" ? word : ColourDescription.Unknown;

    // Some numbers are printed as text.
    private int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private int? Int(string name) => json.Child(name, JsonValueKind.Number) is { } value && value.TryGetInt32(out var number) ? number : null;
}
