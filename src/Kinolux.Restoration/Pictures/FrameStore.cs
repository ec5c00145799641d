using System.Collections.Concurrent;
using Kinolux.Core.Frames;
using Kinolux.Media;

namespace Kinolux.Restoration.Pictures;

/// <summary>
/// Exact single frames of any film, at the pace of someone who steps through it: readers stay open and run ahead, decoded frames are kept up to a number of bytes.
/// What nobody asked for in a while is closed. Thread-safe.
/// </summary>
public sealed class FrameStore : IDisposable
{
    private const int MostTracks = 24;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(45);
    private readonly TimeProvider _time;
    private readonly FrameCache _cache;
    private readonly ConcurrentDictionary<string, Shelved> _tracks = new();
    private readonly ITimer _sweep;

    /// <param name="bytes">Of decoded frames, over all films.</param>
    public FrameStore(TimeProvider time, long bytes = 320L << 20)
    {
        _time = time;
        _cache = new FrameCache(bytes);
        _sweep = time.CreateTimer(_ => Sweep(), null, Idle, Idle);
    }

    /// <summary>Bytes of decoded frames that are held.</summary>
    public long Held => _cache.Held;

    /// <summary>What the film that the frame is in is.</summary>
    /// <exception cref="Core.Faults.FaultException">KX10xx: it cannot be read as a film.</exception>
    public FilmInfo Film(FramePlace place) => Track(place).Film;

    /// <summary>The frame, which the caller disposes.</summary>
    /// <exception cref="Core.Faults.FaultException">KX1011: there is no such frame; KX10xx: the film cannot be read.</exception>
    public Frame Get(FramePlace place, CancellationToken cancel = default) => Track(place).Get(place.Number, cancel);

    /// <summary>The same for a frame that nobody steps to, such as one that a repair is made of.</summary>
    public Frame Beside(FramePlace place, CancellationToken cancel = default) => Track(place).Beside(place.Number, cancel);

    /// <summary>Starts to decode a frame that will soon be wanted, such as the first of the next chunk.</summary>
    public void Prepare(FramePlace place) => Track(place).Prepare(place.Number);

    public void Dispose()
    {
        _sweep.Dispose();
        foreach (var key in _tracks.Keys)
            Close(key);
    }

    private FrameTrack Track(FramePlace place)
    {
        var key = $"{place.File}|{place.Tag[..place.Tag.LastIndexOf('-')]}";
        var shelved = _tracks.GetOrAdd(key, _ => new Shelved(new Lazy<FrameTrack>(() => new FrameTrack(Media.Film.Open(place.File, place.Rate), _cache))));
        shelved.Used = _time.GetTimestamp();
        try
        {
            var track = shelved.Track.Value;
            if (_tracks.Count > MostTracks)
                Close(_tracks.MinBy(item => item.Value.Used).Key);
            return track;
        }
        catch
        {
            _tracks.TryRemove(key, out _);
            throw;
        }
    }

    private void Sweep()
    {
        foreach (var (_, shelved) in _tracks)
            if (shelved.Track.IsValueCreated && _time.GetElapsedTime(shelved.Used) >= Idle)
                shelved.Track.Value.Rest();
    }

    private void Close(string key)
    {
        if (_tracks.TryRemove(key, out var shelved) && shelved.Track.IsValueCreated)
            shelved.Track.Value.Dispose();
    }

    private sealed class Shelved(Lazy<FrameTrack> track)
    {
        public Lazy<FrameTrack> Track { get; } = track;

        public long Used { get; set; }
    }
}
