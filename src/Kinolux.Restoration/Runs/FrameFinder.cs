using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Restoration.Runs;

/// <summary>Single frames of a film in rising order: reads on where the next is near, else begins again there.</summary>
internal sealed class FrameFinder(FilmInfo film, CancellationToken cancel) : IDisposable
{
    // Decoding this many frames costs about what starting a reader does.
    private const int Near = 24;
    private readonly FramePool _pool = new();
    private FilmReader? _reader;
    private int _next;

    /// <summary>The frame, which the caller disposes.</summary>
    public Frame Get(int number)
    {
        if (_reader is null || number < _next || number > _next + Near)
        {
            _reader?.Dispose();
            _reader = new FilmReader(film, new FrameRange(number, film.FrameCount - 1), _pool, cancel: cancel);
            _next = number;
        }
        while (true)
        {
            var frame = _reader.Read() ?? throw FaultException.Of("KX1009", ("film", film.Path));
            if (_next++ == number)
                return frame;
            frame.Dispose();
        }
    }

    public void Dispose() => _reader?.Dispose();
}
