using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>Whether the linter reports a fault where it is.</summary>
internal static class HeldBackScore
{
    /// <summary>Findings below this are hints, and count neither way.</summary>
    public const double Sure = 0.5;

    /// <summary>True where a rule of the fault reports something at a marked line, or in the scene of one, that it did not report before.</summary>
    public static bool IsFound(Fault fault, CleanScript? before = null) => Split(fault, before).Hits.Count > 0;

    /// <summary>What is new in a script with a fault: what reports the fault, and what else is said.</summary>
    public static (IReadOnlyList<Finding> Hits, IReadOnlyList<Finding> Others) Split(Fault fault, CleanScript? before = null)
    {
        var script = FountainReader.Read(fault.Script.Text);
        var known = (before?.Findings ?? []).Where(IsSure).CountBy(finding => Key(before!.Script, finding)).ToDictionary();
        List<Finding> hits = [], others = [];
        foreach (var finding in Linter.Check(script, Cast.Of(script)).Where(IsSure))
        {
            var isHit = fault.Rules.Contains(finding.Rule) && IsAt(fault, script, finding);
            if (!isHit && known.TryGetValue(Key(script, finding), out var left) && left > 0)
                known[Key(script, finding)] = left - 1;
            else
                (isHit ? hits : others).Add(finding);
        }
        // What was said of these lines before the fault was there is not said of the fault.
        hits = [.. hits.Where(finding => known.GetValueOrDefault(Key(script, finding)) == 0)];
        return (hits, others);
    }

    public static bool IsSure(Finding finding) => finding.Confidence >= Sure;

    private static (string Rule, string Text) Key(Screenplay script, Finding finding) => (finding.Rule, script.Elements[finding.Element].Text);

    private static bool IsAt(Fault fault, Screenplay script, Finding finding)
    {
        if (Holds(fault, script, finding.Element, finding.Element + 1))
            return true;
        var scene = script.Scenes.LastOrDefault(scene => scene.First <= finding.Element);
        return scene is not null && Holds(fault, script, scene.First, scene.End);
    }

    private static bool Holds(Fault fault, Screenplay script, int first, int end)
    {
        var (from, to) = (script.Elements[first].Span.Line, script.Elements[end - 1].Span.LastLine);
        return fault.Script.Marks.Any(line => line >= from && line <= to);
    }
}
