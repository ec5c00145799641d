using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Evaluation;

/// <summary>Compares films frame by frame. Definitions: <c>docs/guide/evaluate.md</c>.</summary>
public sealed class FilmEvaluator(RowRunner rows, ProgressMeter meter, CancellationToken cancel = default)
{
    /// <summary>Frames whose detail has less in common than this lie in different shots.</summary>
    private const float SameScene = 0.25f;

    private readonly FramePool _pool = new();
    private readonly List<FrameRange> _shots = [];
    private readonly Dictionary<string, DetectionScore> _detection = [];
    private Glimpse? _last;
    private MotionPyramid? _lastPyramid;

    /// <param name="film">What is judged.</param>
    /// <param name="reference">What it should be.</param>
    /// <param name="damaged">What it was restored from; null where not known.</param>
    /// <param name="truthFolder">The folder that <c>degrade --truth</c> wrote; null for none.</param>
    /// <param name="detections">What the restoration found; null where not known.</param>
    /// <exception cref="FaultException">KX2705: the films do not match; KX2703: the truth cannot be read.</exception>
    public FilmEvaluation Run(FilmInfo film, FilmInfo reference, FilmInfo? damaged, string? truthFolder, Detections? detections)
    {
        Require(film, reference);
        if (damaged is not null)
            Require(damaged, reference);
        var truth = truthFolder is null ? null : DamageTruth.Read(truthFolder);
        if (truth is not null && (truth.Frames.Count != film.FrameCount || truth.Width != film.Format.Width || truth.Height != film.Format.Height))
            throw FaultException.Of("KX2705", ("film", film.Path), ("reference", truthFolder ?? ""));
        var (filmMeter, damagedMeter) = (new FilmMeter(rows), damaged is null ? null : new FilmMeter(rows));
        using var references = new FilmReader(reference, null, _pool, cancel: cancel);
        using var films = new FilmReader(film, null, _pool, cancel: cancel);
        using var wrecks = damaged is null ? null : new FilmReader(damaged, null, _pool, cancel: cancel);
        for (var number = 0; number < film.FrameCount; number++)
        {
            cancel.ThrowIfCancellationRequested();
            using var clean = references.Read();
            using var frame = films.Read();
            using var wreck = wrecks?.Read();
            if (clean is null || frame is null)
                break;
            SeeShot(clean.Guide, number);
            var lost = truth is not null && truth.Frames[number].Loss != FrameLoss.None;
            var masks = Masks(truth, truthFolder, number);
            filmMeter.Add(clean.Guide, frame.Guide, lost, masks);
            if (wreck is not null)
                damagedMeter?.Add(clean.Guide, wreck.Guide, lost, masks);
            if (detections is not null && truth is not null)
                Detect(detections, truth, number, lost, masks);
            meter.Step();
        }
        return new FilmEvaluation(
            film.FrameCount, filmMeter.Score(_shots), damagedMeter?.Score(_shots),
            [.. _shots.Select(shot => new ShotEvaluation(shot, filmMeter.Score(shot), damagedMeter?.Score(shot)))],
            [.. _detection.Values]);
    }

    private static void Require(FilmInfo film, FilmInfo reference)
    {
        if (film.FrameCount != reference.FrameCount || film.Format.Width != reference.Format.Width || film.Format.Height != reference.Format.Height)
            throw FaultException.Of("KX2705", ("film", film.Path), ("reference", reference.Path));
    }

    private void SeeShot(Plane clean, int number)
    {
        var now = new Glimpse(clean.Width, clean.Height);
        now.Take(clean, rows);
        var pyramid = new MotionPyramid(clean.Width, clean.Height);
        pyramid.Build(clean);
        if (_last is null || _lastPyramid is null ||
            new PairMeter(now.Width, now.Height).Measure(_last, now, 1, GlobalMotionEstimator.Between(_lastPyramid, pyramid, rows)).Match < SameScene)
            _shots.Add(FrameRange.Single(number));
        else
            _shots[^1] = new FrameRange(_shots[^1].First, number);
        (_last, _lastPyramid) = (now, pyramid);
    }

    /// <summary>The kinds of the truth that have masks; of a lost frame, empty ones.</summary>
    private static Dictionary<string, byte[]> Masks(DamageTruth? truth, string? folder, int number)
    {
        var masks = new Dictionary<string, byte[]>();
        foreach (var kind in DamageTruth.MaskKinds.Where(kind => truth?.Kinds.Contains(kind) == true))
        {
            var plane = ReadMask(DamageTruth.MaskPath(folder ?? "", kind, number));
            var mask = new byte[plane.Width * plane.Height];
            for (var y = 0; y < plane.Height; y++)
                for (var x = 0; x < plane.Width; x++)
                    mask[y * plane.Width + x] = (byte)(plane[x, y] >> 8);
            masks.Add(kind, mask);
        }
        return masks;
    }

    private static Plane ReadMask(string path)
    {
        try
        {
            return PngFile.Read(path).Planes[0];
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException)
        {
            throw FaultException.Of("KX2703", cause, ("path", path), ("why", "the mask is missing or damaged"));
        }
    }

    private void Detect(Detections detections, DamageTruth truth, int number, bool lost, Dictionary<string, byte[]> masks)
    {
        if (truth.Kinds.Contains("missing"))
        {
            var found = detections.LostFrames.Contains(number);
            Add(new DetectionScore("missing", lost && found ? 1 : 0, found && !lost ? 1 : 0, lost && !found ? 1 : 0));
        }
        // Of what is lost nothing else can be found.
        if (!lost)
            foreach (var (kind, mask) in masks)
                Add(detections.Score(kind, number, mask, truth.Width));
    }

    private void Add(DetectionScore score) =>
        _detection[score.Kind] = _detection.TryGetValue(score.Kind, out var sum) ? sum + score : score;
}
