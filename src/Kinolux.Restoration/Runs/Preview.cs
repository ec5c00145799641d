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
    /// <summary>By other settings: everything is found again.</summary>
    /// <param name="source">The film that the work folder is for.</param>
    /// <param name="stages">Stages that are set otherwise than in the plan; the others stay as planned.</param>
    /// <exception cref="FaultException">KX6063: the film was not analysed, or changed since; KX1011: it has no such frame; KX201x: the settings are at fault.</exception>
    public static Preview Of(WorkFolder work, FilmInfo source, int number, Quality? quality, IReadOnlyList<PlanStage> stages, CancellationToken cancel)
    {
        var (film, plan, shot) = Analysed(work, source, undone => Film.Open(work.Files.At($"{undone}-undone.mkv"), cancel: cancel), number);
        var commission = new Commission(film, Planner.With(film, plan, quality, stages, shot), Judged(work, null));
        var chunk = Chunk.All(commission, FrameRange.Single(number)).Single();
        return Make(commission, chunk, (render, decide) => render.Frames(chunk, decide, cancel).Select(frame => frame.Share()).Single());
    }

    /// <summary>As decided, or by one more decision. What the last run found in the frame is repaired and nothing looked for, so it is there in a fraction of the time; frames around are not repaired for it.</summary>
    /// <param name="pictures">The film's frames, some of which whoever asks has looked at already.</param>
    /// <param name="found">What stages found in the frame.</param>
    /// <param name="decision">A decision that counts before all that were taken; null for none.</param>
    /// <exception cref="FaultException">KX6063: the film was not analysed, or changed since; KX1011: it has no such frame.</exception>
    public static PreviewPlan Planned(WorkFolder work, FilmInfo source, FilmPictures pictures, int number, IReadOnlyList<Proposal> found, Decision? decision)
    {
        var (film, plan, shot) = Analysed(work, source, _ => pictures.Film, number);
        var planned = shot.Proposals.Select(proposal => proposal.Id).ToHashSet();
        List<Proposal> stages = [.. found.Where(proposal => !proposal.Source.IsPerson && !planned.Contains(proposal.Id))];
        return new PreviewPlan(new Commission(film, plan with { Shots = [shot] }, Judged(work, decision)), pictures, number, stages);
    }

    private static (SurveyedFilm Film, Plan Plan, PlanShot Shot) Analysed(WorkFolder work, FilmInfo source, Func<string, FilmInfo> open, int number)
    {
        if (!File.Exists(work.PlanPath))
            throw FaultException.Of("KX6063");
        var plan = Plan.Read(work.PlanPath);
        var film = plan.Source.Undone is { } undone ? open(undone) : source;
        var surveyed = FirstPass.TryOpen(work, film, source, []) ?? throw FaultException.Of("KX6063");
        var shot = plan.Shots.FirstOrDefault(shot => shot.Shot.Frames.Contains(number))
            ?? throw FaultException.Of("KX1011", ("film", film.Path), ("range", $"{number}"), ("last", $"{film.FrameCount - 1}"));
        return (surveyed, plan, shot);
    }

    private static Judgement Judged(WorkFolder work, Decision? decision)
    {
        var review = work.Log.Read();
        var reviewer = review.Reviewer(FilmKinds.All);
        return new Judgement(decision is null ? reviewer : new Reviewer(reviewer.Policy, [.. review.Decisions, decision]), review.Wishes);
    }

    /// <param name="make">Makes the chunk's only frame, deciding on each proposal that comes up while frame N is processed.</param>
    internal static Preview Make(Commission commission, Chunk chunk, Func<ChunkRender, Func<int, Proposal, Decided>, Frame> make)
    {
        var film = commission.Film.Film;
        var shown = chunk.Repeats.First(chunk.Frames.First);
        var found = new List<Decided>();
        Decided Decide(int at, Proposal proposal)
        {
            var decided = commission.Judgement.Decide(proposal);
            if (at == shown)
                found.Add(decided);
            return decided;
        }
        using var made = make(new ChunkRender(commission, Environment.ProcessorCount), Decide);
        var tally = new DamageTally(film.FrameCount, (long)film.Format.Width * film.Format.Height);
        found.ForEach(tally.Add);
        return new Preview(
            AsWritten(made), FilmLook.Of(film),
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
