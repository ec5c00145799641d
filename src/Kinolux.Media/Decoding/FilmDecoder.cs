using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Samples;

namespace Kinolux.Media.Decoding;

/// <summary>Every frame of a range in order; a picture that cannot be had is the one before it again (or, at the beginning, the first one after), with its number.</summary>
internal static class FilmDecoder
{
    public static IEnumerable<(Frame Frame, int? Repeated)> Frames(FilmInfo film, FrameRange range, FramePool pool, CancellationToken cancel)
    {
        Frame? last = null;
        var next = range.First;
        try
        {
            foreach (var (number, frame) in Decoded(film, range, pool, cancel))
            {
                for (; next < number; next++)
                    yield return ((last ?? frame).Share(), next);
                last?.Dispose();
                last = frame;
                yield return (frame.Share(), null);
                next++;
            }
            if (last is null)
                throw FaultException.Of("KX1009", ("film", film.Path));
            for (; next <= range.Last; next++)
                yield return (last.Share(), next);
        }
        finally
        {
            last?.Dispose();
        }
    }

    private static IEnumerable<(int Number, Frame Frame)> Decoded(FilmInfo film, FrameRange range, FramePool pool, CancellationToken cancel)
    {
        if (film.Sequence is not { } sequence)
            return Run(film, FfmpegArguments.Ffmpeg().With("-noautorotate").Input(film.Path), range.First, range, pool, cancel);
        return sequence.Runs.Where(run => run.Overlaps(range)).SelectMany(run =>
        {
            var part = run.Intersect(range) ?? run;
            var input = FfmpegArguments.Ffmpeg().Input(sequence, sequence.First + part.First, film.Rate);
            return Run(film, input, 0, part, pool, cancel);
        });
    }

    private static IEnumerable<(int Number, Frame Frame)> Run(FilmInfo film, FfmpegArguments input, int skip, FrameRange range, FramePool pool, CancellationToken cancel)
    {
        var filters = new List<string>();
        if (skip > 0)
            filters.Add("trim=start_frame=" + FfmpegArguments.Word(skip));
        if (film.Reading.Filter is { } filter)
            filters.Add(filter);
        var arguments = input.With("-map", $"0:{FfmpegArguments.Word(film.VideoStream)}", "-fps_mode", "passthrough", "-frames:v", FfmpegArguments.Word(range.Count))
            .WithIf(filters.Count > 0, "-vf", string.Join(',', filters))
            .OutputPipe("-pix_fmt", film.Reading.Wire, "-f", "rawvideo");
        var wire = new WireFrame(film.Format, film.Format.Depth);
        var bytes = new byte[wire.Size];
        using var tool = Tool.Start("ffmpeg", arguments.Words);
        using var stop = cancel.Register(tool.Kill);
        for (var number = range.First; number <= range.Last; number++)
        {
            if (tool.Output.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
                break;
            var frame = pool.Rent(film.Format);
            wire.Unpack(bytes, frame);
            yield return (number, frame);
        }
        cancel.ThrowIfCancellationRequested();
    }
}
