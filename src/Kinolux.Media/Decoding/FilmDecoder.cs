using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Media.Decoding;

/// <summary>Every frame of a range in order; a picture that cannot be had is the one before it again (or, at the beginning, the first one after), with its number and no checksum.</summary>
internal static class FilmDecoder
{
    public static IEnumerable<(Frame Frame, int? Repeated, string Md5)> Frames(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel)
    {
        Frame? last = null;
        var next = range.First;
        try
        {
            foreach (var (number, frame, md5) in Decoded(film, range, pool, checksums, cancel))
            {
                for (; next < number; next++)
                    yield return ((last ?? frame).Share(), next, "");
                last?.Dispose();
                last = frame;
                yield return (frame.Share(), null, md5);
                next++;
            }
            if (last is null)
                throw FaultException.Of("KX1009", ("film", film.Path));
            for (; next <= range.Last; next++)
                yield return (last.Share(), next, "");
        }
        finally
        {
            last?.Dispose();
        }
    }

    private static IEnumerable<DecodedFrame> Decoded(FilmInfo film, FrameRange range, FramePool pool, bool checksums, CancellationToken cancel) =>
        film.Sequence is { } sequence
            ? sequence.Runs.Where(run => run.Overlaps(range)).SelectMany(run => DecoderRun.OfSequence(film, run.Intersect(range) ?? run, pool, checksums, cancel))
            : DecoderRun.OfFile(film, range, pool, checksums, cancel);
}
