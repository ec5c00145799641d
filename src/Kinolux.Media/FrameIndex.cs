using System.Globalization;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Sequences;

namespace Kinolux.Media;

/// <summary>Decodes a whole film once and gives each frame's exact timestamp and checksum, in order, as they come.</summary>
public static class FrameIndex
{
    /// <exception cref="FaultException">KX1009: ffmpeg cannot decode it at all.</exception>
    public static IEnumerable<FrameChecksum> Read(FilmInfo film, CancellationToken cancel = default)
    {
        if (film.Sequence is not { } sequence)
            return Read(film, FfmpegArguments.Ffmpeg().With("-copyts", "-noautorotate").Input(film.Path), 0, cancel);
        return sequence.Runs.SelectMany(run => Read(
            film, FfmpegArguments.Ffmpeg().Input(sequence, sequence.First + run.First, film.Rate).With("-frames:v", FfmpegArguments.Word(run.Count)), run.First, cancel));
    }

    private static IEnumerable<FrameChecksum> Read(FilmInfo film, FfmpegArguments arguments, int number, CancellationToken cancel)
    {
        arguments = arguments
            .With("-map", $"0:{FfmpegArguments.Word(film.VideoStream)}", "-fps_mode", "passthrough", "-enc_time_base", "-1")
            .WithIf(film.Reading.Filter is not null, "-vf", film.Reading.Filter ?? "")
            .OutputPipe("-pix_fmt", film.Reading.Wire, "-f", "framemd5");
        using var tool = Tool.Start("ffmpeg", arguments.Words);
        using var stop = cancel.Register(tool.Kill);
        using var reader = new StreamReader(tool.Output, Encoding.ASCII);
        var begun = number;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var parts = line.Split(',', StringSplitOptions.TrimEntries);
            yield return new FrameChecksum(number++, long.Parse(parts[2], CultureInfo.InvariantCulture), parts[5]);
        }
        cancel.ThrowIfCancellationRequested();
        if (tool.Wait() is not 0 and var exit && (number == begun || Tool.WasKilled(exit)))
            throw FaultException.Of("KX1009", ("film", film.Path)).With(tool.ErrorTail);
    }
}
