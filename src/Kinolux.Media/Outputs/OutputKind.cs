using Kinolux.Core.Faults;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Outputs;

/// <summary>What an output's name asks for.</summary>
internal sealed record OutputKind(string Extension, bool IsSequence, string[] MuxerOptions)
{
    private static readonly OutputKind[] Files =
    [
        new(".mkv", false, ["-f", "matroska"]),
        new(".mov", false, ["-f", "mov"]),
        new(".mp4", false, ["-f", "mp4", "-movflags", "+faststart"]),
    ];

    /// <exception cref="FaultException">KX1205: neither a known file nor a sequence.</exception>
    public static OutputKind Of(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (Files.FirstOrDefault(kind => kind.Extension == extension) is { } file)
            return file;
        return extension is ".dpx" or ".tif" or ".tiff" or ".png" && ImageSequence.IsPattern(path)
            ? new OutputKind(extension == ".tiff" ? ".tif" : extension, true, [])
            : throw FaultException.Of("KX1205", ("output", path));
    }
}
