using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Review;

namespace Kinolux.Production.Work;

/// <summary>Where people decide on a work folder's proposals; the command line and the studio's inbox both stand on it.</summary>
/// <param name="index">Kept by whoever asks often; null to read the folder anew.</param>
public sealed class ReviewDesk(WorkFolder work, TimeProvider time, string person, ReviewIndex? index = null)
{
    private readonly ReviewIndex _index = index ?? new ReviewIndex(work);

    /// <summary>How every proposal stands.</summary>
    public ReviewState Now() => _index.Now();

    /// <summary>Decides on proposals (<c>dirt-00012-3fa9c1c0</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</summary>
    /// <param name="edit">With an edit: what to do instead.</param>
    /// <param name="batch">Decisions of one batch are undone together; null for a batch of their own.</param>
    /// <returns>The decisions, which are on the disk.</returns>
    /// <exception cref="FaultException">KX2201: a name fits nothing.</exception>
    public IReadOnlyList<Decision> Decide(IReadOnlyList<string> names, Verdict verdict, string? reason, Edit? edit = null, string? batch = null)
    {
        var state = names.Count > 0 ? Now() : null;
        return work.Decisions.Append(names.Select(name => Decision(state, name, verdict, reason, edit) with { Batch = batch }).ToList());
    }

    /// <summary>Takes the last batch of decisions back.</summary>
    /// <returns>What was taken back; none where nothing was decided.</returns>
    public IReadOnlyList<Decision> Undo() => work.Decisions.Undo(person, time.GetUtcNow());

    /// <summary>Takes a policy's rules over as the folder's own, and the decisions in it.</summary>
    /// <returns>How many decisions there were.</returns>
    public int Apply(PolicyFile file)
    {
        if (file.Rules is not null)
            AtomicFile.WriteText(work.PolicyPath, System.Text.Json.JsonSerializer.Serialize(file with { Decisions = null }, Core.Text.KinoluxJson.Pretty));
        return work.Decisions.Append(file.Decisions ?? []).Count;
    }

    /// <summary>Adds a person's own wishes.</summary>
    public void Add(IReadOnlyList<Proposal> wishes) => WishFile.Append(work.WishesPath, wishes);

    /// <summary>Takes a wish back.</summary>
    /// <exception cref="FaultException">KX2201: there is no such wish.</exception>
    public void Remove(string wish)
    {
        if (!WishFile.Remove(work.WishesPath, wish))
            throw Unknown(wish);
    }

    private Decision Decision(ReviewState? state, string name, Verdict verdict, string? reason, Edit? edit)
    {
        var (kind, frames, box, id) = Place(state, name) ?? throw Unknown(name);
        return new Decision(kind, frames, box is { } whole ? RegionMask.Whole(whole) : null, verdict, person, time.GetUtcNow(), reason, id, edit?.Change, edit?.Mask);
    }

    private (string Kind, FrameRange Frames, Box? Box, string? Id)? Place(ReviewState? state, string name)
    {
        if (state?.Find(name) is { Outline: var found })
            return (found.Group.Kind, found.Frames, found.Box, name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(name.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var shot))
        {
            var kind = name[(colon + 1)..];
            return Has(state, group => group.Shot == shot && group.Kind == kind) && Plan.Read(work.PlanPath).Shots.FirstOrDefault(item => item.Shot.Index == shot) is { } planned
                ? (kind, planned.Shot.Frames, null, null)
                : null;
        }
        return Has(state, group => group.Kind == name) ? (name, new FrameRange(0, Math.Max(0, Plan.Read(work.PlanPath).Source.Frames - 1)), null, null) : null;
    }

    private static bool Has(ReviewState? state, Func<ProposalGroup, bool> wanted) => state?.All.Any(item => wanted(item.Outline.Group)) ?? false;

    private FaultException Unknown(string name) => FaultException.Of("KX2201", ("path", work.Path), ("id", name));
}
