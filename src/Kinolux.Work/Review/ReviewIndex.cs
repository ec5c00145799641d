using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Work.Log;
using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>Keeps what was proposed about a document at hand, and how it is decided; files are read again only when they changed. Thread-safe.</summary>
public sealed class ReviewIndex(WorkFolder work)
{
    private readonly Lock _lock = new();
    private (string Proposals, string Document, string Log) _stamp;
    private WorkDocument? _document;
    private IReadOnlyList<ProposalOutline> _rendered = [];
    private IReadOnlyList<Proposal> _wishes = [];
    private ProposalOutlines _outlines = new([], []);
    private ReviewState? _state;

    /// <summary>How everything is decided now.</summary>
    /// <exception cref="Core.Faults.FaultException">KX24xx: a file of the work folder cannot be understood; else the document cannot be read.</exception>
    public ReviewState Now()
    {
        lock (_lock)
        {
            // Taken before the files are read: what changes meanwhile is seen next time.
            var folder = new DirectoryInfo(work.Proposals.Path);
            var written = folder.Exists ? folder.LastWriteTimeUtc : default;
            var stamp = (Proposals: string.Create(CultureInfo.InvariantCulture, $"{written.Ticks:x}"), Document: work.Documents.Stamp(work), Log: work.Log.Stamp());
            if (_state is not null && _stamp == stamp)
                return _state;
            var record = work.Log.Read();
            if (_document is null || _stamp.Document != stamp.Document)
                _document = work.Documents.Open(work);
            var isOther = _state is null || (_stamp.Proposals, _stamp.Document) != (stamp.Proposals, stamp.Document);
            if (isOther)
                _rendered = [.. Anchored(work.Proposals.Outlines(), _document)];
            // A feature's outlines are put in order only where there are others.
            if (isOther || !record.Wishes.Select(wish => wish.Id).SequenceEqual(_wishes.Select(wish => wish.Id)))
                (_outlines, _wishes) = (new ProposalOutlines(_rendered, Wishes(record, _document)), record.Wishes);
            _state = new ReviewState(_document, _outlines, record, work.Documents.Kinds, written, string.Join('-', stamp.Proposals, stamp.Document, stamp.Log));
            _stamp = stamp;
            return _state;
        }
    }

    // What is gone from the document, or may be one of several, cannot be shown: the next run finds it again, or not.
    private static IEnumerable<ProposalOutline> Anchored(IEnumerable<ProposalOutline> outlines, WorkDocument document)
    {
        foreach (var outline in outlines)
            if (document.Anchor(outline.Place) is { Holds: true } there)
                yield return ReferenceEquals(there.Place, outline.Place) ? outline : outline with { Place = there.Place };
    }

    private static IEnumerable<ProposalOutline> Wishes(ReviewRecord record, WorkDocument document) =>
        from wish in record.Wishes
        let there = document.Anchor(wish.Place)
        where there.Holds
        let now = wish with { Place = there.Place }
        select new ProposalOutline(ProposalGroup.Of(document.PartAt(now.Place), now.Kind, now.Source), now.Id, now.Place, now.Confidence, null, default, now);
}
