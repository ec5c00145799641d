using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Work.Links;
using Kinolux.Work.Log;
using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>The review of a work: validates, decides, lists and answers why. The command line and the studio only call it.</summary>
/// <param name="person">Who decides.</param>
/// <param name="index">Kept by whoever asks often; null to read the folder again.</param>
public sealed class WorkReview(WorkFolder work, TimeProvider time, string person, ReviewIndex? index = null)
{
    private readonly ReviewIndex _index = index ?? new ReviewIndex(work);

    /// <summary>How every proposal is decided.</summary>
    public ReviewState Now() => _index.Now();

    /// <summary>Decides on proposals (<c>dirt-00012-3fa9c1c0</c>), questions (<c>scratch-00000-1f5cf4ee+245</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</summary>
    /// <param name="edit">With an edit: what to do instead.</param>
    /// <param name="batch">What is said in one batch is undone together; null for a batch of their own.</param>
    /// <returns>The decisions, which are on the disk.</returns>
    /// <exception cref="FaultException">KX2201: a name fits nothing; KX2202: the edit's region is not in the picture.</exception>
    public IReadOnlyList<Decision> Decide(IReadOnlyList<string> names, Verdict verdict, string? reason, Edit? edit = null, string? batch = null)
    {
        if (names.Count == 0)
            return [];
        var state = Now();
        if (edit?.Mask is { } mask)
            state.Document.Check(state.Document.Whole.InFilm() with { Region = mask });
        batch ??= ReviewLog.NewBatch();
        var decisions = names.SelectMany(name => Decisions(state, name)).Select(decision => decision with { Verdict = verdict, Reason = reason, Change = edit?.Change, Mask = edit?.Mask, Batch = batch }).ToList();
        work.Log.Append([.. decisions.Select(decision => new DecisionEntry(decision))]);
        return decisions;
    }

    /// <summary>Adds a person's own wishes; those that stand already are not added twice.</summary>
    /// <exception cref="FaultException">KX2203: nothing does such a thing; else the document has no such place. Nothing is added then.</exception>
    public void Add(IReadOnlyList<Proposal> wishes, string? batch = null)
    {
        if (wishes.Count == 0)
            return;
        Check(wishes);
        var there = work.Log.Read().Wishes.Select(wish => wish.Id).ToHashSet();
        batch ??= ReviewLog.NewBatch();
        work.Log.Append([.. wishes.Where(wish => there.Add(wish.Id)).Select(wish => new WishEntry(wish, person, time.GetUtcNow(), batch))]);
    }

    /// <summary>Whether wishes make sense for this document.</summary>
    /// <exception cref="FaultException">As for <see cref="Add"/>.</exception>
    public void Check(IReadOnlyList<Proposal> wishes)
    {
        if (wishes.Count == 0)
            return;
        var document = work.Documents.Open(work);
        List<string> kinds = [.. work.Documents.Kinds.Where(kind => kind.MayBeWished).Select(kind => kind.Id)];
        foreach (var wish in wishes)
        {
            if (!kinds.Contains(wish.Kind))
                throw FaultException.Of("KX2203", ("kind", wish.Kind), ("kinds", string.Join(", ", kinds)));
            document.Check(wish.Place);
        }
    }

    /// <summary>Takes a wish back.</summary>
    /// <exception cref="FaultException">KX2201: there is no such wish.</exception>
    public void Remove(string wish)
    {
        if (work.Log.Read().Wishes.All(there => there.Id != wish))
            throw FaultException.Of("KX2201", ("path", work.Path), ("id", wish), ("hint", ""));
        work.Log.Append([new WithdrawalEntry(wish, person, time.GetUtcNow(), ReviewLog.NewBatch())]);
    }

    /// <summary>What decides where nobody did; known before there is anything to decide on.</summary>
    public Policy Policy() => work.Log.Read().Reviewer(work.Documents.Kinds).Policy;

    /// <summary>Takes a policy's rules over as the work's own, and the decisions in it.</summary>
    /// <returns>How many decisions there were.</returns>
    /// <exception cref="FaultException">KX2204: its rules make no sense.</exception>
    public int Apply(PolicyFile file, string? batch = null)
    {
        if (file.Policy is { } asked && Fault(asked) is { } why)
            throw FaultException.Of("KX2204", ("name", asked.Name), ("why", why));
        batch ??= ReviewLog.NewBatch();
        List<ReviewEntry> entries = [.. (file.Decisions ?? []).Select(decision => new DecisionEntry(decision with { Batch = batch }))];
        if (file.Policy is { } policy)
            entries.Insert(0, new PolicyEntry(policy, person, time.GetUtcNow(), batch));
        work.Log.Append(entries);
        return file.Decisions?.Count ?? 0;
    }

