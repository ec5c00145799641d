using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Media.Display;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Work;

namespace Kinolux.Restoration.Runs;

/// <summary>One restored frame of an analysed film with settings, or a decision, that are only tried: made in memory, by the same work as a render's, and nothing is written.</summary>
/// <param name="Frame">At the film's own depth; it belongs to whoever asked.</param>
/// <param name="Applied">Regions of the frame that were repaired.</param>
/// <param name="Found">How many proposals of each kind the frame had.</param>
public sealed record Preview(Frame Frame, PictureLook Look, IReadOnlyList<RegionMask> Applied, IReadOnlyList<KindCount> Found)
{
    /// <param name="source">The film that the work folder is for.</param>
    /// <param name="stages">Stages that are set otherwise than in the plan; the others stay as planned.</param>
    /// <param name="decision">A decision that counts before all that were taken; null for none.</param>
    /// <exception cref="FaultException">KX6063: the film was not analysed, or changed since; KX1011: it has no such frame; KX201x: the settings are at fault.</exception>
    public static Preview Make(WorkFolder work, FilmInfo source, int number, Quality? quality, IReadOnlyList<PlanStage> stages, Decision? decision, CancellationToken cancel)
    {
        if (!File.Exists(work.PlanPath))
            throw FaultException.Of("KX6063");
        var plan = Plan.Read(work.PlanPath);
        var film = plan.Source.Undone is { } undone ? Film.Open(work.Files.At($"{undone}-undone.mkv"), cancel: cancel) : source;
        var surveyed = FirstPass.TryOpen(work, film, source, []) ?? throw FaultException.Of("KX6063");
        var shot = plan.Shots.FirstOrDefault(shot => shot.Shot.Frames.Contains(number))
            ?? throw FaultException.Of("KX1011", ("film", film.Path), ("range", $"{number}"), ("last", $"{film.FrameCount - 1}"));
        var tried = Planner.With(surveyed, plan, quality, stages, shot);
        var review = work.Log.Read();
        var reviewer = decision is null ? review.Reviewer(FilmKinds.All) : new Reviewer(review.Reviewer(FilmKinds.All).Policy, [.. review.Decisions, decision]);
        var commission = new Commission(surveyed, tried, new Judgement(reviewer, review.Wishes));
        var found = new List<Decided>();
        var shown = number;
        Decided Decide(int at, Proposal proposal)
        {
            var decided = reviewer.Decide(proposal);
            if (at == shown)
                found.Add(decided);
            return decided;
        }
        var render = new ChunkRender(commission, Environment.ProcessorCount);
        var chunk = Chunk.All(commission, FrameRange.Single(number)).Single();
        shown = chunk.Repeats.First(number);
        var frame = render.Frames(chunk, Decide, cancel).Select(AsWritten).Single();
        var tally = new DamageTally(film.FrameCount, (long)film.Format.Width * film.Format.Height);
        found.ForEach(tally.Add);
        return new Preview(
            frame, FilmLook.Of(film),
            [.. found.Where(decided => decided.Applies).Select(decided => decided.Proposal.Region).OfType<RegionMask>()], tally.Kinds);
    }

    // The film holds no finer levels than its own.
    private static Frame AsWritten(Frame restored)
    {
        var frame = new FramePool().Copy(restored);
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                foreach (ref var sample in plane.Row(y))
                    sample = FrameFormat.Widen(FrameFormat.Narrow(sample, frame.Format.Depth), frame.Format.Depth);
        return frame;
    }
}
