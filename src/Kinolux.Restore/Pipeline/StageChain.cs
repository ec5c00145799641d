using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Stabilise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Pipeline;

/// <summary>
/// The second pass over one chunk of a shot. Frames are pulled: asking the last stage for a frame asks each stage before it for what its window needs,
/// each frame is made once at each stage, and is dropped when all that read it are made, or no later request can reach it. So memory is bounded by the windows and results do not depend on where chunks begin.
/// A frame that repeats the one before is not made at all: what was made of the first stands in its place, with what a codec made different of it, and what was found there is said of both.
/// </summary>
public sealed class StageChain : IDisposable
{
    private readonly List<Node> _nodes = [];
    private readonly FrameRange _shot;
    private readonly MotionFields _motion;
    private readonly int _steady;
    private readonly StageInfo[] _stages;
    private readonly Repeats _repeats;
    private readonly StageClock _clock = new();
    private readonly Dictionary<int, Frame> _untouched = [];
    private readonly Func<int, Frame> _source;
    private readonly FramePool _pool;
    private readonly RowRunner _rows;

    /// <param name="source">Fetches an untouched frame of the shot by its number; the caller of Get disposes it.</param>
    /// <param name="stages">In pipeline order.</param>
    /// <param name="decide">Called for each proposal made while frame N is processed, with N.</param>
    /// <param name="glance">The only frame that will be asked for, where what is found in it is known; null for all.</param>
    public StageChain(
        ShotSurvey shot, Func<int, Frame> source, IReadOnlyList<StagePlan> stages, Quality quality,
        FramePool pool, RowRunner rows, Func<int, Proposal, Decided> decide, CancellationToken cancel = default, Repeats? repeats = null, Glance? glance = null)
    {
        (_shot, _repeats, _stages) = (shot.Shot.Frames, repeats ?? Repeats.None, [.. stages.Select(plan => plan.Stage.Info)]);
        (_source, _pool, _rows) = (n => _clock.Time("source", () => source(n)), pool, rows);
        _nodes.Add(new Node([], null, null, _shot, _repeats, First));
        Node? steady = null;
        _motion = new MotionFields(n => Pull(steady ?? _nodes[^1], n), rows, glance is null ? quality : Quality.Fast) { Clock = _clock };
        // Once frames are moved, their edge is where it was or that much further in.
        var printed = shot.Shot.Printed?.Within(Stabilise.Farthest(stages.SelectMany(plan => plan.Planned)), shot.Format.Width, shot.Format.Height);
        foreach (var plan in stages)
        {
            var input = _nodes[^1];
            if (steady is null && !StageCatalog.Steadies(plan.Stage.Info))
                steady = input;
            var current = -1;
            var only = steady is null ? null : glance;
            var run = plan.Stage.Begin(new StageScope
            {
                Shot = shot, Options = plan.Options, Quality = quality, Pool = pool, Rows = rows, Motion = _motion,
                Printed = printed, Planned = plan.Planned, Wishes = plan.Wishes, Cancel = cancel,
                Known = only?.Found.Where(found => plan.Stage.Info.Repairs(found.Kind)).ToList(),
                Decide = proposal => decide(current, OfRepeatsToo(proposal, current)),
            });
            // Whoever comes after the steady frames may ask for motion between them anywhere in its window.
            Node[] inputs = steady is null || steady == input ? [input] : [input, steady];
            _nodes.Add(new Node(inputs, plan.Stage.Info, run, _shot, _repeats, n =>
            {
                cancel.ThrowIfCancellationRequested();
                if (only is not null && only.Frame != n)
                    return input.Get(n).Share();
                // To a frame that is only looked at its own neighbours give nothing, such as what its rim lacks.
                var isAside = glance is not null && glance.Frame != n;
                var window = new FrameWindow(n, plan.Stage.Info, m => isAside && m != n ? null : Pull(input, m));
                current = n;
                return _clock.Time(plan.Stage.Info.Id, () => run.Process(window));
            }));
        }
        _steady = steady is null ? _nodes.Count - 1 : _nodes.IndexOf(steady);
    }