    /// <summary>Takes back what was last said in one go: decisions, wishes, a policy, a wish that was taken back.</summary>
    /// <returns>What was taken back; none where there is nothing.</returns>
    public IReadOnlyList<ReviewEntry> Undo() => work.Log.Undo(person, time.GetUtcNow());

    /// <summary>What people said about the document, the latest first.</summary>
    public IReadOnlyList<HistoryEntry> History(int count) => HistoryEntry.Of(work.Log.Read(), count);

    /// <summary>Why the output looks as it does at a place: all that was proposed there, first what applies.</summary>
    /// <param name="spot">As <see cref="WorkDocument.Parse"/> gives it.</param>
    /// <exception cref="FaultException">The document has no such place, and nothing can be said of it.</exception>
    public WhyAnswer Why(Place spot)
    {
        var state = Now();
        state.Document.Check(spot);
        var there = ProposalView.Of([.. state.At(spot.Extent)], work.Documents.Kinds, shapes: true);
        var origin = state.Document.OriginAt(spot, [.. there.Where(item => item.Applies)]);
        List<ProposalView> reasons = [.. there.Where(item => item.Place.Holds(spot) || item.Id == origin?.Proposal).OrderByDescending(item => item.Applies).Select(item => item.Bare)];
        return new WhyAnswer(spot.Words, origin?.Origin, origin?.Words ?? (reasons.Count > 0 ? "" : state.Document.NothingThere), reasons, state.Document.Remark(spot));
    }

    /// <summary>The same of a place that a person names.</summary>
    public WhyAnswer Why(string words) => Why(Now().Document.Parse(words));

    /// <summary>What would be made otherwise now, each after what it is made from.</summary>
    public IReadOnlyList<Stale> Stale() => Staleness.Of(work.Links.Read(), work.Documents.Hashes(work).GetValueOrDefault);

    private static string? Fault(Policy policy) =>
        string.IsNullOrWhiteSpace(policy.Name) ? "it has no name"
        : policy.Rules.FirstOrDefault(rule => string.IsNullOrWhiteSpace(rule.Kind)) is not null ? "a rule has no kind"
        : policy.Rules.FirstOrDefault(rule => rule.MinConfidence is not (>= 0 and <= 1)) is { } unsure ? string.Create(CultureInfo.InvariantCulture, $"a confidence of {unsure.MinConfidence} is not from 0 to 1")
        : policy.Rules.Any(rule => rule.Verdict == Verdict.Edit) ? "a rule cannot edit"
        : null;

    private IEnumerable<Decision> Decisions(ReviewState state, string name)
    {
        Decision Of(string kind, Place place, string? id = null, double? sure = null) => new(kind, place, Verdict.Wait, person, time.GetUtcNow(), Proposal: id, Confidence: sure);

        if (state.Find(name) is { Outline: var found })
            return [Of(found.Group.Kind, found.Place, name, found.Confidence)];
        if (name.Contains('+', StringComparison.Ordinal) && state.Questions.FirstOrDefault(question => question.Id == name) is { } asked)
            return asked.Places.Select(place => Of(asked.Kind, place, asked.Example.Outline.Id, asked.Confidence));
        var colon = name.LastIndexOf(':');
        var (part, kind) = colon > 0 ? (name[..colon], name[(colon + 1)..]) : (null, name);
        List<Ruled> all = [.. state.All.Where(item => item.Outline.Group.Kind == kind && (part is null || item.Outline.Group.Part == part))];
        // Before anything was looked for, what a kind's name means is known all the same.
        if (all.Count == 0 && !work.Proposals.IsWritten && work.Documents.Kinds.Any(known => known.Id == name))
            return [Of(kind, state.Document.Whole)];
        if (all.Count == 0)
            throw FaultException.Of("KX2201", ("path", work.Path), ("id", name), ("hint", Hint(state, name)));
        var there = part is null ? null : state.Document.Parts.FirstOrDefault(other => other.Id == part);
        var place = part is null ? state.Document.Whole : there is null ? null : state.Document.PlaceOf(there);
        return place is not null ? [Of(kind, place)] : all.Select(item => Of(kind, item.Outline.Place, item.Outline.Id));
    }

    // Who finds something is often named instead of what is found: despeckle for dirt.
    private string Hint(ReviewState state, string name)
    {
        var found = state.All.Select(item => item.Outline.Group).Distinct().ToList();
        List<string> made = [.. found.Where(group => group.Source.Name == name).Select(group => group.Kind).Distinct().Order()];
        return made.Count > 0 ? $", did you mean {string.Join(" or ", made)}?" : Nearest.Hint(name, found.SelectMany(group => new[] { group.Kind, group.Name }).Distinct());
    }
}
