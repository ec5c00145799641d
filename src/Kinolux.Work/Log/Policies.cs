using Kinolux.Core.Review;

namespace Kinolux.Work.Log;

/// <summary>The ways to decide where nobody did that Kinolux offers by name; a person may state others in a file.</summary>
public static class Policies
{
    // As sure as nine in ten right.
    private const double NearlySure = 0.9;

    /// <summary>Their names, the one that decides unasked first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["standard", "conservative"];

    /// <summary>As each kind says of itself; all else is accepted when it is more likely right than wrong, and rejected when it is not.</summary>
    public static Policy Standard(IReadOnlyList<ProposalKind> kinds) => new(
        Names[0],
        [
            .. kinds.SelectMany(kind => kind.Rules.Select(rule => new PolicyRule(kind.Id, rule.MinConfidence, rule.Verdict, rule.Reason))),
            new PolicyRule("*", 0.5, Verdict.Accept),
            new PolicyRule("*", 0, Verdict.Reject, "more likely part of the picture"),
        ]);

    /// <summary>The same where it rejects or waits; what it accepts is accepted only when it is nearly sure, and else waits.</summary>
    public static Policy Conservative(IReadOnlyList<ProposalKind> kinds) => new(
        Names[1],
        [
            .. Standard(kinds).Rules.SelectMany(rule => rule is { Verdict: Verdict.Accept, MinConfidence: < NearlySure }
                ? (PolicyRule[])[rule with { MinConfidence = NearlySure }, rule with { Verdict = Verdict.Wait, Reason = "not sure enough to be done without a person" }]
                : [rule]),
        ]);

    /// <summary>Null where none has the name.</summary>
    public static Policy? Named(string name, IReadOnlyList<ProposalKind> kinds) =>
        name == Names[0] ? Standard(kinds) : name == Names[1] ? Conservative(kinds) : null;
}
