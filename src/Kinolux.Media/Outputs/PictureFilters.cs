using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Outputs;

/// <summary>The filters between the film's own samples and the encoder: they say what the samples mean and, for access copies only, convert them.</summary>
internal static class PictureFilters
{
    public static string Of(FilmTarget target, OutputKind kind, VideoCodec codec)
    {
        var colour = target.Colour;
        List<string> filters = [Meaning(colour.Range, colour.Primaries, Transfer(target), target.Format.IsRgb ? ColourDescription.Unknown : colour.Matrix)];
        filters.Add("setsar=" + target.SampleAspect);
        if (Field(target.FieldOrder) is { } field)
            filters.Add("setfield=" + field);
        if (codec.Converts)
            filters.AddRange(Conversion(target, kind, codec));
        if (kind == OutputKind.Mp4 && (target.Format.Width % 2 != 0 || target.Format.Height % 2 != 0))
            filters.AddRange(EvenSize(target.Format));
        if (kind.CanTurn() && target.Orientation.Stored() is { } turn)
            filters.AddRange("format=" + codec.Pixels, turn);
        return string.Join(',', filters);
    }

    /// <summary>ffmpeg's option values for what <c>setparams</c> cannot say.</summary>
    public static string[] Options(FilmTarget target)
    {
        List<string> options = [];
        if (target.Colour.ChromaLocation != ColourDescription.Unknown && target.Format.HasChroma)
            options.AddRange("-chroma_sample_location", target.Colour.ChromaLocation);
        if (target.FieldOrder != FieldOrder.Unknown)
            options.AddRange("-field_order", target.FieldOrder switch { FieldOrder.TopFirst => "tt", FieldOrder.BottomFirst => "bb", _ => "progressive" });
        return [.. options];
    }

    private static string Meaning(string range, string primaries, string transfer, string matrix) =>
        string.Join(':', ((string, string)[])[("setparams=range", range), ("color_primaries", primaries), ("color_trc", transfer), ("colorspace", matrix)] switch
        {
            var pairs => pairs.Select(pair => $"{pair.Item1}={pair.Item2}"),
        });

    // The logarithmic code values of film scans have no number in H.273.
    private static string Transfer(FilmTarget target) => target.Colour.Transfer == "log" ? ColourDescription.Unknown : target.Colour.Transfer;

    private static string? Field(FieldOrder order) => order switch
    {
        FieldOrder.TopFirst => "tff",
        FieldOrder.BottomFirst => "bff",
        FieldOrder.Progressive => "prog",
        _ => null,
    };

    private static IEnumerable<string> Conversion(FilmTarget target, OutputKind kind, VideoCodec codec)
    {
        var format = target.Format;
        var toRgb = kind.IsSequence();
        // Gray and RGB that say nothing are full scale, as everything else reads them; YUV that says nothing is not.
        var full = format.HasChroma ? target.Colour.IsFullRange : target.Colour.Range != "tv";
        var outFull = toRgb || (full && format.HasChroma && kind == OutputKind.Mp4);
        var matrix = format.IsRgb ? "bt709" : Matrix(target);
        var interlaced = target.FieldOrder is FieldOrder.TopFirst or FieldOrder.BottomFirst ? ":interl=1" : "";
        yield return $"scale=in_range={(full ? "pc" : "tv")}:out_range={(outFull ? "pc" : "tv")}:in_color_matrix={matrix}:out_color_matrix={matrix}" +
            $":flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp{interlaced}";
        yield return "format=" + codec.Pixels;
        if (!toRgb)
            yield return Meaning(outFull ? "pc" : "tv", target.Colour.Primaries, Transfer(target), format.IsRgb ? "bt709" : target.Colour.Matrix);
    }

    /// <summary>The matrix by its word; where the film does not say, the one that players assume for its size.</summary>
    private static string Matrix(FilmTarget target) => target.Colour.Matrix switch
    {
        "bt709" => "bt709",
        "bt2020nc" or "bt2020c" => "bt2020",
        "smpte240m" => "smpte240m",
        "fcc" => "fcc",
        ColourDescription.Unknown when target.Format.Height >= 720 => "bt709",
        _ => "bt601",
    };

    // H.264 in 4:2:0 has even sizes only: the last row or column is there twice.
    private static IEnumerable<string> EvenSize(FrameFormat format)
    {
        var (right, bottom) = (format.Width % 2, format.Height % 2);
        yield return string.Create(CultureInfo.InvariantCulture, $"pad={format.Width + right}:{format.Height + bottom}");
        yield return string.Create(CultureInfo.InvariantCulture, $"fillborders=right={right}:bottom={bottom}:mode=smear");
    }
}
