using Kinolux.Core.Review;
using Kinolux.Production.Work;

namespace Kinolux.Production.Review;

/// <summary>Keeps what was proposed about a film at hand, and how it is decided; files are read again only when they changed. Thread-safe.</summary>
public sealed class ReviewIndex(WorkFolder work)
{
    private readonly Lock _lock = new();
    private (string Proposals, string Log) _stamp;
    private IReadOnlyList<ProposalOutline> _rendered = [];
    private IReadOnlyList<Proposal> _wishes = [];
    private ProposalOutlines _outlines = new([], []);
    private ReviewState? _state;

    /// <summary>How everything is decided now.</summary>
    /// <exception cref="Core.Faults.FaultException">KX24xx: a file of the work folder cannot be understood.</exception>
    public ReviewState Now()
    {
        lock (_lock)
        {
            // Taken before the files are read: what changes meanwhile is seen next time.
            var folder = new DirectoryInfo(work.Proposals.Path);
            var written = folder.Exists ? folder.LastWriteTimeUtc : default;
            var stamp = (Proposals: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{written.Ticks:x}"), Log: work.Log.Stamp());
            if (_state is not null && _stamp == stamp)
                return _state;
            var record = work.Log.Read();
            var isOther = _state is null || _stamp.Proposals != stamp.Proposals;
            if (isOther)
                _rendered = [.. work.Proposals.Outlines()];
            // A feature's outlines are put in order only where there are others.
            if (isOther || !record.Wishes.Select(wish => wish.Id).SequenceEqual(_wishes.Select(wish => wish.Id)))
                (_outlines, _wishes) = (new ProposalOutlines(_rendered, Outlines(record.Wishes)), record.Wishes);
            _state = new ReviewState(_outlines, record, written, $"{stamp.Proposals}-{stamp.Log}");
            _stamp = stamp;
            return _state;
        }
    }

    private IEnumerable<ProposalOutline> Outlines(IReadOnlyList<Proposal> wishes)
    {
        if (wishes.Count == 0 || !File.Exists(work.PlanPath))
            return [];
        var film = FilmDocument.Of(work);
        return wishes.Select(wish => new ProposalOutline(
            new ProposalGroup(film.ShotAt(wish.Frames.First), wish.Kind, wish.Source), wish.Id, wish.Frames, wish.Region?.Box, wish.Confidence, null, default, wish));
    }
}
