using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restore.Pipeline;

namespace Kinolux.Production.Runs;

/// <summary>A chunk's source frames by number; black-and-white film comes as one plane. Frames may be asked for a little out of order.</summary>
internal sealed class ChunkSource(IFrameSource source, string film, int first, Repeats repeats, bool monochrome, FramePool pool) : IDisposable
{
    private readonly Dictionary<int, Frame> _waiting = [];
    private int _next = first;

    /// <summary>The frame, which the caller disposes; each can be had once.</summary>
    public Frame Get(int number)
    {
        while (_next <= number)
        {
            var frame = source.Read() ?? throw FaultException.Of("KX1009", ("film", film));
            var at = _next++;
            // Nobody asks for a repeat.
            if (repeats.First(at) != at)
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
