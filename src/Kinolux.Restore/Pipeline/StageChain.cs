using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Stabilise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Pipeline;

/// <summary>
/// The second pass over one chunk of a shot. Frames are pulled: asking the last stage for a frame asks each stage before it for what its window needs,
/// each frame is made once at each stage, and is dropped when all that read it are made, or no later request can reach it. So memory is bounded by the windows and results do not depend on where chunks begin.
/// </summary>
public sealed class StageChain : IDisposable
{
    private readonly List<Node> _nodes = [];
    private readonly FrameRange _shot;
    private readonly MotionFields _motion;
    private readonly int _motionKeep;
    private readonly StageClock _clock = new();

    /// <param name="source">Fetches an untouched frame of the shot by its number; the caller of Get disposes it.</param>
    /// <param name="stages">In pipeline order.</param>
    /// <param name="decide">Called for each proposal made while frame N is processed, with N.</param>
    public StageChain(
        ShotSurvey shot, Func<int, Frame> source, IReadOnlyList<StagePlan> stages, Quality quality,
        FramePool pool, RowRunner rows, Func<int, Proposal, Decided> decide, CancellationToken cancel = default)
    {
        _shot = shot.Shot.Frames;
        _nodes.Add(new Node([], null, null, _shot, n => _clock.Time("source", () => source(n))));
        Node? steady = null;
        var order = StageCatalog.All.Select(stage => stage.Info.Id).ToList();
        var steadyRank = order.IndexOf(StageCatalog.Steady);
        _motion = new MotionFields(n => Pull(steady ?? _nodes[^1], n), rows, quality) { Clock = _clock };
        // Once frames are moved, their edge is where it was or that much further in.
        var printed = shot.Shot.Printed?.Within(Stabilise.Farthest(stages.SelectMany(plan => plan.Planned)), shot.Format.Width, shot.Format.Height);
        foreach (var plan in stages)
        {
            var input = _nodes[^1];
            if (steady is null && order.IndexOf(plan.Stage.Info.Id) > steadyRank)
                steady = input;
            var current = -1;
            var run = plan.Stage.Begin(new StageScope
            {
                Shot = shot, Options = plan.Options, Quality = quality, Pool = pool, Rows = rows, Motion = _motion,
                Printed = printed, Planned = plan.Planned, Wishes = plan.Wishes, Cancel = cancel,
                Decide = proposal => decide(current, proposal),
            });
            // Whoever comes after the steady frames may ask for motion between them anywhere in its window.
            Node[] inputs = steady is null || steady == input ? [input] : [input, steady];
            _nodes.Add(new Node(inputs, plan.Stage.Info, run, _shot, n =>
            {
                cancel.ThrowIfCancellationRequested();
                var window = new FrameWindow(n, plan.Stage.Info, m => Pull(input, m));
                current = n;
                return _clock.Time(plan.Stage.Info.Id, () => run.Process(window));
            }));
            // Everything upstream must stay for the windows of everything downstream.
            foreach (var node in _nodes.SkipLast(1))
                node.Keep += plan.Stage.Info.Before;
        }
        steady ??= _nodes[^1];
        _motionKeep = steady.Keep;
    }

    /// <summary>How many frames before and after a chunk its stages can reach.</summary>
    public static (int Before, int After) Reach(IEnumerable<IRestorationStage> stages)
    {
        var (before, after) = (0, 0);
        foreach (var stage in stages)
            (before, after) = (before + stage.Info.Before, after + stage.Info.After);
        return (before, after);
    }

    /// <summary>The finished frame; ask in rising order. The caller disposes it.</summary>
    public Frame Get(int number)
    {
        var frame = (Pull(_nodes[^1], number) ?? throw new ArgumentOutOfRangeException(nameof(number))).Share();
        foreach (var node in _nodes)
            node.DropBefore(number + 1 - node.Keep);
        _motion.Forget(number + 1 - _motionKeep);
        return frame;
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
    }

    private Frame? Pull(Node node, int number) => _shot.Contains(number) ? node.Get(number) : null;

    private sealed class Node : IDisposable
    {
        private readonly IReadOnlyList<Node> _inputs;
        private readonly StageInfo? _info;
        private readonly IStageRun? _run;
        private readonly FrameRange _shot;
        private readonly Func<int, Frame> _make;
        private readonly List<Node> _readers = [];
        private readonly SortedDictionary<int, Frame> _frames = [];
        private readonly HashSet<int> _made = [];
        private int _first = int.MinValue;

        public Node(IReadOnlyList<Node> inputs, StageInfo? info, IStageRun? run, FrameRange shot, Func<int, Frame> make)
        {
            (_inputs, _info, _run, _shot, _make) = (inputs, info, run, shot, make);
            foreach (var input in inputs)
                input._readers.Add(this);
        }

        public int Keep { get; set; }

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
            var last = Math.Min(_shot.Last, key + _info!.Before); // what has an input has a stage
            for (var number = Math.Max(Math.Max(_shot.First, _first), key - _info.After); number <= last; number++)
                if (!_made.Contains(number))
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
