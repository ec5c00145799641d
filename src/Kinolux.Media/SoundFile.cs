using Kinolux.Core.Processes;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media;

/// <summary>Sound of any file that ffmpeg reads.</summary>
public static class SoundFile
{
    /// <summary>Takes a file's first track of sound into a WAV file of 48 kHz and 16 bit.</summary>
    /// <param name="channels">1 or 2; others are mixed to that.</param>
    /// <returns>Why it has none; null where it was written.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3001: ffmpeg is missing.</exception>
    public static string? ToWave(string path, string output, int channels, CancellationToken cancel = default)
    {
        var result = Tool.Run("ffmpeg", FfmpegArguments.Ffmpeg().Input(path).With("-map", "0:a:0", "-ac", FfmpegArguments.Word(channels), "-ar", "48000", "-map_metadata", "-1", "-bitexact")
            .Output(output, "-c:a", "pcm_s16le", "-f", "wav").Words, cancel);
        return result.ExitCode == 0 ? null : result.ErrorTail.Trim().Split('\n')[^1] is { Length: > 0 } why ? why : "ffmpeg cannot read it";
    }
}
