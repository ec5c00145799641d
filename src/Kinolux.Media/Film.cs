using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Media.Outputs;
using Kinolux.Media.Probing;
using Kinolux.Media.Samples;
using Kinolux.Media.Sequences;

namespace Kinolux.Media;

/// <summary>Opens films: files that ffmpeg reads, and image sequences.</summary>
public static class Film
{
    /// <summary>The files of an image sequence, in order.</summary>
    /// <exception cref="ArgumentException">The film is none.</exception>
    public static IEnumerable<string> PicturesOf(FilmInfo film) =>
        film.Sequence is { } sequence
            ? sequence.Runs.SelectMany(run => Enumerable.Range(run.First, run.Count)).Select(sequence.FileOf)
            : throw new ArgumentException("Not a sequence.", nameof(film));

    /// <summary>True for a name such as <c>frames/%06d.dpx</c>, which stands for many pictures; a percent sign in any other name, or in a folder's, means nothing.</summary>
    public static bool IsPattern(string path) => ImageSequence.IsPattern(path);

    /// <summary>True where the film is an image sequence.</summary>
    public static bool IsSequence(FilmInfo film) => film.Sequence is not null;

    /// <summary>
    /// What a film file of our own is, as a <see cref="FilmWriter"/> made it for this target; ffprobe is not asked. Whoever reads all of it counts it:
    /// frames that are missing stand repeated, and one too many is a fault.
    /// </summary>
    /// <exception cref="FaultException">KX10xx: there is no such file.</exception>
    /// <exception cref="ArgumentException">Such a file does not keep the samples of its frames.</exception>
    public static FilmInfo Own(string path, FilmTarget target, int frames)
    {
        FileCheck.Require(path);
        var codec = VideoCodec.For(OutputKinds.Of(path), target);
        if (codec.Converts || PixelFormats.Find(codec.Pixels) is not { } reading)
            throw new ArgumentException("Its samples are not those of its frames.", nameof(path));
        return new FilmInfo
        {
            Path = path,
            Container = "matroska",
            Codec = codec.Encoder,
            PixelFormat = codec.Pixels,
            Format = target.Format with { Depth = reading.Depth },
            Reading = reading,
            Rate = target.Rate,
            TimeBase = target.Rate.Inverse,
            FrameCount = frames,
            Colour = target.Colour,
        };
    }

    /// <summary>Reads what a film is, with the exact number of its frames.</summary>
    /// <param name="path">A file, or a pattern such as <c>frames/%06d.dpx</c>.</param>
    /// <param name="rate">Frames a second of an image sequence; a film file knows its own.</param>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film.</exception>
    public static FilmInfo Open(string path, Rational? rate = null, CancellationToken cancel = default)
    {
        if (ImageSequence.IsPattern(path))
            return SequenceProbe.Open(path, rate, cancel);
        FileCheck.Require(path);
        return FilmProbe.Open(path, cancel);
    }
}
