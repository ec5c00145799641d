using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Report;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Verify;
using Kinolux.Work;
using Kinolux.Work.Review;
using Kinolux.Work.Folders;
using Kinolux.Work.Jobs;
using Kinolux.Work.Log;

namespace Kinolux.Restoration.Runs;

/// <summary>
/// Analyses a film, or restores it: first pass, plan, second pass chunk by chunk, delivery, report.
/// A run that was killed goes on where it was when it is asked again; a run after new decisions renders only the chunks that they change.
/// </summary>
public sealed class RestorationRun(TimeProvider time, IProgress<JobProgress>? progress = null)
{
    /// <param name="cancel">Stops at once.</param>
    /// <param name="finish">Stops once the chunks at work are finished; where none is at work, at once.</param>
    /// <exception cref="FaultException">The film, the plan, the options or the places to write to are at fault.</exception>
    public RestoreOutcome Run(RestoreRequest request, CancellationToken cancel = default, CancellationToken finish = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, finish);
        return Run(request, either.Token, new StopSigns(cancel, finish));
    }

    // Of a frame, beside the first pass.
    private const double SecondPassCost = 6;
    private const double DeliveryCost = 0.5;

    // Of a megabyte.
    private const double ChecksumCost = 0.05;

    // Bytes, on the file systems in use.
    private const int LongestName = 255;

    // Rendering chunks alone looks at both signs; all else stops at either.
    private readonly record struct StopSigns(CancellationToken Now, CancellationToken Finish);

    private RestoreOutcome Run(RestoreRequest request, CancellationToken cancel, StopSigns signs)
    {
        var began = time.GetTimestamp();
        CheckName(request.Output);
        var film = Film.Open(request.Film, request.Rate, cancel);
        if (request.Range is { } wanted && wanted.Last >= film.FrameCount)
            throw FaultException.Of("KX1011", ("film", film.Path), ("range", $"{wanted}"), ("last", $"{film.FrameCount - 1}"));
        using var place = request is { Output: { } wantedOutput, DryRun: false } ? OutputLock.Hold(wantedOutput) : null;
        if (request.Output is { } output)
            FilmWriter.Check(output, FilmTarget.Like(film, request.Range), request.Overwrite);
        CheckAsked(request);
        using var work = FilmWork.Hold(request.Work);
        if (request.Fresh)
            work.Clear();
        var review = Said(work, request);
        // What is decided or wished while this runs belongs to the next run.
        var judgement = new Judgement(review.Reviewer(FilmKinds.All), review.Wishes);
        var steps = Steps(film, request);
        var again = new MadeAgain();
        var surveyed = new FirstPass(work, again, steps, cancel).Run(film, judgement.Reviewer);
        film = surveyed.Film;
        var plan = MakePlan(work, surveyed, request);
        work.Note(request.Film, request.Rate, request.DryRun ? null : request.Output);
        var range = request.Range ?? film.Frames;
        var commission = new Commission(surveyed, plan, judgement);
        var tally = new DamageTally(film.FrameCount, (long)film.Format.Width * film.Format.Height);
        if (request.DryRun)
            return Outcome(request, commission, work, tally, range, began, [.. film.Findings, .. again.Findings]);

        var (results, made) = SecondPass(work, commission, request, again, steps, signs);
        var origins = new OriginCount(plan, film.Format.Width, film.Format.Height, range);
        work.Proposals.Replace(Record(results, commission, work, range, tally, origins));
        List<FilmFinding> findings = [.. film.Findings, .. again.Findings, .. surveyed.Undecoded(), .. surveyed.Fields.Select(field => new FilmFinding(field.Proposal.Kind, field.Proposal.Evidence[0].What))];
        if (request.Output is not null)
        {
            using var report = request.Report is { } folder ? new RunReport(folder, commission, tally, range, request, time, cancel) : null;
            using var original = request.KeepOriginal ? new KeptOriginal(work, surveyed, request, cancel) : null;
            var delivery = new Delivery(work, surveyed, steps, cancel);
            string? hash = null;
            delivery.Run(results, request.Output, request.Range, request.Overwrite, (number, frame) =>
            {
                report?.See(number, frame);
                original?.See(frame);
            }, finished =>
            {
                findings.AddRange(finished.Findings);
                findings.AddRange(report?.Complete(work, finished, origins.Shares, review.Decisions, delivery.Means, findings, steps) ?? []);
                hash = Proof.Record(work, request, commission, review, finished, origins.Shares, original);
            });
            DeliveredMeans.Write(work, delivery.Means);
            FilmLinks.Append(work, request, plan, review, hash, time.GetUtcNow());
        }
        Tidy(work, results);
        return Outcome(request, commission, work, tally, range, began, findings) with { Chunks = results.Count, ChunksMade = made, Shares = origins.Shares };
    }

    // What people said, with the policy that is asked for now: it holds from here on.
    private ReviewRecord Said(WorkFolder work, RestoreRequest request)
    {
        var review = work.Log.Read();
        if (request.Policy is not { } stated || review.Reviewer(FilmKinds.All).Policy is var policy && policy.Name == stated.Name && policy.Rules.SequenceEqual(stated.Rules))
            return review;
        work.Log.Append([new PolicyEntry(stated, request.Person, time.GetUtcNow(), ReviewLog.NewBatch())]);
        return work.Log.Read();
    }

    private JobSteps Steps(FilmInfo film, RestoreRequest request)
    {
        var frames = request.Range?.Count ?? film.FrameCount;
        var survey = new PlannedStep("survey", film.FrameCount, "frames");
        return request.DryRun ? new JobSteps(progress, time, survey)
            : request.Output is null ? new JobSteps(progress, time, survey, new PlannedStep("analyse", frames, "frames", SecondPassCost))
            : new JobSteps(progress, time, [survey, new PlannedStep("restore", frames, "frames", SecondPassCost), new PlannedStep("deliver", frames, "frames", DeliveryCost), .. request.Report is null ? Array.Empty<PlannedStep>() : [new PlannedStep(RunReport.ChecksumStep, FileDigest.BlocksOf(film), "MB", ChecksumCost)]]);
    }

    private static void CheckName(string? output)
    {
        var name = Path.GetFileName(output) ?? "";
        if (System.Text.Encoding.UTF8.GetByteCount(name) is var length && length > LongestName - DeliveryRecord.LongestEnding.Length)
            throw FaultException.Of("KX4109", ("name", name), ("length", $"{length}"), ("most", $"{LongestName - DeliveryRecord.LongestEnding.Length}"));
    }

    // Says before the film is decoded what would end the run hours later.
    private static void CheckAsked(RestoreRequest request)
    {
        var worked = ClosedFolder.NoLink(request.Work).At(FilmWork.PlanName);
        var before = request.PlanFile is { } file ? Plan.Read(file) : !request.Fresh && File.Exists(worked) ? Plan.Read(worked) : null;
        Planner.Stages(request, before);
        if (request is { Report: { } report, Output: not null })
            ReportWriter.Check(report, overwrite: true);
    }

    private static Plan MakePlan(WorkFolder work, SurveyedFilm film, RestoreRequest request)
    {
        var before = request.PlanFile is { } file ? Plan.Read(file) : File.Exists(work.PlanPath) ? Plan.Read(work.PlanPath) : null;
        // Undoing fields makes other pictures of the same film: they get a plan of their own.
        if (request.PlanFile is null && before is not null && before.Source.Undone != film.Undone)
            before = null;
        if (before is not null && before.Source.Digest != film.Digest)
            throw FaultException.Of("KX4104", ("path", request.PlanFile ?? work.Path), ("film", before.Source.Path));
        var plan = Planner.Make(film, request, before);
        plan.Write(work.PlanPath);
        return plan;
    }

    private (IReadOnlyList<ChunkResult> Results, int Made) SecondPass(WorkFolder work, Commission commission, RestoreRequest request, MadeAgain again, JobSteps steps, StopSigns signs)
    {
        var range = request.Range ?? commission.Film.Film.Frames;
        var chunks = Chunk.All(commission, range);
        var cores = Environment.ProcessorCount;
        var jobs = Math.Min(request.Jobs > 0 ? request.Jobs : cores, chunks.Count);
        var meter = steps.Begin(request.Output is null ? "analyse" : "restore", range.Count);
        var chunkWork = new ChunkWork(work, commission, Math.Max(1, cores / jobs), request.Output is not null, meter, again);
        var results = new ConcurrentDictionary<Chunk, ChunkResult>();
        var workers = new LocalJobs(jobs);
        workers.Run(chunks, (chunk, _) =>
        {
            if (chunkWork.Find(chunk) is { } result)
                results[chunk] = result;
        }, signs.Now, signs.Finish);
        List<Chunk> missing = [.. chunks.Where(chunk => !results.ContainsKey(chunk))];
        workers.Run(Chunk.Stretches(missing, jobs), (stretch, stop) => chunkWork.Make(stretch, result => results[result.Chunk] = result, stop, signs.Finish), signs.Now, signs.Finish);
        return ([.. chunks.Select(chunk => results[chunk])], missing.Count);
    }

    // Shot by shot: what concerns whole shots, then what came up frame by frame.
    private static IEnumerable<(Part? Part, Decided Decided)> Record(
        IReadOnlyList<ChunkResult> results, Commission commission, WorkFolder work, FrameRange range, DamageTally tally, OriginCount origins)
    {
        var (film, plan, judgement) = commission;
        var byShot = results.ToLookup(result => result.Chunk.Shot.Shot.Index);
        foreach (var shot in plan.Shots.Where(shot => shot.Shot.Frames.Overlaps(range)))
        {
            var part = FilmDocument.PartOf(shot.Shot.Index, shot.Shot.Frames);
            var found = byShot[shot.Shot.Index]
                .SelectMany(result => Made(work, result).Proposals)
                .Where(item => item.Own)
                .Select(item => item.Proposal);
            var fields = film.Fields.Select(field => field.Proposal).ToList();
            var applied = new List<Proposal>();
            foreach (var proposal in (shot == plan.Shots[0] ? fields : []).Concat(shot.Proposals).Concat(found).Concat(judgement.Wishes.Where(wish => shot.Shot.Frames.Contains(wish.Frames.First))))
            {
                var decided = judgement.Decide(proposal);
                tally.Add(decided);
                if (decided.Applies)
                    applied.Add(decided.Proposal);
                yield return (part, decided);
            }
            origins.Add(shot.Shot.Frames, applied.Concat(film.Fields.Where(field => field.Applies).Select(field => field.Proposal)));
        }
    }

    private static ChunkFile Made(WorkFolder work, ChunkResult result) =>
        ChunkFile.TryRead(work.ChunkPath(result.Key)) ?? throw FaultException.Of("KX4108", ("path", work.ChunkPath(result.Key)), ("why", "its lines are not those that were written"));

    // Chunks of earlier plans would only fill the disk.
    private static void Tidy(WorkFolder work, IReadOnlyList<ChunkResult> results)
    {
        var used = results.SelectMany(result => new[] { result.Key + ".jsonl", result.Film }).ToHashSet();
        foreach (var name in work.Chunks.Files().Select(file => Path.GetFileName(file)).Where(name => !used.Contains(name)).ToList())
            work.Chunks.Remove(name);
    }

    private RestoreOutcome Outcome(
        RestoreRequest request, Commission commission, WorkFolder work, DamageTally tally, FrameRange range, long began, IReadOnlyList<FilmFinding> findings) =>
        new(request.Film, work.Path, work.PlanPath, request.DryRun ? null : request.Output, request.Report is { } report && request.Output is not null && !request.DryRun ? Path.Combine(report, "index.html") : null,
            range.Count, commission.Plan.Shots.Count, 0, 0, time.GetElapsedTime(began).TotalSeconds, null, tally.Kinds, new ReviewIndex(work).Now().Questions.Count(question => question.Waiting > 0), [.. findings.Select(finding => finding.Message)])
        {
            Policy = commission.Judgement.Reviewer.Policy.Name,
            Samples = (long)range.Count * (commission.Plan.Source.Width ?? 0) * (commission.Plan.Source.Height ?? 0),
        };
}
