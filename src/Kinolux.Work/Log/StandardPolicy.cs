using Kinolux.Core.Review;

namespace Kinolux.Work.Log;

/// <summary>How Kinolux decides where nobody said otherwise: as each kind says of itself; all else is accepted when it is more likely right than wrong.</summary>
public static class StandardPolicy
{
    public static Policy Of(IReadOnlyList<ProposalKind> kinds) => new(
        "standard",
        [
            .. kinds.SelectMany(kind => kind.Rules.Select(rule => new PolicyRule(kind.Id, rule.MinConfidence, rule.Verdict, rule.Reason))),
            new PolicyRule("*", 0.5, Verdict.Accept),
            new PolicyRule("*", 0, Verdict.Reject, "more likely part of the picture"),
        ]);
}
