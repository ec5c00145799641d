using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Bench.Judges;

/// <summary>
/// How despeckle's judgement fares: for each film and damage precision and recall per sample at a confidence of 0.5, and over all of them whether the confidence is a probability.
/// Writes, where asked, every candidate for <c>training/judge.py</c> to learn from.
/// </summary>
internal static class JudgeBench
{
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
        var models = ModelRegistry.Default;
        var card = folder is null ? models.Of(ModelTask.JudgeDirt).FirstOrDefault() : null;
        var network = card is null ? null : new LearnedJudge(card, models.Open(card));
        JudgeScore[] judges = card is null ? [new("table")] : [new("table"), new(card.Name)];
        var asked = 0;
        Console.WriteLine($"| film | damage | candidates | {string.Join(" | ", judges.Select(judge => $"{judge.Name}: precision | recall | F1 | samples taken wrongly"))} |");
        Console.WriteLine($"|---|---|---|{string.Concat(judges.Select(_ => "---|---|---|---|"))}");
        foreach (var film in films)
            for (var i = 0; i < Damages.Length; i++)
            {
                using var clean = Material.Read(film, i * count / 2, count, rows);
                using var material = Damages[i].Damage is { } damage ? clean.With(damage, rows) : clean;
                long candidates = 0, dirt = material.Masks.Sum(mask => (long)mask.Dirt.Count(sample => sample != 0));
                records?.Begin(material, i, dirt);
                Array.ForEach(judges, judge => judge.Begin());
                Candidate.Each(material, network, Quality.Best, rows, candidate =>
                {
                    records?.Add(candidate);
                    if (!candidate.Exam.IsSeen)
                        return;
                    candidates++;
                    asked += LearnedJudge.IsAsked(candidate.Exam) ? 1 : 0;
                    judges[0].Add(candidate, candidate.Confidence);
                    if (judges.Length > 1)
                        judges[1].Add(candidate, candidate.Learned);
                });
                Console.WriteLine(Say($"| {material.Name} | {Damages[i].Name} | {candidates} | {string.Join(" | ", judges.Select(judge => judge.Cells(dirt)))} |"));
            }
        foreach (var judge in judges)
            Print(judge);
        Console.WriteLine(Say($"\n{asked} candidates in {films.Count * Damages.Length * count} frames are doubtful enough to ask a network."));
        if (card is not null)
            Console.WriteLine($"What {card.Name} learned from: {string.Join("; ", card.Data)}. Its card's figures are of films that it had not seen.");
    }

    private static void Print(JudgeScore judge)
    {
        Console.WriteLine($"\n| {judge.Name}: confidence | share that is dirt | candidates |\n|---|---|---|");
        foreach (var (confidence, share, count) in judge.Reliability)
            Console.WriteLine(Say($"| {confidence:0.00} | {share:0.00} | {count} |"));
        Console.WriteLine(Say($"\nExpected calibration error: {judge.CalibrationError:0.000}"));
    }

    internal static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
