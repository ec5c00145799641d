using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Decoding;

namespace Kinolux.Media;

/// <summary>
/// Decodes frames of a film on a thread of its own, a few ahead of whoever reads. Sample values are the film's own, widened to 16 bit.
/// Every number of the range yields one frame: where a picture is missing or cannot be decoded, the one before it is repeated.
/// </summary>
public sealed class FilmReader : IFrameSource
{
    private readonly BlockingCollection<Frame> _ready;
    private readonly CancellationTokenSource _stop;
    private readonly Thread _thread;
    private readonly List<int> _repeated = [];
    private readonly List<string> _checksums = [];
    private Exception? _failure;

    /// <param name="range">Frames to read; null for all.</param>
    /// <param name="readAhead">Frames decoded before they are asked for.</param>
    /// <param name="checksums">Whether to fill <see cref="Checksums"/>.</param>
    /// <exception cref="FaultException">KX1011: the range does not lie in the film.</exception>
    public FilmReader(FilmInfo film, FrameRange? range, FramePool pool, int readAhead = 4, bool checksums = false, CancellationToken cancel = default)
    {
        var frames = range ?? film.Frames;
        if (frames.Last >= film.FrameCount)
            throw FaultException.Of("KX1011", ("film", film.Path), ("range", frames.ToString()), ("last", film.Frames.Last.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Format = film.Format;
        Range = frames;
        _ready = new BlockingCollection<Frame>(readAhead);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _thread = new Thread(() => Decode(film, pool, checksums)) { IsBackground = true, Name = "film reader" };
        _thread.Start();
    }

    public FrameFormat Format { get; }

    public FrameRange Range { get; }

    /// <summary>Numbers of frames that could not be had so far, and stand repeated.</summary>
    public IReadOnlyList<int> Repeated
    {
        get
        {
            lock (_repeated)
                return [.. _repeated];
        }
    }

    /// <summary>MD5 of each frame's samples as ffmpeg's <c>framemd5</c> prints it, empty for one that stands repeated. Complete, and to be asked for, once <see cref="Read"/> gave null.</summary>
    public IReadOnlyList<string> Checksums => _checksums;

    public Frame? Read()
    {
        if (_ready.TryTake(out var frame, Timeout.Infinite))
            return frame;
        if (_failure is { } failure)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return null;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        while (_ready.TryTake(out var frame))
            frame.Dispose();
        _ready.Dispose();
        _stop.Dispose();
    }

    private void Decode(FilmInfo film, FramePool pool, bool checksums)
    {
        try
        {
            foreach (var (frame, repeated, md5) in FilmDecoder.Frames(film, Range, pool, checksums, _stop.Token))
            {
                if (repeated is { } number)
                    lock (_repeated)
                        _repeated.Add(number);
                _checksums.Add(md5);
                Hand(frame);
            }
        }
        // Everything that ends the thread is thrown where frames are read.
        catch (Exception failure)
        {
            _failure = failure;
        }
        _ready.CompleteAdding();
    }

    private void Hand(Frame frame)
    {
        try
        {
            _ready.Add(frame, _stop.Token);
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }
}
