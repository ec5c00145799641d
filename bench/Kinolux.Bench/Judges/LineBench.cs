using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Bench.Judges;

/// <summary>
/// How the judgement of scratches fares on films as they are and scratched: precision and recall per sample at a confidence of 0.5, where the scene moves behind the line and where it stands,
/// by a judge that was fitted without any film of the same clip; whether its confidence is a share of what is right; and the weights fitted on all.
/// </summary>
internal sealed class LineBench
{
    // A false line weighs so much more than a scratch that is missed.
    private const double Wrong = 3;

    // In 1/16 samples: the scene moves where within the frames that a line is followed it goes aside by so much.
    private const int Moving = 32;

    private readonly RowRunner _rows = new(Environment.ProcessorCount);
    private readonly List<LineSample> _lines = [];
    private readonly Dictionary<string, long[]> _damaged = [];
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
        Console.WriteLine("| clip, left out | moving: precision | recall | samples | still: precision | recall | samples | taken on it clean |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var judged = new List<(LineSample Line, double Confidence)>();
        foreach (var source in _damaged.Keys)
        {
            var weights = Fit(line => line.Source != source);
            var own = _lines.FindAll(line => line.Source == source).ConvertAll(line => (line, line.Waits ? 0 : LogisticFit.Probability(weights, line.Traits)));
            Say(source, own, _damaged[source]);
            judged.AddRange(own);
        }
        var all = new[] { _damaged.Values.Sum(damaged => damaged[0]), _damaged.Values.Sum(damaged => damaged[1]) };
        Say("**all, each left out**", judged, all);
        Say("all, by the judge as it is", _lines.ConvertAll(line => (line, line.Confidence)), all);
        Say("all that is on some line", _lines.ConvertAll(line => (line, line.IsScratch ? 1.0 : 0)), all);
        Confidence(judged);
        Console.WriteLine($"fitted on all, the bias last: {string.Join(", ", Fit(_ => true).Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture)))}");
    }

    private void Look(Material material, string source, Dictionary<int, bool[]> moves)
    {
        if (!_damaged.TryGetValue(source, out var damaged))
            _damaged.Add(source, damaged = new long[2]);
        var stage = new Scratches();
        material.Run(new Watched<ScratchesRun>(stage, scope => new ScratchesRun(scope, stage.Info), (run, window) =>
        {
            var (look, truth, width) = (run.Look(window), material.Masks[window.Number].Scratches, window.Current.Guide.Width);
            if (material.Damage is null)
                moves.Add(window.Number, [.. Enumerable.Range(0, (truth.Length / width + LineMap.Band - 1) / LineMap.Band * width).Select(i => look.Moves(i / width, i % width) >= Moving)]);
            int Stands(int sample) => moves[window.Number][sample / width / LineMap.Band * width + sample % width] ? 0 : 1;
            for (var i = 0; i < truth.Length; i++)
                if (truth[i] != 0)
                    damaged[Stands(i)]++;
            foreach (var line in look.Lines)
            {
                var (samples, hits) = (new int[2], new int[2]);
                foreach (var sample in run.Mask(window, line.Path).Samples)
                {
                    samples[Stands(sample)]++;
                    hits[Stands(sample)] += truth[sample] != 0 ? 1 : 0;
                }
                if (samples.Sum() > 0)
                    _lines.Add(new LineSample(source, material.Damage is not null, [.. Enumerable.Range(0, ScratchTraits.Count).Select(i => (double)line.Traits[i])], line.Waits, line.Confidence, samples, hits));
            }
            run.Forget(window);
        }), Quality.Best, _rows);
    }

    private double[] Fit(Predicate<LineSample> from) =>
        LogisticFit.Of(_lines.FindAll(from).ConvertAll(line => (line.Traits, line.IsScratch, line.IsScratch ? 1 : Wrong)));

    private static void Say(string name, List<(LineSample Line, double Confidence)> judged, long[] damaged)
    {
        var taken = judged.FindAll(line => line.Confidence >= 0.5);
        var columns = Enumerable.Range(0, 2).Select(i =>
        {
            var (hits, samples) = (taken.Sum(line => line.Line.IsDamaged ? line.Line.Hits[i] : 0), taken.Sum(line => line.Line.IsDamaged ? line.Line.Samples[i] : 0));
            return string.Create(CultureInfo.InvariantCulture, $"{(double)hits / Math.Max(1, samples):0.000} | {(double)hits / Math.Max(1, damaged[i]):0.000} | {damaged[i]}");
        });
        Console.WriteLine($"| {name} | {string.Join(" | ", columns)} | {taken.Count(line => !line.Line.IsDamaged)} |");
    }

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
