using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Media;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Restoration.Analysis;

namespace Kinolux.Restoration.Pictures;

/// <summary>A film's pictures before and after, by frame number, as PNG. Thread-safe.</summary>
public sealed class FilmPictures(FrameStore store, FramePlaces places)
{
    // Far enough ahead that the next chunk's reader runs when it is reached.
    private const int Soon = 12;
    private readonly FramePool _pool = new();

    /// <summary>What is worked on: the source, or what came of undoing its fields.</summary>
    public FilmInfo Film => store.Film(Source(0));

    /// <summary>Changes whenever the picture may have; null where there is none.</summary>
    public string? Tag(FrameSide side, int number) => places.Find(side, number)?.Tag;

    /// <summary>Writes the frame as it is meant to look, in 8 bit.</summary>
    /// <param name="width">Samples per row, at most the film's own; null for that.</param>
    /// <returns>False, and nothing written, where there is no such picture: nothing was restored there yet.</returns>
    /// <exception cref="Core.Faults.FaultException">KX1011: the film has no such frame; KX10xx: it cannot be read.</exception>
    public bool Write(Stream stream, FrameSide side, int number, int? width, CancellationToken cancel = default)
    {
        using var frame = Get(side, number, cancel);
        if (frame is null)
            return false;
        DisplayPicture.Write(stream, frame, Look(), width ?? frame.Format.Width, new RowRunner(Environment.ProcessorCount, cancel));
        return true;
    }

    /// <summary>Writes the frame's full-scale 16-bit samples as they are; otherwise like <see cref="Write"/>.</summary>
    public bool WriteExact(Stream stream, FrameSide side, int number, CancellationToken cancel = default)
    {
        if (Get(side, number, cancel) is not { } frame)
            return false;
        using var whole = Monochrome.Expand(frame, Film.Format, _pool);
        DisplayPicture.WriteExact(stream, whole);
        return true;
    }

    /// <summary>A frame of <see cref="Film"/> that a repair is made of; the caller disposes it.</summary>
    internal Frame Original(int number, CancellationToken cancel) => store.Beside(Source(number), cancel);

    private Frame? Get(FrameSide side, int number, CancellationToken cancel)
    {
        if (places.Find(side, number) is not { } place)
            return null;
        var frame = store.Get(place, cancel);
        if (places.Find(side, number + Soon) is { } soon && soon.File != place.File)
            Task.Run(() => store.Prepare(soon), cancel);
        return frame;
    }

    // Chunks of black-and-white film have one plane and no colour of their own: the source says how it is shown.
    private PictureLook Look() => FilmLook.Of(Film);

    private FramePlace Source(int number) => places.Find(FrameSide.Before, number) ?? throw new InvalidOperationException("Every frame has a source.");
}
