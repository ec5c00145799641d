using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Processes;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media;

/// <summary>Undoes what <see cref="FieldScan"/> found, by ffmpeg's own filters: a film of whole frames, as FFV1 without sound.</summary>
public static class FieldRepair
{
    /// <param name="kind">The finding's kind: <c>interlaced</c> is deinterlaced frame by frame (bwdif, length kept), <c>telecined</c> loses the repeated fields (fieldmatch and decimate, four frames of five stay).</param>
    /// <param name="output">A <c>.mkv</c>; appears whole or not at all, an existing one is replaced.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    /// <exception cref="FaultException">KX1207: ffmpeg failed; KX4001: the disk is full.</exception>
    public static void Write(FilmInfo film, string kind, string output, CancellationToken cancel = default)
    {
        var filter = kind switch
        {
            "interlaced" => "bwdif=mode=send_frame:deint=all",
            "telecined" => "fieldmatch,decimate",
            _ => throw new ArgumentException($"Nothing undoes {kind}.", nameof(kind)),
        };
        // A name of its own: an ffmpeg that outlived a killed run may still be writing.
        var temporary = $"{output}.{Guid.NewGuid().ToString("N")[..8]}.part";
        var arguments = FfmpegArguments.Ffmpeg().Input(film.Path)
            .With("-map", $"0:{FfmpegArguments.Word(film.VideoStream)}", "-vf", filter)
            .Output(temporary, "-c:v", "ffv1", "-level", "3", "-slicecrc", "1", "-f", "matroska");
        try
        {
            var result = Tool.Run("ffmpeg", arguments.Words, cancel);
            if (result.ExitCode != 0)
                throw EncodeFault.Of(output, result.ErrorTail);
            AtomicFile.Place(temporary, output, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
