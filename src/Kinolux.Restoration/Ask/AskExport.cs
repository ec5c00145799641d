using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Report;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Ask;

/// <summary>Makes what shows a restoration to those who have no Kinolux: a page that answers why at any place, and a video of the difference.</summary>
public sealed class AskExport(TimeProvider time, IProgress<JobProgress>? progress = null)
{
    /// <summary>The longest page, in bytes.</summary>
    public const long Most = 40_000_000;

    private const int LongestPage = 30, LongestWipe = 15;

    // Better first; what is worse than the last would show other damage than the film's.
    private static readonly int[] Qualities = [18, 21, 24, 27, 30, 34];

    /// <exception cref="FaultException">KX4102, KX4105: nothing was restored there; KX1011: the output has no such frames; KX1201: a file is there already; KX4803: the stretch is too long; KX10xx: a film cannot be read.</exception>
    public AskOutcome Run(AskRequest request, CancellationToken cancel = default)
    {
        foreach (var file in new[] { request.Page, request.Wipe }.OfType<string>())
            Check(file, request.Overwrite);
        using var work = FilmWork.Open(request.Output);
        var record = DeliveryRecord.Read(work, Directory.Exists(request.Output) ? null : request.Output);
        var source = Source(work, record, cancel);
        var output = Film.Open(Directory.Exists(request.Output) ? record.Output : request.Output, source.Rate, cancel);
        var state = new ReviewIndex(work).Now();
        var range = Stretch(request, record, source, state);
        var steps = new JobSteps(progress, time, new PlannedStep("read", range.Count, "frames"), new PlannedStep("encode", 1, "videos", range.Count));
        var folder = Directory.CreateTempSubdirectory("kinolux-ask-").FullName;
        try
        {
            using var video = new AskVideo(folder, source, output, cancel);
            Read(video, source, output, range, range.First - record.Range.First, steps.Begin("read"), cancel);
            var meter = steps.Begin("encode");
            var bytes = request.Page is { } page ? WritePage(page, new AskAnswers(Plan.Read(work.PlanPath), state, FilmKinds.All, range).Of(), video, source, range) : 0;
            if (request.Wipe is { } wipe)
                Copy(video.Wipe(LongestWipe), wipe);
            meter.Step();
            Link(work, record, new[] { request.Page, request.Wipe }.OfType<string>());
            return new AskOutcome(request.Page, bytes, request.Wipe, range);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Out of a folder that may only be read something can be shown all the same.
    private void Link(WorkFolder work, DeliveryRecord record, IEnumerable<string> made)
    {
        try
        {
            FilmLinks.Show(work, record.Output, record.FileHash, time.GetUtcNow(), made);
        }
        catch (FaultException refused) when (refused.Fault.Code is "KX4001" or "KX4101")
        {
        }
    }

    private long WritePage(string page, object answers, AskVideo video, FilmInfo source, FrameRange range)
    {
        var title = Path.GetFileNameWithoutExtension(source.Path);
        var data = AskPage.Pack(new
        {
            Title = title,
            Made = time.GetUtcNow(),
            Rate = new[] { source.Rate.Numerator, source.Rate.Denominator },
            Size = new[] { source.Format.Width, source.Format.Height },
            FilmLook.Of(source).Rotation,
            range.First,
            range.Count,
            Video = new { video.Size.Width, video.Size.Height },
            Kinds = FilmKinds.All,
            Answers = answers,
        });
        foreach (var quality in Qualities)
            if (video.Stacked(quality) is var stacked && AskPage.LengthWith(new FileInfo(stacked).Length, data) <= Most)
                return AskPage.Write(page, title, data, stacked);
        throw FaultException.Of("KX4803", ("file", page), ("why", $"its video has more than {Most / 1_000_000} MB"));
    }

    private static void Read(AskVideo video, FilmInfo source, FilmInfo output, FrameRange range, int from, ProgressMeter meter, CancellationToken cancel)
    {
        var pool = new FramePool();
        using var before = new FilmReader(source, range, pool, cancel: cancel);
        using var after = new FilmReader(output, new FrameRange(from, from + range.Count - 1), pool, cancel: cancel);
        for (var i = 0; i < range.Count; i++)
        {
            using var one = before.Read() ?? throw FaultException.Of("KX1009", ("film", source.Path));
            using var other = after.Read() ?? throw FaultException.Of("KX1009", ("film", output.Path));
            video.Add(one, other);
            meter.Step();
        }
        video.Finish();
    }

    private static FilmInfo Source(WorkFolder work, DeliveryRecord record, CancellationToken cancel)
    {
        var note = WorkNote.TryRead(work);
        return record.Plan.Source.Undone is { } undone
            ? Film.Open(work.Files.At($"{undone}-undone.mkv"), cancel: cancel)
            : Film.Open(note?.Source ?? record.Plan.Source.Path, note?.Rate, cancel);
    }

    // Where a person names none, that in which most was done.
    private static FrameRange Stretch(AskRequest request, DeliveryRecord record, FilmInfo source, ReviewState state)
    {
        var most = Math.Max(1, (int)(LongestPage * source.Rate.ToDouble()));
        if (request.Range is { } asked)
            return !record.Range.Contains(asked.First) || !record.Range.Contains(asked.Last)
                ? throw FaultException.Of("KX1011", ("film", record.Output), ("range", $"{asked}"), ("last", $"{record.Range.Last}"))
                : asked.Count > most ? throw FaultException.Of("KX4803", ("file", request.Page ?? request.Wipe ?? ""), ("why", $"{asked} are {asked.Count} frames, half a minute has {most}")) : asked;
        if (record.Range.Count <= most)
            return record.Range;
        var done = new int[record.Range.Count + 1];
        foreach (var item in state.All.Where(item => item.Now.Applies))
            if (item.Outline.Place.Extent is { Length: 1, First: var frame } && record.Range.Contains((int)frame))
                done[frame - record.Range.First + 1]++;
        for (var i = 1; i < done.Length; i++)
            done[i] += done[i - 1];
        var best = Enumerable.Range(0, record.Range.Count - most + 1).MaxBy(first => done[first + most] - done[first]);
        return new FrameRange(record.Range.First + best, record.Range.First + best + most - 1);
    }

    private static void Check(string file, bool overwrite)
    {
        if (Directory.Exists(file) || (File.Exists(file) && !overwrite))
            throw FaultException.Of("KX1201", ("output", file));
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw FaultException.Of("KX1202", ("output", file));
    }

    private static void Copy(string from, string to) => AtomicFile.Write(to, stream =>
    {
        using var made = File.OpenRead(from);
        made.CopyTo(stream);
    });
}
