using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Stages;

namespace Kinolux.Bench.Judges;

/// <summary>
/// How despeckle's judgement fares: for each film and damage precision and recall per sample at a confidence of 0.5, and over all of them whether the confidence is a probability.
/// Writes, where asked, every candidate for <c>training/judge.py</c> to learn from.
/// </summary>
internal static class JudgeBench
{
    private const int Bins = 10;

    // The first is the film as it is, the second the damage that `restore` is measured on; grain makes the neighbours disagree.
    private static readonly (string Name, DamageOptions? Damage)[] Damages =
    [
        ("none", null), ("dirt", new(DamageKinds.Dirt, 1, 1)), ("less, with grain", new(DamageKinds.Dirt | DamageKinds.Grain, 0.5, 2)), ("with grain", new(DamageKinds.Dirt | DamageKinds.Grain, 1, 3)),
    ];

    /// <param name="films">Files, or shots of the demo film.</param>
    /// <param name="count">Frames of each.</param>
    /// <param name="folder">Where the candidates go; null for nowhere.</param>
    public static void Run(IReadOnlyList<string> films, int count, string? folder)
    {
        var rows = new RowRunner(Environment.ProcessorCount);
        using var records = folder is null ? null : new CandidateRecords(folder);
        var bins = new (double Confidence, int Dirt, int Count)[Bins];
        Console.WriteLine("| film | damage | candidates | precision | recall | F1 | samples taken wrongly |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var film in films)
            for (var i = 0; i < Damages.Length; i++)
            {
                using var clean = Material.Read(film, i * count / 2, count, rows);
                using var material = Damages[i].Damage is { } damage ? clean.With(damage, rows) : clean;
                long candidates = 0, taken = 0, hit = 0, dirt = material.Masks.Sum(mask => (long)mask.Dirt.Count(sample => sample != 0));
                records?.Begin(material, i, dirt);
                Candidate.Each(material, Quality.Best, rows, candidate =>
                {
                    records?.Add(candidate);
                    if (!candidate.Exam.IsSeen)
                        return;
                    candidates++;
                    var confidence = candidate.Confidence;
                    ref var bin = ref bins[Math.Min(Bins - 1, (int)(confidence * Bins))];
                    bin = (bin.Confidence + confidence, bin.Dirt + (candidate.IsDirt ? 1 : 0), bin.Count + 1);
                    if (confidence >= 0.5)
                        (taken, hit) = (taken + candidate.Mask, hit + candidate.MaskHit);
                });
                var (precision, recall) = ((double)hit / Math.Max(1, taken), (double)hit / Math.Max(1, dirt));
                Console.WriteLine(dirt == 0
                    ? Say($"| {material.Name} | {Damages[i].Name} | {candidates} | | | | {taken - hit} |")
                    : Say($"| {material.Name} | {Damages[i].Name} | {candidates} | {precision:0.000} | {recall:0.000} | {2.0 * hit / (taken + dirt):0.000} | {taken - hit} |"));
            }
        Print(bins);
    }

    private static void Print((double Confidence, int Dirt, int Count)[] bins)
    {
        Console.WriteLine("\n| confidence | share that is dirt | candidates |\n|---|---|---|");
        foreach (var (confidence, dirt, count) in bins)
            if (count > 0)
                Console.WriteLine(Say($"| {confidence / count:0.00} | {(double)dirt / count:0.00} | {count} |"));
        Console.WriteLine(Say($"\nExpected calibration error: {bins.Sum(bin => Math.Abs(bin.Confidence - bin.Dirt)) / bins.Sum(bin => bin.Count):0.000}"));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
