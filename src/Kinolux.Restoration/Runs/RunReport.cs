using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Report;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Work;

namespace Kinolux.Restoration.Runs;

/// <summary>Fills the report of a run while its frames go by.</summary>
internal sealed class RunReport : IDisposable
{
    /// <summary>The step in which the source's file is read once more, for its checksum.</summary>
    public const string ChecksumStep = "checksum";

    private readonly RestorationReportWriter _writer;
    private readonly PictureChoice _choice;
    private readonly FrameFinder _before;
    private readonly SurveyedFilm _film;
    private readonly Plan _plan;
    private readonly Judgement _judgement;
    private readonly DamageTally _tally;
    private readonly FrameRange _range;
    private readonly RestoreRequest _request;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancel;

    public RunReport(string folder, Commission commission, DamageTally tally, FrameRange range, RestoreRequest request, TimeProvider time, CancellationToken cancel)
    {
        (_film, _plan, _judgement, _tally, _range, _request, _time, _cancel) = (commission.Film, commission.Plan, commission.Judgement, tally, range, request, time, cancel);
        _writer = RestorationReportWriter.Begin(folder, FilmLook.Of(_film.Film), _film.Film.Rate, overwrite: true, cancel);
        _choice = new PictureChoice(_plan, tally, range);
        _before = new FrameFinder(_film.Film, cancel);
    }

    /// <summary>Takes a restored frame in passing.</summary>
    public void See(int number, Frame after)
    {
        var still = _choice.IsStill(number, out var badness);
        var video = _choice.IsInVideo(number);
        if (!still && !video)
            return;
        using var before = _before.Get(number);
        if (still)
            _writer.AddPicture(number, before, after, new PictureNote(badness, _tally.Words(number)));
        if (video)
            _writer.AddProxyFrame(number, before, after);
    }

    /// <returns>What a person should know of the report.</returns>
    public IEnumerable<FilmFinding> Complete(WorkFolder work, FinishedOutput output, FilmShares shares, IReadOnlyList<Decision> decisions, float[] meansAfter, IReadOnlyList<FilmFinding> findings, JobSteps steps)
    {
        var source = FileDigest.Of(_film.Source, steps.Begin(ChecksumStep), _cancel);
        return _writer.Complete(new RestorationReport
        {
            Title = TitleOf(_request.Film),
            Made = _time.GetUtcNow(),
            Before = Facts(_film.Film, source) with { Pictures = $"sha256:{_film.Digest}" },
            After = Facts(output.Film, output.Hash ?? FileDigest.Of(output.Film, null, _cancel)) with { File = Path.GetFileName(_request.Output ?? ""), Pictures = $"sha256:{SurveyedFilm.DigestOf(output.Checksums.Select(checksum => checksum.Md5))}" },
            Shots = [.. _plan.Shots.Select(shot => new ReportShot(shot.Shot.Index, shot.Shot.Frames, Word(shot.Shot.Kind), Word(shot.Shot.In), shot.Shot.Printed))],
            Plots = FilmPlots.Of(_film.Survey, _plan, [.. _tally.Kinds.Select(kind => (kind.Kind, _tally.Counts(kind.Kind))).Where(kind => kind.Item2 is not null).Select(kind => (kind.Kind, kind.Item2 ?? []))], meansAfter),
            Shares = shares,
            Proposals = work.Proposals.Read(masks: false).Select(item => item.Decided),
            Plan = KinoluxJson.Read<JsonNode>(_plan.ToJson()),
            Policy = _judgement.Reviewer.Policy,
            Decisions = decisions,
            Versions = Versions(),
            Hashes = Hashes(output.Checksums),
            Notes = [.. _request.Range is null ? [] : new[] { $"Of the film's {_film.Film.FrameCount} frames only {_range} were restored." }, .. findings.Select(finding => finding.Message)],
            ReviewPath = work.Path,
            Person = _request.Person,
            Kinds = FilmKinds.All,
        }).Select(note => new FilmFinding("record", note));
    }

    public void Dispose()
    {
        _before.Dispose();
        _writer.Dispose();
    }

    private IEnumerable<FrameHash> Hashes(IReadOnlyList<FrameChecksum> checksums)
    {
        foreach (var checksum in checksums)
        {
            var number = _request.Range is null ? checksum.Number : checksum.Number + _range.First;
            if (number < _film.Hashes.Count)
                yield return new FrameHash(number, _film.Hashes[number], checksum.Md5);
        }
    }

    private List<VersionLine> Versions() =>
    [
        new VersionLine("Kinolux", typeof(RunReport).Assembly.GetName().Version?.ToString(3) ?? ""),
        .. _plan.Stages.Where(stage => stage.On).Select(stage => new VersionLine(stage.Id, $"{StageSettings.Find(stage.Id).Info.Version}")),
        new VersionLine(".NET", Environment.Version.ToString()),
    ];

    private static FilmFacts Facts(FilmInfo film, string hash) =>
        new(Path.GetFileName(film.Path), film.FrameCount, film.Rate, film.Format.Width, film.Format.Height, $"{film.Codec}, {film.Format.Depth} bit, {film.PixelFormat}", hash);

    // A sequence is called after its folder: its own name is a number.
    private static string TitleOf(string film) =>
        Film.IsPattern(film) && Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(film))) is { Length: > 0 } folder
            ? folder
            : Path.GetFileNameWithoutExtension(film);

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
