using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Despeckle at work on a chunk.</summary>
internal sealed class DespeckleRun : IStageRun
{
    private const int Level = 257;

    private readonly StageScope _scope;
    private readonly StageInfo _info;
    private readonly DespeckleOptions _options;
    private readonly Dictionary<int, (Neighbourhood Around, List<Speck> Specks, byte[] Marks)> _candidates = [];
    private readonly SpeckFinder _finder;
    private readonly LearnedJudge? _learned;
    private readonly float _grain;
    private readonly short[] _spikes;
    private readonly Plane _before;
    private readonly Plane _after;

    /// <param name="learned">The network that judges; null where the table does.</param>
    public DespeckleRun(StageScope scope, StageInfo info, LearnedJudge? learned)
    {
        (_scope, _info, _learned, _options) = (scope, info, learned, scope.OptionsAs<DespeckleOptions>());
        _grain = scope.Shot.Grain;
        var format = scope.Shot.Format;
        _finder = new SpeckFinder(format.Width, format.Height);
        _before = new Plane(format.Width, format.Height);
        _after = new Plane(format.Width, format.Height);
        _spikes = new short[_before.Stride * format.Height];
    }

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        var repairs = _scope.Known is { } known ? Recall(window, known) : Detect(window);
        foreach (var wish in _scope.Wishes)
            if (wish.Frames.Contains(window.Number) && wish.Region is { } region)
                repairs.Add((region, BestDonor.ForWish(window, Candidates(window, 0).Around, region, wish.Change, _scope)));
        if (repairs.Count == 0)
            return window.Current.Share();
        var repaired = _scope.Pool.Copy(window.Current);
        foreach (var (region, donor) in repairs)
            RegionFill.Apply(window.Current, repaired, region, donor, _options.Strength, _options.Chroma);
        return repaired;
    }

    public void Dispose()
    {
    }

    /// <summary>What stands out in the window's frame, each piece held against the frames around.</summary>
    internal (IReadOnlyList<SpeckExam> Exams, Neighbourhood Around, byte[] Marks) Examine(FrameWindow window)
    {
        var (around, specks, marks) = Candidates(window, 0);
        var guide = window.Current.Guide;
        var habits = specks.Count > 0 && around.Pair is var (first, second)
            ? new SpeckHabits(guide.Width, guide.Height, specks, Candidates(window, first.Offset).Specks, Candidates(window, second.Offset).Specks, first.Offset * second.Offset < 0 ? (-1, 1) : (1, 2))
            : null;
        foreach (var number in _candidates.Keys.Where(number => number < window.Number - 1).ToArray())
            _candidates.Remove(number);
        var exams = new SpeckExam[specks.Count];
        if (habits is not null)
            _scope.Rows.Run(specks.Count, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    exams[i] = new SpeckExam(guide, around, specks[i], habits.Of(i), marks);
            });
        return (exams, around, marks);
    }

    /// <summary>How surely each of what <see cref="Examine"/> found is dirt, 0 to 1.</summary>
    internal double[] Judge(Plane guide, IReadOnlyList<SpeckExam> exams, Neighbourhood around, byte[] marks)
    {
        var confidences = new double[exams.Count];
        _scope.Rows.Run(exams.Count, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var score = _learned is not null && around.Pair is { } pair && LearnedJudge.IsAsked(exams[i])
                    ? _learned.Score(guide, exams[i], pair, marks)
                    : SpeckJudge.Score(exams[i].Traits);
                confidences[i] = SpeckJudge.ConfidenceOf(SpeckJudge.Weighed(score, _scope.Shot.Dirt));
            }
        });
        return confidences;
    }

    /// <summary>Least difference, in 16-bit levels, that makes a sample part of a piece of dirt in the frame.</summary>
    internal int LeastDifference(int frame) => Thresholds(frame).Low;

    private List<(RegionMask Region, Donor? Donor)> Detect(FrameWindow window)
    {
        var low = LeastDifference(window.Number);
        var repairs = new List<(RegionMask, Donor?)>();
        var (exams, around, marks) = Examine(window);
        var confidences = Judge(window.Current.Guide, exams, around, marks);
        for (var i = 0; i < exams.Count; i++)
        {
            var exam = exams[i];
            if (!exam.IsSeen || confidences[i] < SpeckJudge.LeastConfidence)
                continue;
            var decided = _scope.Decide(Propose(window.Number, exam, confidences[i], low));
            if (decided.Applies && decided.Proposal.Region is { } region)
                repairs.Add((region, decided.Verdict == Verdict.Edit ? BestDonor.For(window, around, region, decided.Proposal.Change, _scope) : exam.Best));
        }
        return repairs;
    }

    private List<(RegionMask Region, Donor? Donor)> Recall(FrameWindow window, IReadOnlyList<Proposal> known)
    {
        var repairs = new List<(RegionMask, Donor?)>();
        foreach (var proposal in known)
            if (_scope.Decide(proposal) is { Applies: true, Proposal: { Region: { } region } accepted })
                repairs.Add((region, BestDonor.Chosen(window, region, accepted.Change, _scope) ?? BestDonor.For(window, Candidates(window, 0).Around, region, null, _scope)));
        return repairs;
    }

    // What stands out in the frame `offset` from the window's; kept for the next frames, to which it is a neighbour.
    private (Neighbourhood Around, List<Speck> Specks, byte[] Marks) Candidates(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (_candidates.TryGetValue(number, out var known))
            return known;
        if (window[offset] is not { Guide: var guide })
            return (new Neighbourhood(null, null, null, null), [], []);
        var around = Neighbourhood.Around(window, offset, _info.After / 2, _scope);
        List<Speck> specks = [];
        byte[] marks = [];
        if (around.Pair is var (first, second))
        {
            Follow.Run(first, _before, _scope.Rows);
            Follow.Run(second, _after, _scope.Rows);
            SpikeKernel.Run(guide, _before, _after, _spikes, _scope.Rows);
            var (high, low) = Thresholds(number);
            var diameter = guide.Width * _options.MaxSize / 100;
            (specks, marks) = _finder.Find(guide, _before, _after, _spikes, high, low, (int)(diameter * diameter * Math.PI / 4));
        }
        return _candidates[number] = (around, specks, marks);
    }

    private (int High, int Low) Thresholds(int frame)
    {
        var noise = _scope.Shot.At(frame).Noise;
        // Coarse grain is none to a filter for fine noise, and a 3 × 3 range of two frames holds few of its grains.
        var coarse = Math.Max(0, _grain - 1.3f * noise - Level / 2);
        var faint = Math.Pow(4, 0.5 - _options.Sensitivity);
        return ((int)(faint * 9 * Level + 2 * noise + 2.75f * coarse), (int)(faint * 5 * Level + 2 * noise + 2 * coarse));
    }

    private Proposal Propose(int frame, SpeckExam exam, double confidence, int low)
    {
        var format = _scope.Shot.Format;
        var region = PixelSet.ToRegion(exam.Mask(low), format.Width);
        var kind = region.Area * 1000 > (long)format.Width * format.Height ? Despeckle.Blotch : Despeckle.Dirt;
        var frames = FrameRange.Single(frame);
        var donor = exam.Best.Neighbour.Offset;
        // Where the table is sure it decides; said for each finding, as both stand behind the group.
        Evidence[] second = _learned is not null && LearnedJudge.IsAsked(exam)
            ? [new Evidence($"how sure the stage's own table is; the model {PlannedModel.Words(_learned.Card)} judged", Math.Round(SpeckJudge.Confidence(exam.Traits), 3))]
            : [];
        return Proposal.Of(
            kind, new FilmPlace(frames, region),
            string.Create(CultureInfo.InvariantCulture, $"{(exam.Speck.Sign > 0 ? "bright" : "dark")} spot in this frame only: {region.Area} samples, {exam.Contrast:F0} levels {(exam.Speck.Sign > 0 ? "brighter" : "darker")} than the frames around"),
            Math.Round(confidence, 3),
            new ProposalSource(_info.Id, _info.Version.ToString(CultureInfo.InvariantCulture), Settings: _learned is null ? null : PlannedModel.Words(_learned.Card)),
            [
                new Evidence("difference to the frames around, in levels of 255", Math.Round(exam.Contrast, 1), Math.Round((double)low / Level, 1)),
                new Evidence("the same difference beside it, in levels of 255", Math.Round((double)exam.Best.Match.Error / Level, 1)),
                .. second,
            ],
            new JsonObject { ["donor"] = donor });
    }
}
