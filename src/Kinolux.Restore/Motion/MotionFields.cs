using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Motion;

/// <summary>Motion between frames of a chunk, each pair computed once and kept until <see cref="Forget"/>.</summary>
/// <param name="frames">Fetches a stabilised, deflickered frame; null outside the shot.</param>
public sealed class MotionFields(Func<int, Frame?> frames, FramePool pool, RowRunner rows, Quality quality)
{
    private readonly FlowSettings _settings = FlowSettings.For(quality);
    private readonly Dictionary<(int From, int To), FlowField> _fields = [];
    private readonly Dictionary<int, MotionPyramid> _pyramids = [];
    private readonly Stack<MotionPyramid> _idle = [];

    /// <summary>Motion from frame <paramref name="from"/> to frame <paramref name="to"/>, which must be in the shot and in the asking stage's window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A frame is outside the shot.</exception>
    public FlowField Between(int from, int to)
    {
        if (!_fields.TryGetValue((from, to), out var field))
            _fields.Add((from, to), field = DenseFlow.Estimate(Pyramid(from), Pyramid(to), _settings, rows));
        return field;
    }

    /// <summary>Drops what concerns frames before <paramref name="frame"/>.</summary>
    public void Forget(int frame)
    {
        _ = pool;
        foreach (var pair in _fields.Keys.Where(pair => Math.Min(pair.From, pair.To) < frame).ToArray())
            _fields.Remove(pair);
        foreach (var number in _pyramids.Keys.Where(number => number < frame).ToArray())
        {
            _pyramids.Remove(number, out var pyramid);
            _idle.Push(pyramid!); // removed just above, so it is there
        }
    }

    private MotionPyramid Pyramid(int number)
    {
        if (_pyramids.TryGetValue(number, out var pyramid))
            return pyramid;
        var guide = (frames(number) ?? throw new ArgumentOutOfRangeException(nameof(number))).Guide;
        pyramid = _idle.Count > 0 ? _idle.Pop() : new MotionPyramid(guide.Width, guide.Height, Math.Min(1, _settings.Finest), _settings.Finest);
        pyramid.Build(guide);
        _pyramids.Add(number, pyramid);
        return pyramid;
    }
}
