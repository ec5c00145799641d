using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Chunks;

/// <summary>Makes a chunk's restored frames from the source by the plan. What is delivered and what verifies a delivery both come from here.</summary>
internal sealed class ChunkRender(Commission commission, int threads)
{
    private readonly FramePool _pool = new();
    private readonly bool _isWhole = commission.Film.Hashes.All(hash => hash.Length > 0);

    private readonly IReadOnlyList<StageInfo> _stages = Chunk.StagesOf(commission.Plan);

    /// <summary>The shot's proposals, decided.</summary>
    public List<Decided> Planned(Chunk chunk) => [.. chunk.Shot.Proposals.Select(commission.Judgement.Decide)];

    /// <summary>By kind, the earliest frame at which a proposal may be made that still reaches into the chunk.</summary>
    public Dictionary<string, int> Reach(Chunk chunk)
    {
        var earliest = chunk.Repeats.Earliest(chunk.Frames.First, chunk.Shot.Shot.Frames, _stages);
        var reach = new Dictionary<string, int>();
        for (var i = 0; i < _stages.Count; i++)
            foreach (var kind in _stages[i].Kinds)
                reach[kind.Id] = earliest[i + 1];
        return reach;
    }

    /// <summary>The chunk's frames in order, each to be had until the next is asked for.</summary>
    /// <param name="decide">Called for each proposal made while frame N is processed, with N.</param>
    /// <param name="through">Puts something around each stage; null for nothing.</param>
    public IEnumerable<Frame> Frames(Chunk chunk, Func<int, Proposal, Decided> decide, CancellationToken cancel, Func<IRestorationStage, IRestorationStage>? through = null)
    {
        var film = commission.Film;
        using var reader = new FilmReader(film.Film, chunk.Reach, _pool, cancel: cancel);
        using var source = new ChunkSource(reader, film.Film.Path, chunk, film.IsMonochrome, _pool);
        using var chain = Chain(chunk, StagePlans(chunk, through), source.Get, decide, null, cancel);
        for (var number = chunk.Frames.First; number <= chunk.Frames.Last; number++)
        {
            using var frame = chain.Get(number);
            // A film that was whole when it was surveyed is not repeated where a decoder ends early.
            if (_isWhole && reader.Repeated.Count > 0)
                throw FaultException.Of("KX1009", ("film", film.Film.Path));
            yield return frame;
        }
    }

    /// <summary>The chunk's only frame, where what is found in it is known; the caller disposes it.</summary>
    /// <param name="frames">Fetches a frame of the film in any order; whoever calls it disposes the frame.</param>
    public Frame Glimpse(Chunk chunk, Glance glance, Func<int, Frame> frames, Func<int, Proposal, Decided> decide, CancellationToken cancel)
    {
        Frame Source(int number) => commission.Film.IsMonochrome ? Monochrome.Reduce(frames(number), _pool) : frames(number);
        using var chain = Chain(chunk, [.. StagePlans(chunk, null).Where(glance.Needs)], Source, decide, glance, cancel);
        return chain.Get(chunk.Frames.First);
    }

    private StageChain Chain(Chunk chunk, IReadOnlyList<StagePlan> plans, Func<int, Frame> source, Func<int, Proposal, Decided> decide, Glance? glance, CancellationToken cancel) => new(
        commission.Film.Survey.Of(chunk.Shot.Shot) with { Format = commission.Film.Format }, source, plans, commission.Plan.Quality, _pool, new RowRunner(threads, cancel), decide, cancel, chunk.Repeats, glance);

    private List<StagePlan> StagePlans(Chunk chunk, Func<IRestorationStage, IRestorationStage>? through)
    {
        var planned = Planned(chunk);
        return
        [
            .. commission.Plan.Stages.Where(stage => stage.On).Select(entry =>
            {
                var stage = StageSettings.Find(entry.Id);
                return new StagePlan(
                    through is null ? stage : through(stage),
                    entry.Chosen(),
                    [.. planned.Where(decided => stage.Info.Makes(decided.Proposal.Kind))],
                    [.. commission.Judgement.Wishes.Where(wish => stage.Info.Repairs(wish.Kind) && wish.Frames.Overlaps(chunk.Reach))]);
            }),
        ];
    }
}
