using Kinolux.Core.Frames;
using Kinolux.Media.Samples;

namespace Kinolux.Media.Outputs;

/// <summary>How pictures are encoded for an output.</summary>
/// <param name="WireDepth">Bits of the samples handed to ffmpeg.</param>
/// <param name="Pixels">ffmpeg's name of the pixel format that the encoder gets.</param>
/// <param name="Options">ffmpeg's options of the encoder.</param>
internal sealed record VideoCodec(int WireDepth, string Pixels, string[] Options)
{
    /// <summary>ffmpeg's name of the encoder.</summary>
    public string Encoder => Options[1];

    /// <summary>True where the encoder gets other samples than the film's.</summary>
    public bool Converts { get; init; }

    public static VideoCodec For(OutputKind kind, FilmTarget target) => kind switch
    {
        OutputKind.Matroska => target.IsPassing ? Quick(target.Format) : Ffv1(target.Format),
        OutputKind.QuickTime => ProRes(target),
        OutputKind.Mp4 => H264(target),
        OutputKind.Dpx => Dpx(target.Format),
        OutputKind.Png => Picture(target.Format, "be", ["-c:v", "png"]),
        _ => Picture(target.Format, "le", ["-c:v", "tiff", "-compression_algo", "deflate"]),
    };

    private static VideoCodec Ffv1(FrameFormat format)
    {
        // FFV1 has no gray of these depths and no planar RGB of 8 bits; all are kept whole in the next format that holds them.
        var depth = format.Layout == PixelLayout.Gray && format.Depth is 11 or > 12 ? 16 : format.Depth;
        var pixels = format is { IsRgb: true, Depth: 8 } ? "bgr0" : PixelFormats.Planar(format.Layout, depth);
        // Left alone, the encoder takes the fewest slices, four, or what odd sizes allow; large pictures are worth more threads.
        var large = format.Width * (long)format.Height >= 1280 * 720 && format.Width % 2 == 0 && format.Height % 2 == 0;
        var small = format is { Width: <= 352, Height: <= 288 };
        // Beyond that size it wants two slices each way, which one row or column (of chroma) has not; version 1 knows none.
        if (!small && Math.Min(format.PlaneWidth(format.PlaneCount - 1), format.PlaneHeight(format.PlaneCount - 1)) < 2)
            return new VideoCodec(depth, pixels, ["-c:v", "ffv1", "-level", "1", "-coder", "range_tab", "-g", "1"]);
        string[] slices = large ? ["-slices", "16"] : small && Math.Min(format.Width, format.Height) < 16 ? ["-slices", "1"] : [];
        return new VideoCodec(depth, pixels, ["-c:v", "ffv1", "-level", "3", "-g", "1", "-slicecrc", "1", .. slices]);
    }

    // A fifth of FFV1's time for a third more bytes. It takes no odd sizes, and RGB only with alpha or packed.
    private static VideoCodec Quick(FrameFormat format)
    {
        if (format.IsRgb || format.Width % 2 != 0 || format.Height % 2 != 0)
            return Ffv1(format);
        var depth = format.Depth is 8 || (format.HasChroma && format.Depth is 9 or 10 or 12 or 14) ? format.Depth : 16;
        return new VideoCodec(depth, PixelFormats.Planar(format.Layout, depth), ["-c:v", "ffvhuff"]);
    }

    private static VideoCodec ProRes(FilmTarget target)
    {
        var full = target.Format.Layout is PixelLayout.Yuv444 or PixelLayout.Rgb;
        return new VideoCodec(target.Format.Depth, full ? "yuv444p10le" : "yuv422p10le", ["-c:v", "prores_ks", "-profile:v", full ? "4444" : "hq", "-vendor", "apl0"]) { Converts = true };
    }

    private static VideoCodec H264(FilmTarget target)
    {
        string[] fields = target.FieldOrder switch
        {
            FieldOrder.TopFirst => ["-flags", "+ilme+ildct", "-x264-params", "tff=1"],
            FieldOrder.BottomFirst => ["-flags", "+ilme+ildct", "-x264-params", "bff=1"],
            _ => [],
        };
        return new VideoCodec(target.Format.Depth, "yuv420p", ["-c:v", "libx264", "-preset", "medium", "-crf", "16", .. fields])
        {
            Converts = target.Format is not { Layout: PixelLayout.Yuv420, Depth: 8 },
        };
    }

    private static VideoCodec Dpx(FrameFormat format)
    {
        string[] codec = ["-c:v", "dpx"];
        if (format.Layout == PixelLayout.Gray)
            return format.Depth == 8 ? new VideoCodec(8, "gray", codec) : new VideoCodec(16, "gray16be", codec);
        if (!format.IsRgb)
            return new VideoCodec(format.Depth, format.Depth <= 10 ? "gbrp10be" : format.Depth <= 12 ? "gbrp12be" : "rgb48be", codec) { Converts = true };
        return format.Depth switch
        {
            8 => new VideoCodec(8, "rgb24", codec),
            9 or 10 => new VideoCodec(10, "gbrp10be", codec),
            11 or 12 => new VideoCodec(12, "gbrp12be", codec),
            _ => new VideoCodec(16, "rgb48be", codec),
        };
    }

    private static VideoCodec Picture(FrameFormat format, string ending, string[] codec)
    {
        var deep = format.Depth > 8;
        var pixels = format.Layout == PixelLayout.Gray ? (deep ? "gray16" + ending : "gray") : deep ? "rgb48" + ending : "rgb24";
        return new VideoCodec(format.HasChroma ? format.Depth : deep ? 16 : 8, pixels, codec) { Converts = format.HasChroma };
    }
}
