using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Motion;

/// <summary>Motion between frames of a chunk, each pair computed once and kept until <see cref="Forget"/>.</summary>
/// <param name="frames">Fetches a stabilised, deflickered frame; null outside the shot.</param>
public sealed class MotionFields(Func<int, Frame?> frames, FramePool pool, RowRunner rows, Quality quality)
{
    private readonly Dictionary<(int From, int To), FlowField> _fields = [];

    /// <summary>Motion from frame <paramref name="from"/> to frame <paramref name="to"/>, which must be in the shot and in the asking stage's window.</summary>
    public FlowField Between(int from, int to)
    {
        if (_fields.TryGetValue((from, to), out var field))
            return field;
        _ = (frames, pool, rows, quality);
        var format = (frames(from) ?? throw new ArgumentOutOfRangeException(nameof(from))).Format;
        return _fields[(from, to)] = new FlowField((format.Width + 3) / 4, (format.Height + 3) / 4, 4);
    }

    /// <summary>Drops what concerns frames before <paramref name="frame"/>.</summary>
    public void Forget(int frame)
    {
        foreach (var pair in _fields.Keys.Where(pair => Math.Min(pair.From, pair.To) < frame).ToArray())
            _fields.Remove(pair);
    }
}
