using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Motion between frames of a chunk, and what follows from it, each computed once and kept until <see cref="Forget"/>. For one thread at a time; the work inside is split over rows.
/// </summary>
/// <param name="frames">Fetches a stabilised, deflickered frame; null outside the shot.</param>
public sealed class MotionFields(Func<int, Frame?> frames, FramePool pool, RowRunner rows, Quality quality)
{
    // Consecutive frames are asked for at the leading edge of the windows: so few are asked for again, and a pyramid is several times a frame.
    private const int KeptPyramids = 4;

    private readonly FlowSettings _settings = FlowSettings.For(quality);
    private readonly FlowBuffers _buffers = new();
    private readonly Dictionary<(int From, int To), FlowField> _fields = [];
    private readonly LinkedList<(int Frame, MotionPyramid Pyramid)> _pyramids = [];
    private readonly Dictionary<(int At, int From), Frame> _compensated = [];
    private readonly HashSet<(int At, int From, int Plane)> _warped = [];
    private readonly Dictionary<(int A, int B), CellMap> _disagreements = [];
    private readonly Dictionary<(int At, int From), CellMap> _residuals = [];

    internal StageClock Clock { get; init; } = new();

    /// <summary>Motion from frame <paramref name="from"/> to frame <paramref name="to"/>, which must be in the shot and in the asking stage's window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A frame is outside the shot.</exception>
    public FlowField Between(int from, int to)
    {
        if (!_fields.TryGetValue((from, to), out var field))
            _fields.Add((from, to), field = Clock.Time("motion", () => DenseFlow.Estimate(Pyramid(from), Pyramid(to), _settings, _buffers, rows)));
        return field;
    }

    /// <summary>
    /// Plane <paramref name="plane"/> of frame <paramref name="from"/> brought by motion onto frame <paramref name="at"/>, which it covers sample by sample.
    /// Read only, and valid until Process returns.
    /// </summary>
    public Plane Compensated(int at, int from, int plane)
    {
        var source = Fetch(from);
        if (!_compensated.TryGetValue((at, from), out var frame))
            _compensated.Add((at, from), frame = pool.Rent(source.Format));
        if (_warped.Add((at, from, plane)))
        {
            var chroma = plane > 0 && source.Format.HasChroma;
            var (shiftX, shiftY) = chroma ? (source.Format.ChromaShiftX, source.Format.ChromaShiftY) : (0, 0);
            Warp.Run(source.Planes[plane], Between(at, from), shiftX, shiftY, frame.Planes[plane], rows);
        }
        return frame.Planes[plane];
    }

    /// <summary>For each cell of frame <paramref name="a"/>, how far from home one is after following the motion to <paramref name="b"/> and back: 1/16 luma samples, 0 where both agree; large where something is covered or lost.</summary>
    public CellMap Disagreement(int a, int b)
    {
        if (!_disagreements.TryGetValue((a, b), out var map))
            _disagreements.Add((a, b), map = MotionChecks.Disagreement(Between(a, b), Between(b, a), rows));
        return map;
    }

    /// <summary>For each cell of frame <paramref name="at"/>, how well the compensated frame <paramref name="from"/> matches: the mean absolute difference of the guide planes over the cell and its eight neighbours, in 16-bit levels.</summary>
    public CellMap Residual(int at, int from)
    {
        if (!_residuals.TryGetValue((at, from), out var map))
        {
            var frame = Fetch(at);
            var compensated = Compensated(at, from, frame.Format.IsRgb ? 1 : 0);
            _residuals.Add((at, from), map = MotionChecks.Residual(frame.Guide, compensated, _settings.Step, rows));
        }
        return map;
    }

    /// <summary>Drops what concerns frames before <paramref name="frame"/>.</summary>
    public void Forget(int frame)
    {
        Drop(_fields, frame);
        Drop(_disagreements, frame);
        Drop(_residuals, frame);
        _warped.RemoveWhere(key => Math.Min(key.At, key.From) < frame);
        foreach (var dropped in Drop(_compensated, frame))
            dropped.Dispose();
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

    private static List<T> Drop<T>(Dictionary<(int, int), T> cache, int frame)
    {
        var dropped = new List<T>();
        foreach (var key in cache.Keys.Where(key => Math.Min(key.Item1, key.Item2) < frame).ToArray())
        {
            cache.Remove(key, out var value);
            dropped.Add(value!); // the key was just seen
        }
        return dropped;
    }
}
