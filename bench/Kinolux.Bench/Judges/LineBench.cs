using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Bench.Judges;

/// <summary>
/// How the judgement of scratches fares on films as they are and scratched: precision and recall per sample at a confidence of 0.5, where the scene moves behind the line and where it stands,
/// by a judge that was fitted, and whose threshold was chosen, without any film of the same clip; where scratches are lost, by the finder, by the mask or by the judge;
/// whether confidence is a share of what is right; and the weights fitted on all.
/// </summary>
internal sealed class LineBench
{
    // A false line weighs so much more than a scratch that is missed.
    private const double Wrong = 2;

    // In 1/16 samples: the scene moves where within the frames that a line is followed it goes aside by so much.
    private const int Moving = 32;

    // The precision asked of a judge on the films that its threshold is chosen on, and the thresholds that are tried.
    private const double LeastPrecision = 0.85;
    private static readonly float[] Tried = [.. Enumerable.Range(1, 10).Select(i => i * 0.02f)];

    private readonly RowRunner _rows = new(Environment.ProcessorCount);
    private readonly List<LineSample> _lines = [];
    private readonly Dictionary<string, Damaged> _damaged = [];
    private int _clean;

    /// <param name="frames">Of each film.</param>
    public void Run(IEnumerable<(string Source, string Name, string File)> films, int frames)
    {
        foreach (var (source, name, file) in films)
        {
            using var clean = Material.Read(file, 0, frames, _rows);
            var moves = new Dictionary<int, bool[]>();
            Look(clean, source, moves);
            using var scratched = clean.With(new DamageOptions(DamageKinds.Scratches, 1, 1 + name.Sum(letter => letter)), _rows);
            Look(scratched, source, moves);
            _clean += clean.Frames.Length;
            Console.Error.WriteLine(name);
        }
        Console.WriteLine("| clip, left out | asked | moving: samples | on a line | in its mask | recall | precision | still: samples | recall | precision | taken on it clean |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var judged = new List<(LineSample Line, double Confidence)>();
        foreach (var (source, damaged) in _damaged)
        {
            var others = _lines.FindAll(line => line.Source != source);
            var weights = Fit(others);
            var asked = Ask(others, weights);
            var own = Judge(_lines.FindAll(line => line.Source == source), weights, asked);
            Say(source, Say(asked), own, damaged);
            judged.AddRange(own);
        }
        var all = _damaged.Values.Aggregate((a, b) => a + b);
        Say("**all, each left out**", "", judged, all);
        Say("all, by the judge as it is", Say(ScratchJudge.LeastAgainst), _lines.ConvertAll(line => (line, line.Line.Confidence)), all);
        Say("all that is on some line", "", _lines.ConvertAll(line => (line, line.IsScratch ? 1.0 : 0)), all);
        Console.WriteLine($"\nwhere the scene moves, by the judge as it is: {string.Join(", ", Enum.GetValues<LineFate>().Select(fate => $"{fate} {Share(all[fate], all.Moving)}"))}");
        Confidence(judged);
        var fitted = Fit(_lines);
        Console.WriteLine($"fitted on all, the bias last: {string.Join(", ", fitted.Select(weight => Say((float)weight)))}; asked: {Say(Ask(_lines, fitted))}");
    }

    private static string Say(float value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    // The threshold that takes most where the scene moves, as far as what it takes is right; of films as they are nothing is.
    private static float Ask(List<LineSample> lines, double[] weights)
    {
        var (most, best) = (-1.0, Tried[^1]);
        foreach (var asked in Tried)
        {
            var taken = Judge(lines, weights, asked).FindAll(line => line.Confidence >= 0.5);
            var (hits, samples) = (taken.Sum(line => line.Line.Hits[0]), taken.Sum(line => line.Line.Samples[0]));
            if (hits > most && hits >= LeastPrecision * samples)
                (most, best) = (hits, asked);
        }
        return best;
    }

    private static List<(LineSample Line, double Confidence)> Judge(List<LineSample> lines, double[] weights, float asked) => lines.ConvertAll(line =>
        (line, line.Line.Claim != SceneClaim.None || ScratchJudge.Waits(line.Line.Kind, line.Line.Track, line.Line.SceneMoves, line.Line.SceneGoes, asked) ? 0 : LogisticFit.Probability(weights, line.Traits)));

    private void Look(Material material, string source, Dictionary<int, bool[]> moves)
    {
        if (!_damaged.TryGetValue(source, out var damaged))
            _damaged.Add(source, damaged = new Damaged());
        var stage = new Scratches();
        material.Run(new Watched<ScratchesRun>(stage, scope => new ScratchesRun(scope, stage.Info), (run, window) =>
        {
            var (look, truth, width) = (run.Look(window), material.Masks[window.Number].Scratches, window.Current.Guide.Width);
            if (material.Damage is null)
                moves.Add(window.Number, [.. Enumerable.Range(0, (truth.Length / width + LineMap.Band - 1) / LineMap.Band * width).Select(i => look.Moves(i / width, i % width) >= Moving)]);
            // In a shot that stands lines wait, whatever passes behind them: it is told by most of its picture, as it is without the damage.
            var places = moves[window.Number];
            var isMoving = 2 * places.Count(place => place) > places.Length;
            int Stands(int sample) => isMoving && places[sample / width / LineMap.Band * width + sample % width] ? 0 : 1;
            var fates = new LineFate[truth.Length];
            Array.Fill(fates, LineFate.NoLine);
            // What two lines cover is counted once.
            var counted = new bool[truth.Length];
            foreach (var line in look.Lines)
            {
                var (samples, hits) = (new int[2], new int[2]);
                var (profile, mask) = run.Mask(window, look, line.Path);
                foreach (var sample in mask)
                {
                    fates[sample] = Better(fates[sample], LineFates.Of(line));
                    if (counted[sample])
                        continue;
                    counted[sample] = true;
                    samples[Stands(sample)]++;
                    hits[Stands(sample)] += truth[sample] != 0 ? 1 : 0;
                }
                for (var y = profile.First; y < profile.End; y++)
                    for (var x = Math.Max(0, profile.X(y) - profile.Reach); x <= Math.Min(width - 1, profile.X(y) + profile.Reach); x++)
                        fates[y * width + x] = Better(fates[y * width + x], LineFate.BesideMask);
                if (samples.Sum() > 0)
                    _lines.Add(new LineSample(source, material.Damage is not null, line, samples, hits));
            }
            for (var i = 0; i < truth.Length; i++)
                if (truth[i] != 0)
                    damaged.Add(Stands(i) == 0, fates[i]);
            run.Forget(window);
        }), Quality.Best, _rows);
    }

    private static LineFate Better(LineFate a, LineFate b) => a < b ? a : b;

    private static double[] Fit(List<LineSample> lines) => LogisticFit.Of(lines.ConvertAll(line => (line.Traits, line.IsScratch, line.IsScratch ? 1 : Wrong)));

    private static void Say(string name, string asked, List<(LineSample Line, double Confidence)> judged, Damaged damaged)
    {
        var taken = judged.FindAll(line => line.Confidence >= 0.5);
        string Taken(int place, long of)
        {
            var (hits, samples) = (taken.Sum(line => line.Line.IsDamaged ? line.Line.Hits[place] : 0), taken.Sum(line => line.Line.IsDamaged ? line.Line.Samples[place] : 0));
            return $"{Share(hits, of)} | {Share(hits, samples)}";
        }
        Console.WriteLine($"| {name} | {asked} | {damaged.Moving} | {Share(damaged.Near, damaged.Moving)} | {Share(damaged.Masked, damaged.Moving)} | {Taken(0, damaged.Moving)} | {damaged.Still} | {Taken(1, damaged.Still)} | {taken.Count(line => !line.Line.IsDamaged)} |");
    }

    private static string Share(long part, long whole) => Say((float)part / Math.Max(1, whole));

    private void Confidence(List<(LineSample Line, double Confidence)> judged)
    {
        Console.WriteLine($"\n{_clean} frames, clean and damaged alike:\n\n| confidence | lines | mean | right |\n|---|---|---|---|");
        double[] bounds = [0.5, 0.6, 0.7, 0.8, 0.85, 0.95, 1.01];
        foreach (var (least, most) in bounds.Zip(bounds.Skip(1)))
            if (judged.FindAll(line => line.Confidence >= least && line.Confidence < most) is { Count: > 0 } some)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {least:0.00} to {Math.Min(1, most):0.00} | {some.Count} | {some.Average(line => line.Confidence):0.000} | {some.Average(line => line.Line.IsScratch ? 1.0 : 0):0.000} |"));
        Console.WriteLine();
    }
}
