using Kinolux.Script.Continuity;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts.Lint;

/// <summary>What the linter says of scripts that people wrote, beside what a reader says of each finding.</summary>
internal static class FieldBench
{
    public static void Run(string stories, string[] asked)
    {
        var labels = FieldLabel.Read(LintBench.InSet("field.tsv"));
        var hints = asked.Contains("--hints");
        Dictionary<string, (int Right, int False, int Arguable, int Unlabelled)> counts = [];
        var scenes = 0;
        foreach (var field in FieldScript.Of(stories))
        {
            scenes += Math.Max(1, field.Script.Scenes.Count);
            foreach (var finding in Linter.Check(field.Script, Cast.Of(field.Script)).Where(finding => hints || finding.Confidence >= Linted.Sure))
            {
                var line = field.Script.Elements[finding.Element].Span.Line + 1;
                var label = labels.GetValueOrDefault((field.Name, line, finding.Rule));
                var count = counts.GetValueOrDefault(finding.Rule);
                counts[finding.Rule] = label switch { null => count with { Unlabelled = count.Unlabelled + 1 }, { Right: true } => count with { Right = count.Right + 1 }, { Right: false } => count with { False = count.False + 1 }, _ => count with { Arguable = count.Arguable + 1 } };
                if (label is null || asked.Contains("--all"))
                    Console.WriteLine(FormattableString.Invariant($"{field.Name}\t{line}\t{finding.Rule}\t{(label is null ? "?" : label.Right is true ? "right" : label.Right is false ? "false" : "arguable")}\t{finding.Confidence:0.00} {finding.Summary} | {string.Join(" | ", finding.Evidence.Select(one => one.What))}"));
            }
        }
        Console.WriteLine();
        Console.WriteLine($"| rule | right | arguable | false | unlabelled | false per 100 of {scenes} scenes |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var rule in ContinuityRules.All)
            if (counts.TryGetValue(rule.Id, out var count))
                Console.WriteLine(FormattableString.Invariant($"| {rule.Id} | {count.Right} | {count.Arguable} | {count.False} | {count.Unlabelled} | {100.0 * count.False / scenes:0.00} |"));
    }
}
