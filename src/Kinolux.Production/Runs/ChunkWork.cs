using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Production.Work;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;

namespace Kinolux.Production.Runs;

/// <summary>Makes chunks: reads the source, runs the stages, decides on what they find and writes the result, or finds that all this was done before.</summary>
internal sealed class ChunkWork(WorkFolder work, SurveyedFilm film, Plan plan, Reviewer reviewer, IReadOnlyList<Proposal> wishes, int threads, bool pictures, ProgressMeter meter)
{
    private readonly FramePool _pool = new();
    private int _made;

    /// <summary>Chunks that had to be made; the others were there.</summary>
    public int Made => _made;

    public ChunkResult Run(Chunk chunk, CancellationToken cancel)
    {
        var planned = chunk.Shot.Proposals.Select(reviewer.Decide).ToList();
        var key = ChunkKey.Of(chunk, film, plan, planned, wishes);
        var path = work.ChunkPath(key);
        var done = ChunkFile.TryRead(path);
        if (done is null || (pictures && done.Film is null) || !done.Proposals.All(item => item.SameAs(reviewer.Decide(item.Proposal))))
        {
            done = Make(chunk, key, planned, cancel);
            done.Write(path);
            Interlocked.Increment(ref _made);
        }
        else
        {
            meter.Step(chunk.Shot.Shot.Index, chunk.Frames.Count);
        }
        return new ChunkResult(chunk, key, done.Film);
    }

    private ChunkFile Make(Chunk chunk, string key, List<Decided> planned, CancellationToken cancel)
    {
        var found = new List<ChunkProposal>();
        Decided Decide(int frame, Proposal proposal)
        {
            var decided = reviewer.Decide(proposal);
            found.Add(ChunkProposal.Of(proposal, decided, chunk.Frames.Contains(frame)));
            return decided;
        }
        using var reader = new FilmReader(film.Film, chunk.Reach, _pool, cancel: cancel);
        using var source = new ChunkSource(reader, chunk.Reach.First, film.IsMonochrome, _pool);
        using var chain = new StageChain(
            film.Survey.Of(chunk.Shot.Shot) with { Format = source.Format }, source.Get, StagePlans(planned, chunk), plan.Quality, _pool, new RowRunner(threads, cancel), Decide, cancel);
        if (pictures)
        {
            var name = $"{key}.{Guid.NewGuid().ToString("N")[..8]}.mkv";
            using var writer = new FilmWriter(Path.Combine(work.ChunksPath, name), new FilmTarget { Format = source.Format, Rate = film.Film.Rate, Colour = film.Film.Colour }, cancel: cancel);
            Deliver(chunk, chain, writer.Write);
            writer.Complete();
            return new ChunkFile(chunk.Frames, name, found);
        }
        Deliver(chunk, chain, _ => { });
        return new ChunkFile(chunk.Frames, null, found);
    }

    private void Deliver(Chunk chunk, StageChain chain, Action<Frame> take)
    {
        for (var number = chunk.Frames.First; number <= chunk.Frames.Last; number++)
        {
            using var frame = chain.Get(number);
            take(frame);
            meter.Step(chunk.Shot.Shot.Index);
        }
    }

    private List<StagePlan> StagePlans(List<Decided> planned, Chunk chunk) =>
    [
        .. plan.Stages.Where(stage => stage.On).Select(entry =>
        {
            var stage = StageSettings.Find(entry.Id);
            return new StagePlan(
                stage,
                Planner.Options(entry),
                [.. planned.Where(decided => stage.Info.Kinds.Contains(decided.Proposal.Kind))],
                [.. wishes.Where(wish => stage.Info.Kinds.Contains(wish.Kind) && wish.Frames.Overlaps(chunk.Reach))]);
        }),
    ];
}
