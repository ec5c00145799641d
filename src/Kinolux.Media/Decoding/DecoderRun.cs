using System.Globalization;
using System.Security.Cryptography;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Nut;
using Kinolux.Media.Samples;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Decoding;

/// <summary>
/// One ffmpeg process decoding one range. Its output carries timestamps, so every picture is known by its place in the film and not by counting:
/// a picture that a decoder drops, or a seek that lands elsewhere, cannot shift the ones after it.
/// </summary>
internal static class DecoderRun
{
    // Where a film has no timestamps of its own, its pictures are numbered as they are decoded, in units of 1/1000.
    private const long CountingRate = 1000;
    private const string CountingBase = "1/1000";
    private static readonly string[] Counting = ["settb=1/1000", "setpts=N"];

    public static IEnumerable<DecodedFrame> OfSequence(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel)
    {
        var sequence = film.Sequence ?? throw new ArgumentException("Not a sequence.", nameof(film));
        for (var first = range.First; first <= range.Last;)
        {
            var (start, next) = (first, first);
            var input = FfmpegArguments.Ffmpeg().With("-noautorotate").Input(sequence, sequence.First + start, film.Rate);
            // Each file has its own time, also where one of them cannot be decoded.
            foreach (var frame in Run(film, input, "-1", ["null"], time => start + (int)(time * film.Rate).Round(), new FrameRange(start, range.Last), pool, checksums, cancel))
            {
                next = frame.Number + 1;
                yield return frame;
            }
            // ffmpeg goes on after a file that it cannot decode, and ends at one that the disk refuses; those after that can be had.
            while (next <= range.Last && PictureFile.CanBeRead(sequence.FileOf(next)))
                next++;
            first = next + 1;
        }
    }

    public static IEnumerable<DecodedFrame> OfFile(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel)
    {
        var seek = SeekFrame(film, range.First);
        if (seek > 0)
        {
            var begun = false;
            foreach (var frame in OfFile(film, range, seek, pool, checksums, cancel))
            {
                if (!begun && frame.Number > range.First)
                {
                    frame.Frame.Dispose();
                    break;
                }
                begun = true;
                yield return frame;
            }
            if (begun)
                yield break;
        }
        // From the beginning: always right, only slower.
        foreach (var frame in OfFile(film, range, 0, pool, checksums, cancel))
            yield return frame;
    }

    private static IEnumerable<DecodedFrame> OfFile(FilmInfo film, FrameRange range, int seek, FramePool pool, bool checksums, CancellationToken cancel)
    {
        var times = film.Timestamps;
        string[] options = seek == 0 ? [] : ["-noaccurate_seek", "-seek_timestamp", "1", "-ss", Microseconds(new Rational(times[seek], 1) * film.TimeBase)];
        var input = FfmpegArguments.Ffmpeg().With("-copyts", "-noautorotate").Input(film.Path, options);
        if (times.Count == 0)
            return Run(film, input, CountingBase, [.. Counting, "trim=start_pts=" + Word(range.First)], time => (int)(time * CountingRate).Round(), range, pool, checksums, cancel);
        // Timestamps below 0 would be moved on the way: they travel counted from frame 0.
        return Run(film, input, "-1", ["trim=start_pts=" + Word(times[range.First]), $"setpts=PTS-({Word(times[0])})"], time => NumberOf(film, (time / film.TimeBase).Round() + times[0]), range, pool, checksums, cancel);
    }

    // What is shown later than the last frame is none of those that were counted; one unit is what rounding to another base may cost.
    private static int NumberOf(FilmInfo film, long timestamp) => timestamp > film.Timestamps[^1] + 1 ? film.FrameCount : film.FrameAt(timestamp);

    /// <summary>
    /// The frame to seek to for a first wanted one. Where pictures refer to others it is the key frame before the last one: pictures shown just after a
    /// key frame may refer to what came before it (an open group of pictures).
    /// </summary>
    private static int SeekFrame(FilmInfo film, int first)
    {
        var keys = film.KeyFrames;
        var at = 0;
        while (at < keys.Count && keys[at] <= first)
            at++;
        var back = keys.Count == film.FrameCount ? 1 : 2;
        return at >= back ? keys[at - back] : 0;
    }

    private static IEnumerable<DecodedFrame> Run(
        FilmInfo film, FfmpegArguments input, string timeBase, IReadOnlyList<string> filters, Func<Rational, int> numberOf, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel)
    {
        // One more than there are shows whether they were counted rightly.
        var isEnd = film.Sequence is null && range.Last == film.FrameCount - 1;
        var arguments = input
            .WithIf(film.IsReadAsItIs, "-noauto_conversion_filters")
            .With("-map", $"0:{Word(film.VideoStream)}", "-fps_mode", "passthrough", "-enc_time_base", timeBase, "-frames:v", Word(range.Count + (isEnd ? 1 : 0)), "-autoscale", "0")
            .With("-vf", string.Join(',', filters.Concat(film.ReadingFilters)))
            .OutputPipe("-c:v", "rawvideo", "-pix_fmt", film.Reading.Wire, "-f", "nut");
        var wire = new WireFrame(film.Format, film.Format.Depth);
        var bytes = new byte[wire.Size];
        using var tool = Tool.Start("ffmpeg", arguments.Words);
        using var stop = cancel.Register(tool.Kill);
        var nut = new NutReader(tool.Output);
        var next = range.First;
        while (next <= range.Last && TryNext(nut, film.Path, next, bytes, out var time))
        {
            var number = numberOf(time);
            if (number < next || number > range.Last)
                continue;
            var frame = pool.Rent(film.Format);
            wire.Unpack(bytes, frame);
            next = number + 1;
            yield return new DecodedFrame(number, frame, checksums ? Convert.ToHexStringLower(MD5.HashData(bytes)) : "");
        }
        if (isEnd && next > range.Last && TryNext(nut, film.Path, next, bytes, out var after) && numberOf(after) > range.Last)
            throw FaultException.Of("KX1013", ("film", film.Path), ("frames", Word(film.FrameCount)));
        cancel.ThrowIfCancellationRequested();
        if (next > range.Last)
            yield break;
        var exit = tool.Wait();
        OtherSamples.Refuse(film, tool.ErrorTail);
        if (exit != 0 && ((next == range.First && film.Sequence is null) || Tool.WasKilled(exit)))
            throw FaultException.Of("KX1009", ("film", film.Path)).With(tool.ErrorTail);
    }

    /// <exception cref="FaultException">KX1012: the picture has another size; KX1009: what came is none.</exception>
    private static bool TryNext(NutReader nut, string path, int number, byte[] bytes, out Rational time)
    {
        time = Rational.Zero;
        try
        {
            if (!nut.TryNext(out var timestamp, out var size))
                return false;
            if (size != bytes.Length)
                throw FaultException.Of("KX1012", ("film", path), ("frame", Word(number)));
            nut.Take(bytes);
            time = nut.TimeBase * timestamp;
            return true;
        }
        catch (EndOfStreamException)
        {
            return false;
        }
        catch (Exception cause) when (cause is InvalidDataException or ArgumentException or ArithmeticException or IndexOutOfRangeException)
        {
            throw FaultException.Of("KX1009", cause, ("film", path)).With($"what ffmpeg wrote is no film: {cause.Message}");
        }
    }

    // Rounded up, so that a seek to a key frame's own time does not land before it.
    private static string Microseconds(Rational seconds) => Word(-(seconds * -1_000_000).Floor()) + "us";

    private static string Word(long number) => number.ToString(CultureInfo.InvariantCulture);
}
