using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Pipeline;

/// <summary>
/// The second pass over one chunk of a shot. Frames are pulled: asking the last stage for a frame asks each stage before it for what its window needs,
/// each frame is made once at each stage, and is dropped when no later request can reach it. So memory is bounded by the windows and results do not depend on where chunks begin.
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
        _nodes.Add(new Node(null, n => _clock.Time("source", () => source(n))));
        Node? steady = null;
        var order = StageCatalog.All.Select(stage => stage.Info.Id).ToList();
        var steadyRank = order.IndexOf(StageCatalog.Steady);
        _motion = new MotionFields(n => Pull(steady ?? _nodes[^1], n), pool, rows, quality) { Clock = _clock };
        foreach (var plan in stages)
        {
            var input = _nodes[^1];
            if (steady is null && order.IndexOf(plan.Stage.Info.Id) > steadyRank)
                steady = input;
            var current = -1;
            var run = plan.Stage.Begin(new StageScope
            {
                Shot = shot, Options = plan.Options, Quality = quality, Pool = pool, Rows = rows, Motion = _motion,
                Planned = plan.Planned, Wishes = plan.Wishes, Cancel = cancel,
                Decide = proposal => decide(current, proposal),
            });
            _nodes.Add(new Node(run, n =>
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

    private sealed class Node(IStageRun? run, Func<int, Frame> make) : IDisposable
    {
        private readonly SortedDictionary<int, Frame> _frames = [];

        public int Keep { get; set; }

        public Frame Get(int number)
        {
            if (!_frames.TryGetValue(number, out var frame))
                _frames.Add(number, frame = make(number));
            return frame;
        }

        public void DropBefore(int number)
        {
            while (_frames.Count > 0 && _frames.First() is var (key, frame) && key < number)
            {
                _frames.Remove(key);
                frame.Dispose();
            }
        }

        public void Dispose()
        {
            DropBefore(int.MaxValue);
            run?.Dispose();
        }
    }
}
