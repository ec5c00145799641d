namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>Puts one fault into a script.</summary>
/// <param name="Rule">The rule that must report it.</param>
/// <param name="Inject">Gives nothing where a place that it chose would not be wrong.</param>
internal sealed record Injector(string Rule, Func<CleanScript, Random, Fault?> Inject)
{
    private const int TriesForOne = 8;

    public static IReadOnlyList<Injector> All { get; } =
    [
        new("dead-speaks", Injectors.DeadSpeaks.Inject),
        new("two-places", Injectors.TwoPlaces.Inject),
        new("not-continuous", Injectors.NotContinuous.Inject),
        new("day-night", Injectors.DayNight.Inject),
        new("name-varies", Injectors.NameVaries.Inject),
        new("not-introduced", Injectors.NotIntroduced.Inject),
        new("prop-order", Injectors.PropOrder.Inject),
        new("knows-before", Injectors.KnowsBefore.Inject),
        new("no-pay-off", Injectors.NoPayOff.Inject),
        new("number-gap", Injectors.NumberGap.Inject),
        new("abrupt-transition", Injectors.AbruptTransition.Inject),
        new("missed-heading", Injectors.MissedHeading.Inject),
        new("late-title", Injectors.LateTitle.Inject),
    ];

    /// <summary>Up to so many faults of a script, no two alike; the same for the same script.</summary>
    public IReadOnlyList<Fault> Into(CleanScript script, int count)
    {
        List<Fault> faults = [];
        HashSet<string> seen = [];
        for (var seed = 0; seed < TriesForOne * count && faults.Count < count; seed++)
            if (Inject(script, new Random(1000 * seed + script.Name.Sum(letter => letter))) is { } fault && seen.Add(fault.Script.Text))
                faults.Add(fault);
        return faults;
    }
}
