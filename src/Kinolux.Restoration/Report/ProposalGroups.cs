using Kinolux.Core.Review;

namespace Kinolux.Restoration.Report;

/// <summary>
/// Proposals gathered by shot and kind: counts of all, and the most doubtful ones to look at. Memory is bounded by groups, not by proposals.
/// </summary>
internal sealed class ProposalGroups(IReadOnlyList<ReportShot> shots, IReadOnlySet<int> pictured)
{
    /// <summary>How many proposals of a group the page lists; the work folder has them all.</summary>
    public const int Listed = 100;

    private readonly SortedDictionary<(int Shot, string Kind), Group> _groups = new(Comparer<(int Shot, string Kind)>.Create(
        (a, b) => a.Shot != b.Shot ? a.Shot.CompareTo(b.Shot) : string.CompareOrdinal(a.Kind, b.Kind)));

    private readonly Dictionary<int, List<Decided>> _inPictures = [];

    public IEnumerable<Group> All => _groups.Values;

    /// <summary>What was found in a frame whose picture is shown.</summary>
    public IReadOnlyList<Decided> In(int frame) => _inPictures.TryGetValue(frame, out var found) ? found : [];

    public void Add(Decided decided)
    {
        var frames = decided.Proposal.Frames;
        var shot = ShotOf(frames.First);
        var key = (shot?.Index ?? 0, decided.Proposal.Kind);
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new Group(shot, key.Kind));
        var seen = decided.Proposal.Region is not null && frames.Count <= 2 && pictured.Contains(frames.First);
        group.Add(decided, seen);
        if (!seen)
            return;
        if (!_inPictures.TryGetValue(frames.First, out var found))
            _inPictures.Add(frames.First, found = []);
        found.Add(decided);
    }

    private ReportShot? ShotOf(int frame)
    {
        var (low, high) = (0, shots.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (shots[middle].Frames.Contains(frame))
                return shots[middle];
            if (shots[middle].Frames.First > frame)
                high = middle - 1;
            else
                low = middle + 1;
        }
        return null;
    }

    internal sealed class Group(ReportShot? shot, string kind)
    {
        private readonly PriorityQueue<Decided, double> _listed = new();

        public ReportShot? Shot { get; } = shot;

        public string Kind { get; } = kind;

        public int Count { get; private set; }

        public int[] ByVerdict { get; } = new int[Enum.GetValues<Verdict>().Length];

        /// <summary>Waiting ones first, then those that can be seen in a picture, then the least sure.</summary>
        public IEnumerable<Decided> Doubtful => _listed.UnorderedItems.OrderByDescending(item => item.Priority)
            .ThenBy(item => item.Element.Proposal.Id, StringComparer.Ordinal).Select(item => item.Element);

        public void Add(Decided decided, bool seen)
        {
            Count++;
            ByVerdict[(int)decided.Verdict]++;
            var doubt = (decided.Verdict == Verdict.Wait ? 4 : 0) + (seen ? 2 : 0) + 1 - decided.Proposal.Confidence;
            if (_listed.Count < Listed)
                _listed.Enqueue(decided, doubt);
            else
                _listed.EnqueueDequeue(decided, doubt);
        }
    }
}
