using System.Collections.Frozen;

namespace Kinolux.Core.Review;

/// <summary>The one way to decide: a person's last matching decision, else what people's rejections taught, else the policy. Thread-safe; does not change.</summary>
public sealed class Reviewer
{
    // Decisions are found by the stretches of the axis that they touch, such as this many frames; what touches many stands apart.
    private const int Stretch = 32;
    private const int Many = 64;
    private readonly FrozenDictionary<string, OfKind> _byKind;
    private readonly Lessons _lessons;

    public Reviewer(Policy policy, IEnumerable<Decision> decisions)
    {
        Policy = policy;
        List<Decision> all = [.. decisions];
        _lessons = new Lessons(all);
        _byKind = all.GroupBy(decision => decision.Kind).ToFrozenDictionary(group => group.Key, group => new OfKind([.. group]));
    }

    public Policy Policy { get; }

    public Decided Decide(Proposal proposal)
    {
        if (!_byKind.TryGetValue(proposal.Kind, out var decisions) || decisions.LastFor(proposal) is not { } decision)
            return ByPolicy(proposal);
        return decision.Verdict switch
        {
            Verdict.Edit => new Decided(
                proposal with { Change = decision.Change ?? proposal.Change, Place = decision.Mask is { } mask ? proposal.Place.InFilm() with { Region = mask, Track = null } : proposal.Place },
                Verdict.Edit, decision.By, decision.Reason),
            Verdict.Wait => ByPolicy(proposal),
            _ => new Decided(proposal, decision.Verdict, decision.By, decision.Reason),
        };
    }

    // A person's own wish is a decision already.
    private Decided ByPolicy(Proposal proposal) =>
        proposal.Source.IsPerson
            ? new Decided(proposal, Verdict.Accept, proposal.Source.Name)
            // What the policy is sure of stays as it is: a lesson only spares questions.
            : Policy.Decide(proposal) is var verdict && verdict == Verdict.Wait && _lessons.Of(proposal) is { } lesson
                ? new Decided(proposal, Verdict.Reject, Lessons.By, lesson)
                : new Decided(proposal, verdict, $"policy {Policy.Name}");

    /// <summary>Decisions on one kind, so kept that a proposal is held against few even after thousands.</summary>
    private sealed class OfKind
    {
        private readonly Decision[] _all;
        private readonly List<int> _broad = [];
        private readonly Dictionary<long, List<int>> _near = [];

        public OfKind(Decision[] all)
        {
            _all = all;
            for (var i = 0; i < all.Length; i++)
            {
                var (first, last) = (all[i].Place.Extent.First / Stretch, all[i].Place.Extent.Last / Stretch);
                if (last - first >= Many)
                    _broad.Add(i);
                else
                    for (var at = first; at <= last; at++)
                        (_near.TryGetValue(at, out var near) ? near : _near[at] = []).Add(i);
            }
        }

        public Decision? LastFor(Proposal proposal)
        {
            var last = Last(_broad, proposal, -1);
            var (first, end) = (proposal.Place.Extent.First / Stretch, proposal.Place.Extent.Last / Stretch);
            // What covers more stretches than there are with decisions is held against all of them.
            if (end - first > _near.Count)
                foreach (var (at, near) in _near)
                    last = at >= first && at <= end ? Last(near, proposal, last) : last;
            else
                for (var at = first; at <= end; at++)
                    if (_near.TryGetValue(at, out var near))
                        last = Last(near, proposal, last);
            return last < 0 ? null : _all[last];
        }

        // The last that matches and is later than `known`.
        private int Last(List<int> candidates, Proposal proposal, int known)
        {
            for (var i = candidates.Count - 1; i >= 0 && candidates[i] > known; i--)
                if (_all[candidates[i]].Matches(proposal))
                    return candidates[i];
            return known;
        }
    }
}
