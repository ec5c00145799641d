using System.Collections.Concurrent;

namespace Kinolux.Core.Frames;

/// <summary>Frames to use again, keyed by format. Samples of a rented frame are whatever they were.</summary>
public sealed class FramePool
{
    private readonly ConcurrentDictionary<FrameFormat, ConcurrentBag<Frame>> _idle = new();
    private int _allocated;

    /// <summary>How many frames were ever made: a bound on memory that tests can check.</summary>
    public int Allocated => _allocated;

    public Frame Rent(FrameFormat format)
    {
        if (Bag(format).TryTake(out var frame))
        {
            frame.Revive();
            return frame;
        }
        Interlocked.Increment(ref _allocated);
        return new Frame(this, format);
    }

    public Frame Copy(Frame source)
    {
        var copy = Rent(source.Format);
        for (var i = 0; i < source.Planes.Length; i++)
            source.Planes[i].CopyTo(copy.Planes[i]);
        return copy;
    }

    internal void Return(Frame frame) => Bag(frame.Format).Add(frame);

    private ConcurrentBag<Frame> Bag(FrameFormat format) => _idle.GetOrAdd(format, static _ => []);
}
