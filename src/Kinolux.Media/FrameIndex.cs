using System.Globalization;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Media.Decoding;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Sequences;

namespace Kinolux.Media;

/// <summary>
/// Decodes a whole film once and gives each frame's exact timestamp and checksum, in order, as they come. A picture that cannot be decoded has none;
/// those after it keep their numbers.
/// </summary>
public static class FrameIndex
{
    /// <param name="complaints">Called at the end with what the decoder complained of; not called where it did not.</param>
    /// <exception cref="FaultException">KX1009: ffmpeg cannot decode it at all; KX1014: it holds other samples than it says.</exception>
    public static IEnumerable<FrameChecksum> Read(FilmInfo film, CancellationToken cancel = default, Action<string>? complaints = null)
    {
        if (film.Sequence is { } sequence)
            return sequence.Runs.SelectMany(run => Read(
                film, FfmpegArguments.Ffmpeg().With("-noautorotate").Input(sequence, sequence.First + run.First, film.Rate).With("-frames:v", FfmpegArguments.Word(run.Count)),
                run.First, time => run.First + (int)time, complaints, cancel));
        return Read(
            film, FfmpegArguments.Ffmpeg().With("-copyts", "-noautorotate").Input(film.Path), 0, film.Timestamps.Count > 0 ? film.FrameAt : _ => 0, complaints, cancel);
    }

    // Numbers rise whatever the timestamps say; where those say nothing, pictures are counted.
    private static IEnumerable<FrameChecksum> Read(
        FilmInfo film, FfmpegArguments arguments, int first, Func<long, int> numberOf, Action<string>? complaints, CancellationToken cancel)
    {
        arguments = arguments
            .WithIf(film.IsReadAsItIs, "-noauto_conversion_filters")
            .With("-map", $"0:{FfmpegArguments.Word(film.VideoStream)}", "-fps_mode", "passthrough", "-enc_time_base", "-1", "-autoscale", "0")
            .WithIf(film.ReadingFilters.Any(), "-vf", string.Join(',', film.ReadingFilters))
            .OutputPipe("-pix_fmt", film.Reading.Wire, "-f", "framemd5");
        using var tool = Tool.Start("ffmpeg", arguments.Words);
        using var stop = cancel.Register(tool.Kill);
        using var reader = new StreamReader(tool.Output, Encoding.ASCII);
        var next = first;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (line.Split(',', StringSplitOptions.TrimEntries) is not [_, _, var word, _, _, var sum, ..] || !long.TryParse(word, CultureInfo.InvariantCulture, out var time))
                throw FaultException.Of("KX1009", ("film", film.Path)).With("what ffmpeg wrote is no list of frames");
            var number = Math.Max(next, numberOf(time));
            next = number + 1;
            yield return new FrameChecksum(number, time, sum);
        }
        cancel.ThrowIfCancellationRequested();
        var exit = tool.Wait();
        OtherSamples.Refuse(film, tool.ErrorTail);
        if (exit != 0 && ((next == first && film.Sequence is null) || Tool.WasKilled(exit)))
            throw FaultException.Of("KX1009", ("film", film.Path)).With(tool.ErrorTail);
        if (tool.ErrorTail is { Length: > 0 } words)
            complaints?.Invoke(words);
    }
}
