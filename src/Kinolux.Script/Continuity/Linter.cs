using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Continuity;

/// <summary>Looks for breaks of continuity. It changes nothing and never fails.</summary>
public static class Linter
{
    /// <summary>All that the rules find, in the order of the script.</summary>
    public static IReadOnlyList<Finding> Check(Screenplay script, Cast cast) => [.. ByEvidence(script, cast).Select(finding => finding with { Confidence = Calibration.Of(finding.Rule, finding.Confidence) })];

    /// <summary>The same with the confidence that each rule has by its evidence, before it is moved to what readers say.</summary>
    public static IReadOnlyList<Finding> ByEvidence(Screenplay script, Cast cast)
    {
        var read = new LintedScript(script, cast);
        return [.. ContinuityRules.All.SelectMany(rule => rule.Find(read)).OrderBy(finding => finding.Element).ThenBy(finding => finding.Rule, StringComparer.Ordinal)];
    }
}
