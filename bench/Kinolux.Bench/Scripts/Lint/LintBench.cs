using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;

namespace Kinolux.Bench.Scripts.Lint;

/// <summary>How much of what is wrong in scripts the linter finds, and how much it finds that is not.</summary>
internal static class LintBench
{
    public static void Run(bool missed)
    {
        var broken = FaultyScript.ReadSet(InSet("broken.fountain-set"));
        var clean = FaultyScript.ReadSet(InSet("clean.fountain-set"));
        Console.WriteLine("| rule | by hand |");
        Console.WriteLine("|---|---|");
        foreach (var rule in ContinuityRules.All)
        {
            var scripts = broken.Where(script => script.Rule == rule.Id).ToList();
            Console.WriteLine($"| {rule.Id} | {scripts.Count(IsFound)}/{scripts.Count} |");
        }
        Console.WriteLine($"| all | {broken.Count(IsFound)}/{broken.Count} |");
        Console.WriteLine();
        Alarms("clean scripts", clean, new HashSet<string>());
        Alarms("broken scripts, of rules that they do not break", broken, broken.Select(script => script.Rule).ToHashSet());
        if (missed)
            foreach (var script in broken.Where(script => !IsFound(script)))
                Missed(script);
    }

    public static bool IsFound(FaultyScript script) => Linted.Of(FountainReader.Read(script.Text)).Reports(script.Rule, script.Lines);

    /// <summary>The file of a set, beside the program.</summary>
    public static string InSet(string name) => Path.Combine(AppContext.BaseDirectory, "Scripts", "Lint", name);

    private static void Alarms(string what, IReadOnlyList<FaultyScript> scripts, IReadOnlySet<string> rules)
    {
        List<string> alarms = [];
        foreach (var script in scripts)
        {
            var linted = Linted.Of(FountainReader.Read(script.Text));
            alarms.AddRange(linted.Findings.Where(finding => !rules.Contains(script.Rule) || finding.Rule != script.Rule).Select(finding => $"- {script.Name} ({script.Rule}): {linted.Say(finding)}"));
        }
        Console.WriteLine($"False alarms in {scripts.Count} {what}: {alarms.Count}");
        foreach (var alarm in alarms)
            Console.WriteLine(alarm);
        Console.WriteLine();
    }

    private static void Missed(FaultyScript script)
    {
        Console.WriteLine($"missed: {script.Name}, {script.Rule}");
        var lines = script.Text.Split('\n');
        foreach (var line in script.Lines.Order())
            Console.WriteLine($"    {line + 1}: {lines[line]}");
    }
}
