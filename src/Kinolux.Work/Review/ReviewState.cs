using System.Runtime.InteropServices;
using Kinolux.Core.Review;
using Kinolux.Work.Log;
using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>All that was proposed about a document, as the decisions at one moment leave it. Does not change.</summary>
public sealed class ReviewState
{
    private readonly ProposalOutlines _outlines;
    private readonly Ruling[] _rulings;
    private readonly DateTime _written;
    private readonly Lazy<IReadOnlyList<Unplaced>> _unmatched;
    private readonly Lazy<IReadOnlyList<Question>> _questions;
    private readonly Lazy<int> _spared;

    internal ReviewState(WorkDocument document, ProposalOutlines outlines, ReviewRecord record, IReadOnlyList<ProposalKind> kinds, DateTime written, string tag)
    {
        var reviewer = record.Reviewer(kinds, document.Anchor);
        (Document, _outlines, _written, Policy, Tag) = (document, outlines, written, reviewer.Policy, tag);
        _rulings = new Ruling[outlines.All.Count];
        Parallel.For(0, _rulings.Length, i =>
        {
            var proposal = outlines.All[i].Bare;
            _rulings[i] = Ruling.Of(proposal, reviewer.Decide(proposal));
        });
        _unmatched = new(() => [.. record.Anchored(document.Anchor).Where(item => item.State is Anchoring.Ambiguous or Anchoring.Gone || !outlines.AnyMatch(item.Decision)).Select(item => Unplaced.Of(item.Decision, item.State))]);
        _questions = new(() => Review.Questions.Of(this, kinds));
        _spared = new(() => Review.Questions.Spared(this, kinds));
        LastEdit = record.Decisions.Where(decision => decision.Verdict == Verdict.Edit).Select(decision => decision.At).DefaultIfEmpty().Max();
    }

    /// <summary>What it is about.</summary>
    public WorkDocument Document { get; }

    /// <summary>Changes whenever anything here may have.</summary>
    public string Tag { get; }

    public Policy Policy { get; }

    /// <summary>Every proposal, by part and kind.</summary>
    public IEnumerable<Ruled> All => Enumerable.Range(0, _rulings.Length).Select(Get);

    /// <summary>Decisions that match no proposal.</summary>
    public IReadOnlyList<Unplaced> Unmatched => _unmatched.Value;

    /// <summary>All that a person may be asked, each once; those where nothing waits are answered.</summary>
    public IReadOnlyList<Question> Questions => _questions.Value;

    /// <summary>How many more there would be if nothing had been learned from what was rejected.</summary>
    public int Spared => _spared.Value;

    private DateTimeOffset LastEdit { get; }

    /// <summary>The groups by part, kind and source, those that wait first.</summary>
    public IReadOnlyList<GroupCount> Groups()
    {
        // Proposals of one file share one group: told apart by reference, a million are counted in no time.
        var counts = new Dictionary<ProposalGroup, GroupTally>(ReferenceEqualityComparer.Instance);
        foreach (var item in All)
            (CollectionsMarshal.GetValueRefOrAddDefault(counts, item.Outline.Group, out _) ??= new GroupTally()).Add(item);
        var asked = Questions.Where(question => question.Waiting > 0).CountBy(question => question.Members[0].Outline.Group.Name).ToDictionary();
        var numbers = counts.Keys.DistinctBy(group => group.Name).ToDictionary(group => group.Name, group => group.Number);
        return
        [
            .. counts.GroupBy(item => (item.Key.Name, item.Key.Source.IsPerson))
                .Select(same => same.Select(item => item.Value).Aggregate((one, other) => one.With(other)).Of(same.First().Key, same.Key.IsPerson ? 0 : asked.GetValueOrDefault(same.Key.Name)))
                .OrderByDescending(group => group.Waiting > 0).ThenBy(group => numbers[group.Name]),
        ];
    }

    /// <summary>What touches a stretch of the document's axis, such as a frame.</summary>
    public IEnumerable<Ruled> At(Extent extent) => _outlines.At(extent).Select(Get);

    /// <summary>Null where there is no proposal of that name.</summary>
    public Ruled? Find(string id) => _outlines.Find(id) is { } at ? Get(at) : null;

    /// <summary>The whole proposals with their words and masks, as edited where somebody did, and decided as in the last run, in the order given.</summary>
    /// <exception cref="Core.Faults.FaultException">KX2402: a run is writing the proposals again, or they were damaged.</exception>
    public static IReadOnlyList<Decided> Read(IReadOnlyList<Ruled> proposals)
    {
        var whole = new Decided[proposals.Count];
        foreach (var file in Enumerable.Range(0, proposals.Count).GroupBy(i => proposals[i].Outline.Line.File))
        {
            int[] places = [.. file];
            var read = file.Key is null
                ? places.Select(i => new Decided(proposals[i].Outline.Bare, Verdict.Wait, ""))
                : ProposalFolder.Read(file.Key, places.Select(i => proposals[i].Outline));
            foreach (var (i, decided) in places.Zip(read))
                whole[i] = decided with { Proposal = Now(decided.Proposal, proposals[i]) };
        }
        return whole;
    }

    // As it is in the document now, and as a person changed it. Of a place in a film the file has the shape, and no outline does.
    private static Proposal Now(Proposal proposal, Ruled ruled)
    {
        var place = ruled.Outline.Place is FilmPlace ? proposal.Place : ruled.Outline.Place;
        return ruled.Now.Edit is { } edit
            ? proposal with { Change = edit.Change ?? proposal.Change, Place = edit.Mask is { } mask ? place.InFilm() with { Region = mask, Track = null } : place }
            : proposal with { Place = place };
    }

    /// <summary>How many proposals and wishes the next run takes otherwise than the last.</summary>
    public (int Decisions, int Wishes) Pending() =>
        (All.Count(item => item.Outline.Rendered is { } rendered && Differs(item.Now.Verdict, rendered)), _outlines.Added + _outlines.Dropped);

    private Ruled Get(int at) => new(_outlines.All[at], _rulings[at]);

    // An edit that came after the last run may be another edit.
    private bool Differs(Verdict now, Verdict rendered) =>
        (now is Verdict.Accept or Verdict.Edit) != (rendered is Verdict.Accept or Verdict.Edit)
        || (now == Verdict.Edit) != (rendered == Verdict.Edit)
        || (now == Verdict.Edit && LastEdit.UtcDateTime > _written);
}
