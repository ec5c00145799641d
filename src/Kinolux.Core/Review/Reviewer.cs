using System.Collections.Frozen;

namespace Kinolux.Core.Review;

/// <summary>The one way to decide: a person's last matching decision, else the policy. Thread-safe; does not change.</summary>
public sealed class Reviewer
{
    private readonly FrozenDictionary<string, Decision[]> _byKind;

    public Reviewer(Policy policy, IEnumerable<Decision> decisions)
    {
        Policy = policy;
        _byKind = decisions.GroupBy(decision => decision.Kind).ToFrozenDictionary(group => group.Key, group => group.Reverse().ToArray());
    }

    public Policy Policy { get; }

    public Decided Decide(Proposal proposal)
    {
        if (_byKind.TryGetValue(proposal.Kind, out var decisions))
            foreach (var decision in decisions)
                if (decision.Matches(proposal))
                    return decision.Verdict switch
                    {
                        Verdict.Edit => new Decided(
                            proposal with { Change = decision.Change ?? proposal.Change, Region = decision.Mask ?? proposal.Region },
                            Verdict.Edit, decision.By, decision.Reason),
                        Verdict.Wait => ByPolicy(proposal),
                        _ => new Decided(proposal, decision.Verdict, decision.By, decision.Reason),
                    };
        return ByPolicy(proposal);
    }

    // A person's own wish is a decision already.
    private Decided ByPolicy(Proposal proposal) =>
        proposal.Source.IsPerson
            ? new Decided(proposal, Verdict.Accept, proposal.Source.Name)
            : new Decided(proposal, Policy.Decide(proposal), $"policy {Policy.Name}");
}
