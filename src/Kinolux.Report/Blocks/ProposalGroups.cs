using Kinolux.Core.Review;

namespace Kinolux.Report.Blocks;

/// <summary>
/// Proposals gathered by part and kind: counts of all, and the most doubtful ones to look at. Memory is bounded by groups, not by proposals.
/// </summary>
/// <param name="parts">The document's parts, in order of their extents.</param>
public sealed class ProposalGroups(IReadOnlyList<Part> parts)
{
    private readonly SortedDictionary<(int Part, string Kind), ProposalGroup> _groups = new(Comparer<(int Part, string Kind)>.Create(
        (a, b) => a.Part != b.Part ? a.Part.CompareTo(b.Part) : string.CompareOrdinal(a.Kind, b.Kind)));

    public IEnumerable<ProposalGroup> All => _groups.Values;

    /// <summary>Adds one to the group of the part in which it begins.</summary>
    /// <param name="seen">True where the page has a picture of it.</param>
    public void Add(Decided decided, bool seen = false)
    {
        var part = Part.At(parts, decided.Proposal.Place.Extent.First);
        var key = (part?.Number ?? 0, decided.Proposal.Kind);
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new ProposalGroup(part, key.Kind));
        group.Add(decided, seen);
    }
}
