using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Media.Decoding;

/// <summary>
/// Every frame of a range in order; a picture that cannot be had is the one before it again (or, at the film's beginning, the first one after), with its number and
/// no checksum. What stands for it is the same wherever the range begins.
/// </summary>
internal static class FilmDecoder
{
    // Frames looked through first for one that can be decoded; then four times as many, and so on.
    private const int Near = 8;

    public static IEnumerable<(Frame Frame, int? Repeated, string Md5)> Frames(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel)
    {
        Frame? last = null;
        var next = range.First;
        try
        {
            foreach (var (number, frame, md5) in Decoded(film, range, pool, checksums, cancel))
            {
                if (next < number)
                    last ??= Before(film, range.First, pool, cancel);
                for (; next < number; next++)
                    yield return ((last ?? frame).Share(), next, "");
                last?.Dispose();
                last = frame;
                yield return (frame.Share(), null, md5);
                next++;
            }
            last ??= Before(film, range.First, pool, cancel) ?? After(film, range.Last, pool, cancel) ?? throw FaultException.Of("KX1009", ("film", film.Path));
            for (; next <= range.Last; next++)
                yield return (last.Share(), next, "");
        }
        finally
        {
            last?.Dispose();
        }
    }

    /// <summary>The last picture before a frame; null where there is none.</summary>
    private static Frame? Before(FilmInfo film, int frame, FramePool pool, CancellationToken cancel)
    {
        for (var (count, last) = (Near, frame - 1); last >= 0; last -= count, count *= 4)
        {
            Frame? found = null;
            foreach (var decoded in Decoded(film, new FrameRange(Math.Max(0, last - count + 1), last), pool, false, cancel))
            {
                found?.Dispose();
                found = decoded.Frame;
            }
            if (found is not null)
                return found;
        }
        return null;
    }

    /// <summary>The first picture after a frame; null where there is none.</summary>
    private static Frame? After(FilmInfo film, int frame, FramePool pool, CancellationToken cancel)
    {
        for (var (count, first) = (Near, frame + 1); first < film.FrameCount; first += count, count *= 4)
            foreach (var decoded in Decoded(film, new FrameRange(first, Math.Min(film.FrameCount, first + count) - 1), pool, false, cancel))
                return decoded.Frame;
        return null;
    }

    private static IEnumerable<DecodedFrame> Decoded(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel) =>
        film.Sequence is { } sequence
            ? sequence.Runs.Where(run => run.Overlaps(range)).SelectMany(run => DecoderRun.OfSequence(film, run.Intersect(range) ?? run, pool, checksums, cancel))
            : DecoderRun.OfFile(film, range, pool, checksums, cancel);
}
