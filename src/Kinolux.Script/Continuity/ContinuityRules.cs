using Kinolux.Script.Continuity.Rules;

namespace Kinolux.Script.Continuity;

/// <summary>The catalogue of rules.</summary>
public static class ContinuityRules
{
    public static IReadOnlyList<ContinuityRule> All { get; } =
    [
        DeadSpeaks.Rule,
        TwoPlaces.Rule,
        NotContinuous.Rule,
        DayNight.Rule,
        NameVaries.Rule,
        NotIntroduced.Rule,
        PropOrder.Rule,
        KnowsBefore.Rule,
        NoPayOff.Rule,
        NumberGap.Rule,
        AbruptTransition.Rule,
        MissedHeading.Rule,
        LateTitle.Rule,
    ];
}
