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
        foreach (var rule in ContinuityRules.All)
            if (all.Where(one => one.Rule == rule.Id).ToList() is { Count: > 0 } own)
                Row(rule.Id, own, Fit(own).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Row("all", all, "");

        void Row(string name, List<Labelled> own, string shift) => Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {own.Count} | {own.Sum(one => one.Right):0.#} | {own.Average(one => one.Sure):0.00} | {shift} | {own.Average(one => Square(one.Sure - one.Right)):0.000} | {own.Average(one => Square(Moved(one.Sure, Fit([.. all.Where(other => other.Rule == one.Rule && other.Script != one.Script)])) - one.Right)):0.000} |"));
    }

    private static IEnumerable<Labelled> Hand(string set)
    {
        foreach (var script in FaultyScript.ReadSet(LintBench.InSet(set)))
        {
            var linted = Linted.Of(FountainReader.Read(script.Text));
            foreach (var finding in ByEvidence(linted.Script))
                yield return new Labelled(script.Name, finding.Rule, finding.Confidence, finding.Rule == script.Rule && linted.IsAt(finding, script.Lines) ? 1 : 0);
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

    private static double Square(double value) => value * value;

    private sealed record Labelled(string Script, string Rule, double Sure, double Right);
}
