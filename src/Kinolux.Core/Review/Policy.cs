namespace Kinolux.Core.Review;

/// <summary>A stated way to decide without a person: the first rule that fits a proposal gives the verdict; where none fits, it waits.</summary>
public sealed record Policy(string Name, IReadOnlyList<PolicyRule> Rules)
{
    public Verdict Decide(Proposal proposal)
    {
        foreach (var rule in Rules)
            if ((rule.Kind == "*" || rule.Kind == proposal.Kind) && proposal.Confidence >= rule.MinConfidence)
                return rule.Verdict;
        return Verdict.Wait;
    }
}
