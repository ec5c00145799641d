using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Time;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>
/// One pass of the filter over one plane of a chunk. A frame's result is the sum of what the groups of the frames around it gave, always added in the frames' order, wherever the chunk began.
/// </summary>
/// <param name="shot">The frames there are.</param>
/// <param name="window">What the filter sees around a frame.</param>
internal sealed class FilterPass(BlockSearch search, FrameRange shot, int width, int height, Func<int, FilterWindow> window, RowRunner rows)
{
    private readonly PlaneFilter _filter = new(search);
    private readonly Dictionary<int, BlockSum> _sums = [];
    private readonly Dictionary<int, Plane> _results = [];
    private readonly Stack<BlockSum> _idleSums = new();
    private readonly Stack<Plane> _idlePlanes = new();
    private int _next = int.MinValue;

    /// <summary>The filtered plane of a frame, which stays valid until <see cref="Forget"/>. Ask in rising order, but for what is still remembered.</summary>
    public Plane Get(int frame)
    {
        if (_results.TryGetValue(frame, out var result))
            return result;
        // What earlier groups gave to frames before this one's reach is of no use any more; what they gave to this frame is needed in full.
        if (_next < frame - search.Spread || _next > frame + search.Spread)
            Restart(frame);
        var last = Math.Min(frame + search.Spread, shot.Last);
        for (; _next <= last; _next++)
            _filter.Run(window(_next), rows, Enumerable.Range(_next - search.Radius, 2 * search.Radius + 1).Select(n => Taker(n, frame)).ToArray());
        result = _idlePlanes.TryPop(out var idle) ? idle : new Plane(width, height);
        foreach (var skipped in _sums.Keys.Where(n => n < frame).ToArray())
        {
            _sums.Remove(skipped, out var unused);
            _idleSums.Push(unused!); // Removed just above.
        }
        _sums.Remove(frame, out var sum);
        sum!.Divide(result, rows); // Its own groups have been added at least.
        _idleSums.Push(sum);
        _results.Add(frame, result);
        return result;
    }

    /// <summary>Drops results of frames before <paramref name="frame"/>.</summary>
    public void Forget(int frame)
    {
        foreach (var old in _results.Keys.Where(n => n < frame).ToArray())
        {
            _results.Remove(old, out var plane);
            _idlePlanes.Push(plane!); // Removed just above.
        }
    }

    private void Restart(int frame)
    {
        foreach (var sum in _sums.Values)
            _idleSums.Push(sum);
        _sums.Clear();
        _next = Math.Max(frame - search.Spread, shot.First);
    }

    // The sum of a frame near enough to the groups at work, unless it is finished or will never be asked for.
    private BlockSum? Taker(int frame, int oldest)
    {
        if (Math.Abs(frame - _next) > search.Spread || frame < oldest || !shot.Contains(frame))
            return null;
        if (!_sums.TryGetValue(frame, out var sum))
        {
            _sums.Add(frame, sum = _idleSums.TryPop(out var idle) ? idle : new BlockSum(width, height));
            sum.Clear();
        }
        return sum;
    }
}
