using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary>Makes chunks: renders them, decides on what comes up and writes the result, or finds that all this was done before.</summary>
internal sealed class ChunkWork(WorkFolder work, SurveyedFilm film, Plan plan, Reviewer reviewer, IReadOnlyList<Proposal> wishes, int threads, bool pictures, ProgressMeter meter)
{
    private readonly ChunkRender _render = new(film, plan, reviewer, wishes, threads);
    private int _made;

    /// <summary>Chunks that had to be made; the others were there.</summary>
    public int Made => _made;

    public ChunkResult Run(Chunk chunk, CancellationToken cancel)
    {
        var key = ChunkKey.Of(chunk, film, plan, _render.Planned(chunk), wishes);
        var path = work.ChunkPath(key);
        var done = ChunkFile.TryRead(path);
        if (done is null || (pictures && done.Film is null) || !done.Proposals.All(item => item.SameAs(reviewer.Decide(item.Proposal))))
        {
            done = Make(chunk, key, cancel);
            done.Write(path);
            Interlocked.Increment(ref _made);
        }
        else
        {
            meter.Step(chunk.Shot.Shot.Index, chunk.Frames.Count);
        }
        return new ChunkResult(chunk, key, done.Film);
    }

    private ChunkFile Make(Chunk chunk, string key, CancellationToken cancel)
    {
        var found = new List<ChunkProposal>();
        Decided Decide(int frame, Proposal proposal)
        {
            var decided = reviewer.Decide(proposal);
            found.Add(ChunkProposal.Of(proposal, decided, chunk.Frames.Contains(frame)));
            return decided;
        }
        var name = pictures ? $"{key}.{Guid.NewGuid().ToString("N")[..8]}.mkv" : null;
        using var writer = name is null ? null : new FilmWriter(Path.Combine(work.ChunksPath, name), film.ChunkTarget, cancel: cancel);
        _render.Run(
            chunk, Decide, (_, frame) =>
            {
                writer?.Write(frame);
                meter.Step(chunk.Shot.Shot.Index);
            },
            cancel);
        writer?.Complete();
        return new ChunkFile(chunk.Frames, name, found);
    }
}
