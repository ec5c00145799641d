using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Work;

namespace Kinolux.Restoration.Chunks;

/// <summary>Makes chunks: finds those that were made before, renders the others, decides on what comes up and writes each as soon as its last frame is there.</summary>
internal sealed class ChunkWork(WorkFolder work, Commission commission, int threads, bool pictures, ProgressMeter meter, MadeAgain again)
{
    private readonly ChunkRender _render = new(commission, threads);

    /// <summary>The chunk as an earlier run made it; null where it must be made.</summary>
    public ChunkResult? Find(Chunk chunk)
    {
        var key = ChunkKey.Of(chunk, commission, _render.Planned(chunk));
        var done = ChunkFile.TryRead(work.ChunkPath(key), out var isDamaged);
        isDamaged |= done?.Film is not null && !done.HasFilm(work.Chunks);
        if (isDamaged)
            again.Add($"the chunk of frames {chunk.Frames}");
        if (done is null || isDamaged || (pictures && done.Film is null) || !done.Proposals.All(item => item.SameAs(commission.Judgement.Decide(item.Proposal))))
            return null;
        meter.Step(chunk.Shot.Name, chunk.Frames.Count);
        return new ChunkResult(chunk, key, done.Film);
    }

    /// <summary>Makes chunks that follow each other in one shot, and so share what their windows have in common.</summary>
    /// <param name="made">Called with each chunk once it is whole on the disk.</param>
    /// <param name="finish">Cancelled when the chunk at work is the last to make.</param>
    public void Make(IReadOnlyList<Chunk> stretch, Action<ChunkResult> made, CancellationToken cancel, CancellationToken finish)
    {
        var found = new List<(int Frame, Proposal Proposal, Decided Decided)>();
        Decided Decide(int frame, Proposal proposal)
        {
            var decided = commission.Judgement.Decide(proposal);
            found.Add((frame, proposal, decided));
            return decided;
        }
        using var frames = _render.Frames(Chunk.Join(stretch), Decide, cancel).GetEnumerator();
        foreach (var chunk in stretch)
        {
            if (finish.IsCancellationRequested)
                return;
            var reach = _render.Reach(chunk);
            found.RemoveAll(item => item.Frame < reach[item.Proposal.Kind]);
            var key = ChunkKey.Of(chunk, commission, _render.Planned(chunk));
            var name = pictures ? $"{key}.{Guid.NewGuid().ToString("N")[..8]}.mkv" : null;
            using var writer = name is null ? null : new FilmWriter(work.Chunks.At(name), commission.Film.ChunkTarget, cancel: cancel);
            for (var number = chunk.Frames.First; number <= chunk.Frames.Last && frames.MoveNext(); number++)
            {
                writer?.Write(frames.Current);
                meter.Step(chunk.Shot.Name);
            }
            writer?.Complete();
            // Frame by frame: in that order it does not matter where the stretch began.
            var told = found.OrderBy(item => item.Frame).Select(item => ChunkProposal.Of(item.Proposal, item.Decided, chunk.Frames.Contains(item.Frame)));
            new ChunkFile(chunk.Frames, name, name is null ? null : WholeFile.Seal(work.Chunks.At(name)), [.. told]).Write(work.ChunkPath(key));
            made(new ChunkResult(chunk, key, name));
        }
    }
}
