using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Stages;

/// <summary>
/// Motion between frames of a chunk, each computed once and kept until <see cref="Forget"/>. For one thread at a time; the work inside is split over rows.
/// </summary>
/// <param name="frames">Fetches a stabilised, deflickered frame; null outside the shot.</param>
public sealed class MotionFields(Func<int, Frame?> frames, RowRunner rows, Quality quality)
{
    // Consecutive frames are asked for at the leading edge of the windows: so few are asked for again, and a pyramid is several times a frame.
    private const int KeptPyramids = 3;

    private readonly FlowSettings _settings = Settings(quality);
    private readonly FlowBuffers _buffers = new();
    private readonly Dictionary<(int From, int To), FlowField> _fields = [];
    private readonly LinkedList<(int Frame, MotionPyramid Pyramid)> _pyramids = [];

    internal StageClock Clock { get; init; } = new();

    internal static FlowSettings Settings(Quality quality) => quality switch
    {
        Quality.Fast => new(2, 6, 2),
        Quality.Balanced => new(1, 6, 1),
        _ => new(0, 6, 0),
    };

    /// <summary>Motion from frame <paramref name="from"/> to frame <paramref name="to"/>, which must be in the shot and in the asking stage's window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A frame is outside the shot.</exception>
    public FlowField Between(int from, int to)
    {
        if (!_fields.TryGetValue((from, to), out var field))
            _fields.Add((from, to), field = Clock.Time("motion", () => DenseFlow.Estimate(Pyramid(from), Pyramid(to), _settings, _buffers, rows)));
        return field;
    }

    /// <summary>Drops what concerns frames before <paramref name="frame"/>.</summary>
    public void Forget(int frame)
    {
        foreach (var key in _fields.Keys.Where(key => Math.Min(key.From, key.To) < frame).ToArray())
            _fields.Remove(key);
    }

    // The one that was not asked for longest makes room.
    private MotionPyramid Pyramid(int number)
    {
        for (var node = _pyramids.First; node is not null; node = node.Next)
            if (node.Value.Frame == number)
            {
                _pyramids.Remove(node);
                _pyramids.AddFirst(node);
                return node.Value.Pyramid;
            }
        var guide = Fetch(number).Guide;
        MotionPyramid pyramid;
        if (_pyramids is { Count: KeptPyramids, Last: { } oldest })
        {
            pyramid = oldest.Value.Pyramid;
            _pyramids.Remove(oldest);
        }
        else
        {
            pyramid = new MotionPyramid(guide.Width, guide.Height, _settings.Reads, _settings.Finest);
        }
        pyramid.Build(guide, rows);
        _pyramids.AddFirst((number, pyramid));
        return pyramid;
    }

    private Frame Fetch(int number) => frames(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "The frame is outside the shot.");
}
