using Kinolux.Core.Faults;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Outputs;

/// <summary>What an output's name asks for.</summary>
internal enum OutputKind
{
    Matroska,
    QuickTime,
    Mp4,
    Dpx,
    Tiff,
    Png,
}

internal static class OutputKinds
{
    /// <exception cref="FaultException">KX1205: neither a known file nor a sequence.</exception>
    public static OutputKind Of(string path)
    {
        var pattern = ImageSequence.IsPattern(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mkv" => OutputKind.Matroska,
            ".mov" => OutputKind.QuickTime,
            ".mp4" => OutputKind.Mp4,
            ".dpx" when pattern => OutputKind.Dpx,
            ".tif" or ".tiff" when pattern => OutputKind.Tiff,
            ".png" when pattern => OutputKind.Png,
            _ => throw FaultException.Of("KX1205", ("output", path)),
        };
    }

    public static bool IsSequence(this OutputKind kind) => kind is OutputKind.Dpx or OutputKind.Tiff or OutputKind.Png;

    /// <summary>True where a file can say how its picture is turned.</summary>
    public static bool CanTurn(this OutputKind kind) => kind is OutputKind.Dpx or OutputKind.Tiff;

    /// <summary>ffmpeg's words for the container.</summary>
    public static string[] Muxer(this OutputKind kind) => kind switch
    {
        OutputKind.Matroska => ["-f", "matroska"],
        OutputKind.QuickTime => ["-f", "mov"],
        // -strict -2: lossless sound as FLAC, which this ffmpeg still calls experimental in MP4.
        OutputKind.Mp4 => ["-f", "mp4", "-movflags", "+faststart", "-strict", "-2"],
        OutputKind.Dpx => ["-f", "image2pipe"],
        _ => ["-f", "image2"],
    };
}
