using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary>Where people decide on a work folder's proposals; the command line and the studio's inbox both stand on it.</summary>
public sealed class ReviewDesk(WorkFolder work, TimeProvider time, string person)
{
    /// <summary>The groups by shot and kind with the decisions taken so far, those that wait first.</summary>
    public IReadOnlyList<GroupCount> Groups()
    {
        var reviewer = new Reviewer(work.Policy(), work.Decisions.Read());
        return
        [
            .. work.Proposals.Read()
                .GroupBy(item => (item.Group.Name, item.Group.Source.IsPerson))
                .Select(group => Count([.. group], reviewer))
                .OrderByDescending(group => group.Waiting > 0).ThenBy(group => group.Shot),
        ];
    }

    /// <summary>Decisions that match no proposal of the last analysis: they are kept, and count again when something matches.</summary>
    public IReadOnlyList<Decision> Unmatched()
    {
        var waiting = work.Decisions.Read().ToList();
        foreach (var (_, decided) in work.Proposals.Read())
        {
            if (waiting.Count == 0)
                break;
            waiting.RemoveAll(decision => decision.Matches(decided.Proposal));
        }
        return waiting;
    }

    /// <summary>Decides on proposals (<c>dirt-00012-3fa9c1c0</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</summary>
    /// <param name="edit">With an edit: what to do instead.</param>
    /// <returns>The decisions, which are on the disk.</returns>
    /// <exception cref="FaultException">KX2201: a name fits nothing.</exception>
    public IReadOnlyList<Decision> Decide(IReadOnlyList<string> names, Verdict verdict, string? reason, Edit? edit = null)
    {
        var decisions = names.Select(name => Decision(name, verdict, reason, edit)).ToList();
        work.Decisions.Append(decisions);
        return decisions;
    }

    /// <summary>Takes a policy's rules over as the folder's own, and the decisions in it.</summary>
    /// <returns>How many decisions there were.</returns>
    public int Apply(PolicyFile file)
    {
        if (file.Rules is not null)
            AtomicFile.WriteText(work.PolicyPath, System.Text.Json.JsonSerializer.Serialize(file with { Decisions = null }, Core.Text.KinoluxJson.Pretty));
        work.Decisions.Append(file.Decisions ?? []);
        return file.Decisions?.Count ?? 0;
    }

    /// <summary>Adds a person's own wishes.</summary>
    public void Add(IReadOnlyList<Proposal> wishes) => WishFile.Append(work.WishesPath, wishes);

    private Decision Decision(string name, Verdict verdict, string? reason, Edit? edit)
    {
        var (kind, frames, region, id) = Place(name);
        return new Decision(kind, frames, region is null ? null : RegionMask.Whole(region.Box), verdict, person, time.GetUtcNow(), reason, id, edit?.Change, edit?.Mask);
    }

    private (string Kind, FrameRange Frames, RegionMask? Region, string? Id) Place(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(name.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var shot))
        {
            var kind = name[(colon + 1)..];
            if (work.Proposals.Groups().Any(group => group.Shot == shot && group.Kind == kind) && Plan.Read(work.PlanPath).Shots.FirstOrDefault(item => item.Shot.Index == shot) is { } planned)
                return (kind, planned.Shot.Frames, null, null);
        }
        else if (work.Proposals.Groups().Any(group => group.Kind == name))
        {
            return (name, new FrameRange(0, Math.Max(0, Plan.Read(work.PlanPath).Source.Frames - 1)), null, null);
        }
        else
        {
            foreach (var (_, decided) in work.Proposals.Read(group => name.StartsWith(group.Kind + "-", StringComparison.Ordinal)))
                if (decided.Proposal.Id == name)
                    return (decided.Proposal.Kind, decided.Proposal.Frames, decided.Proposal.Region, name);
        }
        throw FaultException.Of("KX2201", ("path", work.Path), ("id", name));
    }

    private static GroupCount Count(List<(ProposalGroup Group, Decided Decided)> items, Reviewer reviewer)
    {
        var group = items[0].Group;
        int applied = 0, waiting = 0, rejected = 0;
        foreach (var (_, item) in items)
        {
            var decided = reviewer.Decide(item.Proposal);
            applied += decided.Applies ? 1 : 0;
            waiting += decided.Verdict == Verdict.Wait ? 1 : 0;
            rejected += decided.Verdict == Verdict.Reject ? 1 : 0;
        }
        var doubtful = items.MinBy(item => Math.Abs(item.Decided.Proposal.Confidence - 0.5)).Decided.Proposal.Id;
        return new GroupCount(
            group.Name, group.Shot, group.Kind, group.Source.Name, items.Count, applied, waiting, rejected,
            items.Average(item => item.Decided.Proposal.Confidence), doubtful);
    }
}
