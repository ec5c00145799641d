using Kinolux.Core.Frames;
using Kinolux.Media.Samples;

namespace Kinolux.Media.Outputs;

/// <summary>How pictures are encoded for an output.</summary>
/// <param name="WireDepth">Bits of the samples handed to ffmpeg.</param>
/// <param name="Options">ffmpeg's options of the encoder.</param>
internal sealed record VideoCodec(int WireDepth, string[] Options)
{
    public static VideoCodec For(OutputKind kind, FrameFormat format) => kind.Extension switch
    {
        ".mkv" => Ffv1(format),
        ".mov" => ProRes(format),
        ".mp4" => new VideoCodec(format.Depth, ["-c:v", "libx264", "-preset", "medium", "-crf", "16", "-pix_fmt", "yuv420p"]),
        ".dpx" => Dpx(format),
        _ => Picture(kind.Extension, format),
    };

    private static VideoCodec Ffv1(FrameFormat format)
    {
        // FFV1 has no 14-bit gray and no 8-bit planar RGB; both are kept whole in the next format that holds them.
        var depth = format.Layout == PixelLayout.Gray && format.Depth == 14 ? 16 : format.Depth;
        var pixels = format is { IsRgb: true, Depth: 8 } ? "bgr0" : PixelFormats.Planar(format.Layout, depth);
        return new VideoCodec(depth, ["-c:v", "ffv1", "-level", "3", "-g", "1", "-slices", "4", "-slicecrc", "1", "-pix_fmt", pixels]);
    }

    private static VideoCodec ProRes(FrameFormat format)
    {
        var full = format.Layout is PixelLayout.Yuv444 or PixelLayout.Rgb;
        return new VideoCodec(format.Depth, ["-c:v", "prores_ks", "-profile:v", full ? "4444" : "hq", "-vendor", "apl0", "-pix_fmt", full ? "yuv444p10le" : "yuv422p10le"]);
    }

    private static VideoCodec Dpx(FrameFormat format)
    {
        if (format.Layout == PixelLayout.Gray)
            return format.Depth == 8 ? new VideoCodec(8, ["-c:v", "dpx", "-pix_fmt", "gray"]) : new VideoCodec(16, ["-c:v", "dpx", "-pix_fmt", "gray16be"]);
        var depth = format.Depth switch { 8 => 8, 9 or 10 => 10, 12 => 12, _ => 16 };
        var pixels = depth switch { 8 => "rgb24", 10 => "gbrp10be", 12 => "gbrp12be", _ => "rgb48be" };
        return new VideoCodec(format.IsRgb ? depth : format.Depth, ["-c:v", "dpx", "-pix_fmt", pixels]);
    }

    private static VideoCodec Picture(string extension, FrameFormat format)
    {
        var gray = format.Layout == PixelLayout.Gray;
        var deep = format.Depth > 8;
        var ending = !deep ? "" : extension == ".png" ? "be" : "le";
        var pixels = gray ? (deep ? "gray16" : "gray") : deep ? "rgb48" : "rgb24";
        string[] codec = extension == ".png" ? ["-c:v", "png"] : ["-c:v", "tiff", "-compression_algo", "deflate"];
        return new VideoCodec(gray || format.IsRgb ? (deep ? 16 : 8) : format.Depth, [.. codec, "-pix_fmt", pixels + ending]);
    }
}