    /// <summary>The finished frame; ask in rising order. The caller disposes it.</summary>
    public Frame Get(int number)
    {
        var made = Pull(_nodes[^1], number) ?? throw new ArgumentOutOfRangeException(nameof(number));
        var frame = _repeats.IsNoisy(number) ? WithOwnNoise(made, number) : made.Share();
        // Everything upstream must stay for the windows of everything downstream.
        var earliest = _repeats.Earliest(number + 1, _shot, _stages);
        for (var i = 0; i < _nodes.Count; i++)
            _nodes[i].DropBefore(earliest[i]);
        _motion.Forget(earliest[_steady]);
        foreach (var first in _untouched.Keys.Where(first => _repeats.Last(first) <= number).ToArray())
            Drop(first);
        return frame;
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
        foreach (var first in _untouched.Keys.ToArray())
            Drop(first);
    }

    // An untouched frame; kept while noisy copies of it are still to come.
    private Frame First(int number)
    {
        var frame = _source(number);
        if (_repeats.IsNoisy(_repeats.Last(number)))
            _untouched.Add(number, frame.Share());
        return frame;
    }

    private void Drop(int first)
    {
        _untouched.Remove(first, out var frame);
        frame?.Dispose();
    }

    private Frame WithOwnNoise(Frame made, int number)
    {
        var untouched = _untouched[_repeats.First(number)];
        using var own = _source(number);
        var frame = _pool.Rent(made.Format);
        for (var i = 0; i < frame.Planes.Length; i++)
        {
            var (from, to, noisy, target) = (untouched.Planes[i], made.Planes[i], own.Planes[i], frame.Planes[i]);
            _rows.Run(target.Height, (top, end) =>
            {
                for (var y = top; y < end; y++)
                    SameChange.Run(from.Row(y), to.Row(y), noisy.Row(y), target.Row(y));
            });
        }
        return frame;
    }

    private Frame? Pull(Node node, int number) => _shot.Contains(number) ? node.Get(_repeats.First(number)) : null;

    private Proposal OfRepeatsToo(Proposal proposal, int current)
    {
        if (_repeats.Last(current) == current || proposal.Frames.Last != current)
            return proposal;
        var frames = new FrameRange(proposal.Frames.First, _repeats.Last(current));
        return proposal.At(proposal.Place.InFilm() with { Frames = frames });
    }

    private sealed class Node : IDisposable
    {
        private readonly IReadOnlyList<Node> _inputs;
        private readonly StageInfo? _info;
        private readonly IStageRun? _run;
        private readonly FrameRange _shot;
        private readonly Repeats _repeats;
        private readonly Func<int, Frame> _make;
        private readonly List<Node> _readers = [];
        private readonly SortedDictionary<int, Frame> _frames = [];
        private readonly HashSet<int> _made = [];
        private int _first = int.MinValue;

        public Node(IReadOnlyList<Node> inputs, StageInfo? info, IStageRun? run, FrameRange shot, Repeats repeats, Func<int, Frame> make)
        {
            (_inputs, _info, _run, _shot, _repeats, _make) = (inputs, info, run, shot, repeats, make);
            foreach (var input in inputs)
                input._readers.Add(this);
        }

        public Frame Get(int number)
        {
            if (!_frames.TryGetValue(number, out var frame))
            {
                _frames.Add(number, frame = _make(number));
                _made.Add(number);
                foreach (var input in _inputs)
                    input.DropUnread();
            }
            return frame;
        }

        public void DropBefore(int number)
        {
            _first = number;
            _made.RemoveWhere(made => made < number);
            while (_frames.Count > 0 && _frames.First().Key is var key && key < number)
                Drop(key);
        }

        public void Dispose()
        {
            DropBefore(int.MaxValue);
            _run?.Dispose();
        }

        // Whether a frame of this stage that can still be asked for, and is not made, has the input's frame in its window.
        private bool Reads(int key)
        {
            var last = Math.Min(_shot.Last, _repeats.Last(key) + _info!.Before); // what has an input has a stage
            for (var number = Math.Max(Math.Max(_shot.First, _first), key - _info.After); number <= last; number++)
                if (_repeats.First(number) == number && !_made.Contains(number))
                    return true;
            return false;
        }

        private void DropUnread()
        {
            foreach (var unread in _frames.Keys.Where(key => !_readers.Exists(reader => reader.Reads(key))).ToArray())
                Drop(unread);
        }

        private void Drop(int key)
        {
            _frames.Remove(key, out var frame);
            frame?.Dispose();
        }
    }
}
