using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Time;
using Kinolux.Restore.Damage;

namespace Kinolux.Restore.Evaluation;

/// <summary>Collects the frames' scores of one film and sums them up per shot and film.</summary>
public sealed class FilmMeter(RowRunner rows)
{
    private const int Reach = 4;
    private readonly List<FrameScore> _frames = [];
    private readonly FlickerTrace _flicker = new();
    private readonly HashSet<int> _lost = [];

    /// <summary>Takes the next frame.</summary>
    /// <param name="lost">True where the damage took the frame: it has no masks, and its mean and place are not the film's.</param>
    /// <param name="masks">What each kind of damage changed, non-zero where it did, row by row.</param>
    public void Add(Plane reference, Plane film, bool lost, IReadOnlyDictionary<string, byte[]> masks)
    {
        if (lost)
            _lost.Add(_frames.Count);
        _frames.Add(FrameScore.Of(reference, film, masks, rows));
        _flicker.Add(reference, film);
    }

    /// <summary>The score of one shot, or of a film of one shot.</summary>
    public FilmScore Score(FrameRange shot)
    {
        var all = Enumerable.Range(shot.First, shot.Count).ToList();
        var kept = all.Where(n => !_lost.Contains(n)).ToList();
        var lost = all.Where(_lost.Contains).ToList();
        var sums = all.Aggregate(default(FitSums), (sum, n) => sum + _frames[n].Fit);
        var (gain, offset) = sums.Best();
        var outside = kept.Aggregate(default(Region), (sum, n) => sum + _frames[n].Outside);
        var area = kept.Sum(n => (double)_frames[n].Fit.N);
        var kinds = _frames[shot.First].Inside.Keys.Select(kind =>
        {
            var inside = kept.Aggregate(default(Region), (sum, n) => sum + _frames[n].Inside[kind]);
            return new MaskScore(kind, area > 0 ? inside.Samples / area : 0, inside.Psnr, inside.Samples > 0 ? (double)inside.Close / inside.Samples : 1);
        }).ToList();
        return new FilmScore(
            all.Average(n => Fidelity.Psnr(_frames[n].MeanSquare)),
            all.Average(n => _frames[n].Ssim),
            all.Average(n => Fidelity.Psnr(_frames[n].Fit.MeanSquare(gain, offset))),
            _flicker.Index(kept), _flicker.LocalIndex(kept),
            Jitter([.. kept.Select(n => _frames[n].Place)]),
            outside.Samples > 0 ? (double)outside.Far / outside.Samples : 0,
            kinds,
            lost.Count > 0 ? lost.Average(n => Fidelity.Psnr(_frames[n].MeanSquare)) : null);
    }

    /// <summary>The whole film's score: what is measured per shot is averaged over the shots by their frames.</summary>
    public FilmScore Score(IReadOnlyList<FrameRange> shots)
    {
        var whole = Score(new FrameRange(0, _frames.Count - 1));
        var parts = shots.Select(shot => (shot.Count, Score: Score(shot))).ToList();
        double Mean(Func<FilmScore, double> value) => parts.Sum(part => part.Count * value(part.Score)) / _frames.Count;
        double RootMeanSquare(Func<FilmScore, double> value) => Math.Sqrt(Mean(score => value(score) * value(score)));
        return whole with
        {
            AfterFit = Mean(score => score.AfterFit),
            FlickerIndex = RootMeanSquare(score => score.FlickerIndex),
            LocalFlickerIndex = RootMeanSquare(score => score.LocalFlickerIndex),
            Jitter = RootMeanSquare(score => score.Jitter),
        };
    }

    /// <summary>Root mean square distance of places from their moving average over nine frames.</summary>
    internal static double Jitter(IReadOnlyList<WeaveOffset> places)
    {
        var sum = 0.0;
        for (var i = 0; i < places.Count; i++)
        {
            var (x, y, count) = (0.0, 0.0, 0);
            for (var j = Math.Max(0, i - Reach); j <= Math.Min(places.Count - 1, i + Reach); j++)
                (x, y, count) = (x + places[j].X, y + places[j].Y, count + 1);
            var (dx, dy) = (places[i].X - x / count, places[i].Y - y / count);
            sum += dx * dx + dy * dy;
        }
        return places.Count == 0 ? 0 : Math.Sqrt(sum / places.Count);
    }
}
