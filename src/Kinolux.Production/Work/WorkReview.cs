using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Review;

namespace Kinolux.Production.Work;

/// <summary>The review of a work: validates, decides, lists and answers why. The command line and the studio only call it.</summary>
/// <param name="person">Who decides.</param>
/// <param name="index">Kept by whoever asks often; null to read the folder again.</param>
public sealed class WorkReview(WorkFolder work, TimeProvider time, string person, ReviewIndex? index = null)
{
    private readonly ReviewIndex _index = index ?? new ReviewIndex(work);

    /// <summary>How every proposal is decided.</summary>
    public ReviewState Now() => _index.Now();

    /// <summary>Decides on proposals (<c>dirt-00012-3fa9c1c0</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</summary>
    /// <param name="edit">With an edit: what to do instead.</param>
    /// <param name="batch">What is said in one batch is undone together; null for a batch of their own.</param>
    /// <returns>The decisions, which are on the disk.</returns>
    /// <exception cref="FaultException">KX2201: a name fits nothing; KX2202: the edit's region is not in the picture.</exception>
    public IReadOnlyList<Decision> Decide(IReadOnlyList<string> names, Verdict verdict, string? reason, Edit? edit = null, string? batch = null)
    {
        if (names.Count == 0)
            return [];
        var (state, film) = (Now(), FilmDocument.Of(work));
        if (edit?.Mask is { } mask)
            film.Check(film.Frames, mask.Box);
        batch ??= ReviewLog.NewBatch();
        var decisions = names.Select(name => Decision(state, film, name) with { Verdict = verdict, Reason = reason, Change = edit?.Change, Mask = edit?.Mask, Batch = batch }).ToList();
        work.Log.Append([.. decisions.Select(decision => new DecisionEntry(decision))]);
        return decisions;
    }

    /// <summary>Adds a person's own wishes; those that stand already are not added twice.</summary>
    /// <exception cref="FaultException">KX2203: no stage does such a thing; KX1011, KX2202: the film has no such place. Nothing is added then.</exception>
    public void Add(IReadOnlyList<Proposal> wishes, string? batch = null)
    {
        if (wishes.Count == 0)
            return;
        Check(wishes);
        var there = work.Log.Read().Wishes.Select(wish => wish.Id).ToHashSet();
        batch ??= ReviewLog.NewBatch();
        work.Log.Append([.. wishes.Where(wish => there.Add(wish.Id)).Select(wish => new WishEntry(wish, person, time.GetUtcNow(), batch))]);
    }

    /// <summary>Whether wishes make sense for this film.</summary>
    /// <exception cref="FaultException">As for <see cref="Add"/>.</exception>
    public void Check(IReadOnlyList<Proposal> wishes)
    {
        var film = FilmDocument.Of(work);
        List<string> kinds = [.. FilmKinds.All.Where(kind => kind.MayBeWished).Select(kind => kind.Id)];
        foreach (var wish in wishes)
        {
            if (!kinds.Contains(wish.Kind))
                throw FaultException.Of("KX2203", ("kind", wish.Kind), ("kinds", string.Join(", ", kinds)));
            film.Check(wish.Frames, wish.Region?.Box);
        }
    }

    /// <summary>Takes a wish back.</summary>
    /// <exception cref="FaultException">KX2201: there is no such wish.</exception>
    public void Remove(string wish)
    {
        if (work.Log.Read().Wishes.All(there => there.Id != wish))
            throw Unknown(wish);
        work.Log.Append([new WithdrawalEntry(wish, person, time.GetUtcNow(), ReviewLog.NewBatch())]);
    }

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

    /// <summary>What people said about the film, the latest first.</summary>
    public IReadOnlyList<HistoryEntry> History(int count) => HistoryEntry.Of(work.Log.Read(), count);

    /// <summary>Why a frame, or a place in it, looks as it does: all that was proposed there, first what applies.</summary>
    /// <param name="point">A place in luma samples from the top left; null for the whole frame.</param>
    /// <exception cref="FaultException">KX1011, KX2202: the film has no such place, and nothing can be said of it.</exception>
    public WhyAnswer Why(int frame, (int X, int Y)? point)
    {
        var film = FilmDocument.Of(work);
        film.Check(FrameRange.Single(frame), point is { } place ? new Box(place.X, place.Y, 1, 1) : null);
        List<Ruled> found = [.. Now().At(frame).Where(item => point is not { } at || item.Outline.Box is not { } box || box.Contains(at.X, at.Y))];
        var reasons = ProposalView.Of(found, shapes: true)
            .Where(item => point is not { } at || (item.Region?.Contains(at.X, at.Y) ?? true))
            .OrderByDescending(item => (item.Rendered ?? item.Now).Applies)
            .Select(item => item with { Region = null });
        return new WhyAnswer(frame, point?.X, point?.Y, [.. reasons], point is { } spot && film.IsOutsidePrint(frame, spot.X, spot.Y));
    }

    private static string? Fault(Policy policy) =>
        string.IsNullOrWhiteSpace(policy.Name) ? "it has no name"
        : policy.Rules.FirstOrDefault(rule => string.IsNullOrWhiteSpace(rule.Kind)) is not null ? "a rule has no kind"
        : policy.Rules.FirstOrDefault(rule => rule.MinConfidence is not (>= 0 and <= 1)) is { } unsure ? string.Create(CultureInfo.InvariantCulture, $"a confidence of {unsure.MinConfidence} is not from 0 to 1")
        : policy.Rules.Any(rule => rule.Verdict == Verdict.Edit) ? "a rule cannot edit"
        : null;

    private Decision Decision(ReviewState state, FilmDocument film, string name)
    {
        var (kind, frames, box, id) = Place(state, film, name) ?? throw Unknown(name);
        return new Decision(kind, new FilmPlace(frames, box is { } whole ? RegionMask.Whole(whole) : null), Verdict.Wait, person, time.GetUtcNow(), Proposal: id);
    }

    private static (string Kind, FrameRange Frames, Box? Box, string? Id)? Place(ReviewState state, FilmDocument film, string name)
    {
        if (state.Find(name) is { Outline: var found })
            return (found.Group.Kind, found.Frames, found.Box, name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(name.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var shot))
        {
            var kind = name[(colon + 1)..];
            return Has(state, group => group.Shot == shot && group.Kind == kind) && film.Shot(shot) is { } frames ? (kind, frames, null, null) : null;
        }
        return Has(state, group => group.Kind == name) ? (name, film.Frames, null, null) : null;
    }

    private static bool Has(ReviewState state, Func<ProposalGroup, bool> wanted) => state.All.Any(item => wanted(item.Outline.Group));

    private FaultException Unknown(string name) => FaultException.Of("KX2201", ("path", work.Path), ("id", name));
}
