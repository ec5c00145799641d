using Kinolux.Core.Frames;

namespace Kinolux.Restoration.Pictures;

/// <summary>Decoded frames of several films; those not looked at for longest go when all together pass a number of bytes. Thread-safe.</summary>
internal sealed class FrameCache(long bytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(FrameTrack Track, int Number), LinkedListNode<Entry>> _frames = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _held;

    private sealed record Entry(FrameTrack Track, int Number, Frame Frame, long Bytes);

    /// <summary>Bytes of the frames that are held.</summary>
    public long Held
    {
        get
        {
            lock (_lock)
                return _held;
        }
    }

    /// <summary>How many of <paramref name="wanted"/> frames may be decoded in advance without crowding out the others: at least one.</summary>
    public int Fit(FrameFormat format, int wanted) => (int)Math.Clamp(bytes / 4 / SizeOf(format), 1, wanted);

    public bool Has(FrameTrack track, int number)
    {
        lock (_lock)
            return _frames.ContainsKey((track, number));
    }

    /// <summary>The frame, which the caller disposes; null where it is not there.</summary>
    public Frame? TryGet(FrameTrack track, int number)
    {
        lock (_lock)
        {
            if (!_frames.TryGetValue((track, number), out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Frame.Share();
        }
    }

    /// <summary>Takes the hold on the frame over.</summary>
    public void Add(FrameTrack track, int number, Frame frame)
    {
        var entry = new Entry(track, number, frame, SizeOf(frame.Format));
        lock (_lock)
        {
            if (!_frames.TryAdd((track, number), new LinkedListNode<Entry>(entry)))
            {
                frame.Dispose();
                return;
            }
            _byUse.AddLast(_frames[(track, number)]);
            _held += entry.Bytes;
            while (_held > bytes && _byUse.First is { } oldest && oldest.Value != entry)
                Drop(oldest);
        }
    }

    public void Remove(FrameTrack track)
    {
        lock (_lock)
            for (var node = _byUse.First; node is not null;)
            {
                var next = node.Next;
                if (node.Value.Track == track)
                    Drop(node);
                node = next;
            }
    }

    private static long SizeOf(FrameFormat format) =>
        Enumerable.Range(0, format.PlaneCount).Sum(plane => (long)format.PlaneWidth(plane) * format.PlaneHeight(plane) * sizeof(ushort));

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _frames.Remove((node.Value.Track, node.Value.Number));
        _held -= node.Value.Bytes;
        node.Value.Frame.Dispose();
    }
}
