using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Restoration.Pictures;

/// <summary>
/// One film file's frames for someone who steps through it. Forwards an open reader decodes a few frames ahead; backwards the stretch before the one
/// in view is decoded meanwhile; elsewhere a reader begins again. Thread-safe.
/// </summary>
internal sealed class FrameTrack(FilmInfo film, FrameCache cache) : IDisposable
{
    // Decoding this many frames costs about what starting a reader does.
    private const int Near = 8;

    // Frames decoded with one that is jumped to: a repair of it is made of those around, and a seek costs more than they do.
    private const int Lead = 2;

    // Frames decoded before they are asked for, forwards, and frames decoded at a time, backwards.
    private readonly int _ahead = cache.Fit(film.Format, 6);
    private readonly int _back = cache.Fit(film.Format, 12);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _stop = new();
    private FramePool _pool = new();
    private FilmReader? _reader;
    private int _next;
    private int _last = -1;
    private (FrameRange Range, Task Done)? _behind;

    public FilmInfo Film => film;

    /// <summary>The frame, which the caller disposes.</summary>
    /// <exception cref="Core.Faults.FaultException">KX1011: the film has no such frame; KX1009: it cannot be decoded.</exception>
    public Frame Get(int number, CancellationToken cancel) => Get(number, isStep: true, cancel);

    /// <summary>The same for a frame that nobody steps to, such as one that a repair is made of.</summary>
    public Frame Beside(int number, CancellationToken cancel) => Get(number, isStep: false, cancel);

    private Frame Get(int number, bool isStep, CancellationToken cancel)
    {
        _gate.Wait(cancel);
        try
        {
            var backwards = isStep && number < _last && number >= _last - _back;
            if (isStep)
                _last = number;
            if (_behind is { } behind && behind.Range.Contains(number) && !cache.Has(this, number))
                Wait(behind.Done, cancel);
            var frame = cache.TryGet(this, number) ?? Decode(number, backwards ? Math.Max(0, number - _back + 1) : Math.Max(0, number - Lead));
            if (backwards)
                LookBehind(number);
            return frame;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Starts to decode at a frame that will soon be wanted.</summary>
    public void Prepare(int number)
    {
        if (!_gate.Wait(0))
            return;
        try
        {
            if (_reader is null && !cache.Has(this, number))
                Begin(number);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends what is decoding and lets the frames go; the next call begins again.</summary>
    public void Rest()
    {
        _gate.Wait();
        try
        {
            _reader?.Dispose();
            _reader = null;
            cache.Remove(this);
            // Frames that were held go with the pool they came from.
            _pool = new FramePool();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        if (_behind is { } behind)
            Wait(behind.Done, CancellationToken.None);
        Rest();
    }

    private Frame Decode(int number, int from)
    {
        if (number >= film.FrameCount)
            throw FaultException.Of("KX1011", ("film", film.Path), ("range", $"{number}"), ("last", $"{film.FrameCount - 1}"));
        if (_reader is null || number < _next || number > _next + Near)
            Begin(from);
        while (true)
        {
            var frame = _reader?.Read() ?? throw FaultException.Of("KX1009", ("film", film.Path));
            cache.Add(this, _next, frame.Share());
            if (_next++ == number)
                return frame;
            frame.Dispose();
        }
    }

    private void Begin(int number)
    {
        _reader?.Dispose();
        _reader = null;
        _reader = new FilmReader(film, new FrameRange(number, Math.Max(number, film.FrameCount - 1)), _pool, _ahead);
        _next = number;
    }

    // Decodes the stretch before the one that `number` is in, unless that is under way.
    private void LookBehind(int number)
    {
        var first = number;
        while (first > 0 && number - first < _back && cache.Has(this, first - 1))
            first--;
        if (first == 0 || number - first >= _back || _behind is { Done.IsCompleted: false })
            return;
        var range = new FrameRange(Math.Max(0, first - _back), first - 1);
        var pool = _pool;
        _behind = (range, Task.Run(() => Fetch(range, pool), _stop.Token));
    }

    private void Fetch(FrameRange range, FramePool pool)
    {
        using var reader = new FilmReader(film, range, pool, cancel: _stop.Token);
        for (var number = range.First; reader.Read() is { } frame; number++)
            cache.Add(this, number, frame);
    }

    // What fails in advance fails again where the frame is asked for, and is thrown there.
    private static void Wait(Task task, CancellationToken cancel)
    {
        try
        {
            task.Wait(cancel);
        }
        catch (Exception failure) when (failure is AggregateException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
        }
    }
}
