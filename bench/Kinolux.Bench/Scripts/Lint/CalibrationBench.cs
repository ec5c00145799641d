using System.Globalization;
using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts.Lint;

/// <summary>How far confidences are from what readers say, rule by rule, and how they are to be moved.</summary>
internal static class CalibrationBench
{
    // A rule with few labels stays near what its evidence says: the shift has a normal prior of this width, in log odds.
    private const double Width = 1;

    public static void Run(string stories)
    {
        List<Labelled> all = [.. Hand("broken.fountain-set"), .. Hand("clean.fountain-set"), .. Field(stories)];
        Console.WriteLine("| rule | labels | right | confidence, mean | shift | Brier score before | after, each script by the others |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        List<Labelled> moved = [];
        foreach (var rule in ContinuityRules.All)
        {
            var own = all.Where(one => one.Rule == rule.Id).ToList();
            if (own.Count == 0)
                continue;
            // Each finding as the other scripts would have it; a shift that does not help them is not made.
            List<Labelled> after = [.. own.Select(one => one with { Sure = Moved(one.Sure, Fit([.. own.Where(other => other.Script != one.Script)])) })];
            var helps = !rule.IsFormal && Brier(after) < Brier(own);
            moved.AddRange(helps ? after : own);
            Row(rule.Id, own, helps ? Fit(own).ToString("0.00", CultureInfo.InvariantCulture) : "none", after);
        }
        Row("all, where it is moved", all, "", moved);

        static void Row(string name, List<Labelled> own, string shift, List<Labelled> after) =>
            Console.WriteLine(FormattableString.Invariant($"| {name} | {own.Count} | {own.Sum(one => one.Right):0.#} | {own.Average(one => one.Sure):0.00} | {shift} | {Brier(own):0.000} | {Brier(after):0.000} |"));
    }

    private static double Brier(List<Labelled> findings) => findings.Average(one => (one.Sure - one.Right) * (one.Sure - one.Right));

    private static IEnumerable<Labelled> Hand(string set)
    {
        foreach (var script in FaultyScript.ReadSet(LintBench.InSet(set)))
        {
            var linted = Linted.Of(FountainReader.Read(script.Text));
            // What breaks the right rule at a line without a mark may be the same slip, seen from elsewhere.
            foreach (var finding in ByEvidence(linted.Script).Where(finding => finding.Rule != script.Rule || linted.IsAt(finding, script.Lines)))
                yield return new Labelled(script.Name, finding.Rule, finding.Confidence, finding.Rule == script.Rule ? 1 : 0);
        }
    }

    private static IEnumerable<Labelled> Field(string stories)
    {
        var labels = FieldLabel.Read(LintBench.InSet("field.tsv"));
        foreach (var field in FieldScript.Of(stories))
            foreach (var finding in ByEvidence(field.Script))
                if (labels.TryGetValue((field.Name, field.Script.Elements[finding.Element].Span.Line + 1, finding.Rule), out var label))
                    yield return new Labelled(field.Name, finding.Rule, finding.Confidence, label.Right switch { true => 1, false => 0, _ => 0.5 });
    }

    // What counts, as sure as its evidence is.
    private static IEnumerable<Finding> ByEvidence(Screenplay script) => Linter.ByEvidence(script, Cast.Of(script)).Where(finding => finding.Confidence >= Linted.Sure);

    // The most likely shift: log loss and prior, by halving where its slope changes sign.
    private static double Fit(IReadOnlyList<Labelled> own)
    {
        var (low, high) = (-4.0, 4.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (own.Sum(one => Moved(one.Sure, middle) - one.Right) + middle / (Width * Width) > 0)
                high = middle;
            else
                low = middle;
        }
        return low;
    }

    private static double Moved(double share, double shift) => 1 / (1 + (1 - share) / share * Math.Exp(-shift));

    private sealed record Labelled(string Script, string Rule, double Sure, double Right);
}
