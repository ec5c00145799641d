using Kinolux.Core.Files;
using Kinolux.Core.Faults;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Jobs;

namespace Kinolux.Restoration.Verify;

/// <summary>
/// Proves that an output is exactly what the recorded plan, decisions and wishes make of the source: surveys the source and renders every frame again,
/// trusting nothing that was computed before, and compares. Reads the work folder and changes nothing in it.
/// </summary>
public sealed class Verification(TimeProvider time, IProgress<JobProgress>? progress = null)
{
    /// <exception cref="FaultException">There is nothing to prove: KX4102, KX4105, KX2406; or source or output cannot be read: KX10xx, KX4104; or the source cannot be given back: KX1201, KX4106.</exception>
    public VerifyOutcome Run(VerifyRequest request, CancellationToken cancel = default)
    {
        var began = time.GetTimestamp();
        using var work = FilmWork.Open(request.Work ?? request.Output);
        var isFolder = Directory.Exists(request.Output);
        var record = DeliveryRecord.Read(work, isFolder ? null : request.Output);
        var note = WorkNote.TryRead(work);
        var source = request.Film ?? note?.Source ?? record.Plan.Source.Path;
        var rate = note?.Rate;
        var outputPath = isFolder ? record.Output : request.Output;
        var isGone = false;
        if (request.RestoreOriginal is { } file && record.Original is { } kept && IsGone(source))
        {
            OriginalFilm.Remake(work, record, kept, outputPath, file, cancel);
            (source, isGone) = (file, true);
        }
        var original = Film.Open(source, rate, cancel);
        var output = Film.Open(outputPath, original.Rate, cancel);

        var findings = new Findings();
        LookAtVersions(record, findings);
        var decisions = Decisions(work, record, findings);
        var reviewer = new Reviewer(record.Policy, decisions);
        var scratch = Directory.CreateTempSubdirectory("kinolux-verify-").FullName;
        try
        {
            var steps = new JobSteps(
                progress, time, new PlannedStep("survey", original.FrameCount, "frames"), new PlannedStep("verify", record.Range.Count, "frames", 6), new PlannedStep("checksums", output.FrameCount, "frames", 0.2));
            using var own = FilmWork.Hold(scratch);
            var film = new FirstPass(own, new MadeAgain(), steps, cancel).Run(original, reviewer);
            if (film.Digest != record.Plan.Source.Digest)
                throw FaultException.Of("KX4104", ("path", work.Path), ("film", record.Plan.Source.Path));
            if (request.RestoreOriginal is { } copy && !isGone)
                OriginalFilm.Copy(original, copy);
            var check = new OutputComparison(film, output, record, findings);
            var changed = SecondPass(work, new Commission(film, record.Plan, new Judgement(reviewer, record.Wishes)), check, findings, request.Jobs, steps, cancel);
            var meter = steps.Begin("checksums");
            check.LookAtChecksums(() => meter.Step(), cancel);
            LookAtFile(output.Path, record, findings);
            var undecoded = film.Lost.Where(record.Range.Contains).ToList();
            foreach (var frame in undecoded)
                findings.Add(new VerifyFinding("undecoded", Severity.Warning, "the source has no picture here that can be decoded: what the output shows was made from other frames, and nothing vouches for it", frame));
            return new VerifyOutcome(
                output.Path, source, work.Path, check.IsExact ? "exact" : "checksums", !findings.HasErrors && undecoded.Count == 0, record.Range.Count, changed,
                time.GetElapsedTime(began).TotalSeconds, request.RestoreOriginal, findings.Sorted, findings.More)
            {
                Undecoded = undecoded.Count,
            };
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static bool IsGone(string source) =>
        Film.IsPattern(source) ? !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(source))) : !File.Exists(source);

    private static void LookAtVersions(DeliveryRecord record, Findings findings)
    {
        foreach (var (id, version) in record.Versions)
            if (StageSettings.Find(id).Info.Version is var now && now != version)
                findings.Add(new VerifyFinding("other-version", Severity.Warning, $"{id} is version {now} now, and version {version} made the output: it may not be made again alike", Stage: id));
    }

    private static IReadOnlyList<Decision> Decisions(WorkFolder work, DeliveryRecord record, Findings findings)
    {
        var then = work.Log.Read(record.Decisions).Decisions;
        if (DeliveryRecord.HashOf(then) != record.DecisionsHash)
            findings.Add(new VerifyFinding("decisions-changed", Severity.Error, "decisions that the output was made by were changed or taken out of the log"));
        var since = work.Log.Read().Lines - record.Decisions;
        if (since > 0)
            findings.Add(new VerifyFinding("undelivered", Severity.Warning, $"{since} entries were added to the review since; the next kinolux restore renders what they change"));
        return then;
    }

    private int SecondPass(
        WorkFolder work, Commission commission, OutputComparison check, Findings findings, int wanted, JobSteps steps, CancellationToken cancel)
    {
        var chunks = Chunk.All(commission, check.Range);
        var cores = Environment.ProcessorCount;
        var jobs = Math.Min(wanted > 0 ? wanted : cores, chunks.Count);
        var render = new ChunkRender(commission, Math.Max(1, cores / jobs));
        var meter = steps.Begin("verify");
        var changed = 0;
        new LocalJobs(jobs).Run(chunks, (chunk, stop) =>
        {
            using var reader = check.Open(chunk.Frames, stop);
            var watch = new ClaimWatch(work, chunk, commission.Film.Format, commission.Judgement.Wishes, findings);
            var number = chunk.Frames.First;
            foreach (var frame in render.Frames(chunk, (_, proposal) => commission.Judgement.Decide(proposal), stop, watch.Around))
            {
                check.Look(number++, frame, reader);
                meter.Step(chunk.Shot.Name);
            }
            Interlocked.Add(ref changed, watch.Changed);
        }, cancel);
        return changed;
    }

    private static void LookAtFile(string output, DeliveryRecord record, Findings findings)
    {
        if (record.FileHash is { } hash && File.Exists(output) && WholeFile.Sha256(output) != hash)
            findings.Add(new VerifyFinding("file-changed", Severity.Warning, "the file's bytes are not those delivered: its pictures are judged here, its sound and metadata are not"));
    }
}
