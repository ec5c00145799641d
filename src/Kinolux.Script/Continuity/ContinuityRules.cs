using Kinolux.Script.Continuity.Rules;

namespace Kinolux.Script.Continuity;

/// <summary>The catalogue of rules.</summary>
public static class ContinuityRules
{
    public static IReadOnlyList<ContinuityRule> All { get; } =
    [
        NameVaries.Rule,
        NumberGap.Rule,
    ];
}
