using Kinolux.Core.Review;

namespace Kinolux.Report.Blocks;

/// <summary>The proposals of one kind in one part of a document.</summary>
/// <param name="part">The part; null outside every part.</param>
/// <param name="kind">The kind.</param>
public sealed class ProposalGroup(Part? part, string kind)
{
    /// <summary>How many proposals of a group the page lists; the work folder has them all.</summary>
    public const int Listed = 100;

    private readonly PriorityQueue<Decided, double> _listed = new();
    private readonly int[] _byVerdict = new int[Enum.GetValues<Verdict>().Length];

    public Part? Part { get; } = part;

    public string Kind { get; } = kind;

    public int Count { get; private set; }

    /// <summary>How many there are of each <see cref="Verdict"/>.</summary>
    public IReadOnlyList<int> ByVerdict => _byVerdict;

    /// <summary>Waiting ones first, then those that can be seen in a picture, then the least sure.</summary>
    public IEnumerable<Decided> Doubtful => _listed.UnorderedItems.OrderByDescending(item => item.Priority)
        .ThenBy(item => item.Element.Proposal.Id, StringComparer.Ordinal).Select(item => item.Element);

    internal void Add(Decided decided, bool seen)
    {
        Count++;
        _byVerdict[(int)decided.Verdict]++;
        var doubt = (decided.Verdict == Verdict.Wait ? 4 : 0) + (seen ? 2 : 0) + 1 - decided.Proposal.Confidence;
        if (_listed.Count < Listed)
            _listed.Enqueue(decided, doubt);
        else
            _listed.EnqueueDequeue(decided, doubt);
    }
}
