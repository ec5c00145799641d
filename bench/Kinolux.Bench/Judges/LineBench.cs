using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Bench.Judges;

/// <summary>
/// How the judgement of scratches fares: for each film, as it is and scratched, precision and recall per sample at a confidence of 0.5, and where the rest of the damage is:
/// beside what is taken, on lines judged too low, on lines that wait by a rule, or on no line. Writes, where asked, every line for <c>training/lines.py</c> to learn from.
/// </summary>
internal static class LineBench
{
    // Of the samples of a scratch, this close to a line's middle.
    private const int Beside = 4;

    private enum Cause : byte
    {
        None, Waits, Low, Beside, Taken,
    }

    /// <param name="lines">Where the lines go: film, damage's strength, frame, place, confidence by itself, support, whether it waits, samples that it changes, damaged ones among them.</param>
    public static void Run(IReadOnlyList<string> films, int count, TextWriter lines)
    {
        var rows = new RowRunner(Environment.ProcessorCount);
        Console.WriteLine("| film | lines | taken | precision | recall | beside | low | waits | no line | samples taken wrongly |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var film in films)
        {
            using var clean = Material.Read(film, 0, count, rows);
            Run(clean, rows, lines);
            using var scratched = clean.With(new DamageOptions(DamageKinds.Scratches, 1, 1 + film.Sum(letter => letter)), rows);
            Run(scratched, rows, lines);
        }
    }

    private static void Run(Material material, RowRunner rows, TextWriter lines)
    {
        var damaged = new long[5];
        long all = 0, taken = 0, wrong = 0;
        var stage = new Scratches();
        material.Run(new Watched<ScratchesRun>(stage, scope => new ScratchesRun(scope, stage.Info), (run, window) =>
        {
            var truth = material.Masks[window.Number].Scratches;
            var causes = new Cause[truth.Length];
            foreach (var line in run.Lines(window))
            {
                var samples = run.Mask(window, line.Path).Samples;
                var cause = line.Confidence >= 0.5 ? Cause.Taken : line.Waits ? Cause.Waits : Cause.Low;
                Mark(causes, window.Current.Guide, line.Path, cause == Cause.Taken ? Cause.Beside : cause);
                foreach (var sample in samples)
                    causes[sample] = causes[sample] > cause ? causes[sample] : cause;
                all++;
                taken += cause == Cause.Taken && samples.Count > 0 ? 1 : 0;
                var alone = line with { Support = null };
                lines.WriteLine(Say($"{material.Name},{material.Damage?.Strength ?? 0},{window.Number},{line.Path.X.Average():0},{alone.Confidence:0.000000},{line.Support ?? 0:0.0000},{(alone.Waits ? 1 : 0)},{samples.Count},{samples.Count(sample => truth[sample] != 0)}"));
            }
            for (var i = 0; i < truth.Length; i++)
                if (truth[i] != 0)
                    damaged[(int)causes[i]]++;
                else
                    wrong += causes[i] == Cause.Taken ? 1 : 0;
            run.Forget(window);
        }), Quality.Best, rows);
        var share = Array.ConvertAll(damaged, samples => damaged.Sum() == 0 ? "" : Say($"{(double)samples / damaged.Sum():0.000}"));
        var precision = damaged.Sum() == 0 ? "" : Say($"{(double)damaged[(int)Cause.Taken] / Math.Max(1, damaged[(int)Cause.Taken] + wrong):0.000}");
        Console.WriteLine($"| {material.Name} | {all} | {taken} | {precision} | {string.Join(" | ", share.Reverse())} | {wrong} |");
    }

    private static void Mark(Cause[] causes, Plane guide, LinePath line, Cause cause)
    {
        for (var y = line.First * LineMap.Band; y < Math.Min(guide.Height, (line.First + line.X.Length) * LineMap.Band); y++)
        {
            var middle = line.X[y / LineMap.Band - line.First];
            for (var x = Math.Max(0, middle - Beside); x <= Math.Min(guide.Width - 1, middle + Beside); x++)
                causes[y * guide.Width + x] = causes[y * guide.Width + x] > cause ? causes[y * guide.Width + x] : cause;
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
