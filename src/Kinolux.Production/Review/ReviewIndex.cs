using Kinolux.Core.Review;
using Kinolux.Production.Work;

namespace Kinolux.Production.Review;

/// <summary>Keeps what was proposed about a film at hand, and how it stands; files are read again only when they changed. Thread-safe.</summary>
public sealed class ReviewIndex(WorkFolder work)
{
    private readonly Lock _lock = new();
    private Stamp _proposalsStamp;
    private (Stamp Proposals, Stamp Wishes) _outlinesStamp;
    private (Stamp, Stamp, Stamp Decisions, Stamp Policy) _stateStamp;
    private IReadOnlyList<ProposalOutline> _rendered = [];
    private ProposalOutlines _outlines = new([], []);
    private ReviewState? _state;

    private readonly record struct Stamp(long Length, DateTime Written)
    {
        public string Tag => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Written.Ticks:x}.{Length:x}");
    }

    /// <summary>How everything stands now.</summary>
    /// <exception cref="Core.Faults.FaultException">KX24xx: a file of the work folder cannot be understood.</exception>
    public ReviewState Now()
    {
        lock (_lock)
        {
            // Taken before the files are read: what changes meanwhile is seen next time.
            var (proposals, wishes) = (StampOf(new DirectoryInfo(work.Proposals.Path)), StampOf(new FileInfo(work.WishesPath)));
            var (decisions, policy) = (StampOf(new FileInfo(work.DecisionsPath)), StampOf(new FileInfo(work.PolicyPath)));
            if (_state is not null && _stateStamp == (proposals, wishes, decisions, policy))
                return _state;
            if (_state is null || _proposalsStamp != proposals)
                (_rendered, _proposalsStamp) = ([.. work.Proposals.Outlines()], proposals);
            if (_state is null || _outlinesStamp != (proposals, wishes))
                (_outlines, _outlinesStamp) = (new ProposalOutlines(_rendered, Wishes()), (proposals, wishes));
            _state = new ReviewState(_outlines, work.Policy(), work.Decisions.Read(), proposals.Written, string.Join('-', proposals.Tag, wishes.Tag, decisions.Tag, policy.Tag));
            _stateStamp = (proposals, wishes, decisions, policy);
            return _state;
        }
    }

    private IEnumerable<ProposalOutline> Wishes()
    {
        var wishes = work.Wishes();
        if (wishes.Count == 0 || !File.Exists(work.PlanPath))
            return [];
        var shots = Plan.Read(work.PlanPath).Shots;
        return wishes.Select(wish => new ProposalOutline(
            new ProposalGroup(shots.FirstOrDefault(shot => shot.Shot.Frames.Contains(wish.Frames.First))?.Shot.Index ?? 0, wish.Kind, wish.Source),
            wish.Id, wish.Frames, wish.Region?.Box, wish.Confidence, null, default, wish));
    }

    private static Stamp StampOf(FileSystemInfo info) =>
        !info.Exists ? default : new Stamp(info is FileInfo file ? file.Length : 0, info.LastWriteTimeUtc);
}
