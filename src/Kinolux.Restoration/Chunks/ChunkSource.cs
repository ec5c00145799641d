using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;

namespace Kinolux.Restoration.Chunks;

/// <summary>A chunk's source frames by number; black-and-white film comes as one plane. Frames may be asked for a little out of order.</summary>
internal sealed class ChunkSource(IFrameSource source, string film, Chunk chunk, bool monochrome, FramePool pool) : IDisposable
{
    private readonly Dictionary<int, Frame> _waiting = [];
    private int _next = chunk.Reach.First;

    /// <summary>The frame, which the caller disposes; each can be had once.</summary>
    public Frame Get(int number)
    {
        while (_next <= number)
        {
            var frame = source.Read() ?? throw FaultException.Of("KX1009", ("film", film));
            var at = _next++;
            // Nobody asks for a repeat, but for one that is delivered with a noise of its own.
            if (chunk.Repeats.First(at) != at && !(chunk.Repeats.IsNoisy(at) && chunk.Frames.Contains(at)))
                frame.Dispose();
            else
                _waiting.Add(at, monochrome ? Monochrome.Reduce(frame, pool) : frame);
        }
        return _waiting.Remove(number, out var wanted) ? wanted : throw new ArgumentOutOfRangeException(nameof(number), number, "The frame was given already.");
    }

    public void Dispose()
    {
        foreach (var frame in _waiting.Values)
            frame.Dispose();
    }
}
