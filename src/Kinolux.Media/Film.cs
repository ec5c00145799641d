using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Media.Probing;
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
