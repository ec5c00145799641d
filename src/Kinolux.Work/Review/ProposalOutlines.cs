using Kinolux.Core.Review;
using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>All proposals of a work with the wishes added since, findable by name and by place. Does not change.</summary>
internal sealed class ProposalOutlines
{
    // What covers more of the axis than this is looked through for every place; there are few.
    private const int Short = 16;
    private readonly Lazy<Dictionary<string, int>> _byId;
    private readonly Lazy<(Dictionary<long, List<int>> Short, List<int> Long)> _byStep;

    /// <param name="rendered">As the last run left them.</param>
    /// <param name="wishes">People's own, as they are now.</param>
    public ProposalOutlines(IReadOnlyList<ProposalOutline> rendered, IEnumerable<ProposalOutline> wishes)
    {
        var wanted = wishes.ToDictionary(wish => wish.Id);
        var kept = rendered.Where(item => !item.Group.Source.IsPerson || wanted.Remove(item.Id)).ToList();
        All = [.. kept, .. wanted.Values];
        Dropped = rendered.Count - kept.Count;
        Added = wanted.Count;
        _byId = new(() => All.Select((item, i) => (item.Id, i)).DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.i));
        _byStep = new(ByStep);
    }

    public IReadOnlyList<ProposalOutline> All { get; }

    /// <summary>Wishes that no run has seen yet.</summary>
    public int Added { get; }

    /// <summary>Wishes that were taken back since the last run.</summary>
    public int Dropped { get; }

    public int? Find(string id) => _byId.Value.TryGetValue(id, out var at) ? at : null;

    /// <summary>Those that touch a stretch of the axis, each once, in order.</summary>
    public IEnumerable<int> At(Extent extent)
    {
        if (extent.Length > Short)
            return Enumerable.Range(0, All.Count).Where(i => All[i].Place.Extent.Overlaps(extent));
        var near = extent.Length == 1 ? Near(extent.First) : Steps(extent).SelectMany(Near).Distinct();
        return near.Concat(_byStep.Value.Long.Where(i => All[i].Place.Extent.Overlaps(extent))).Order();
    }

    /// <summary>True where any of them is what a decision is about.</summary>
    public bool AnyMatch(Decision decision) => At(decision.Place.Extent).Any(i => All[i].Group.Kind == decision.Kind && decision.Matches(All[i].Bare));

    private IEnumerable<int> Near(long step) => _byStep.Value.Short.TryGetValue(step, out var near) ? near : [];

    private static IEnumerable<long> Steps(Extent extent)
    {
        for (var step = extent.First; step <= extent.Last; step++)
            yield return step;
    }

    private (Dictionary<long, List<int>> Short, List<int> Long) ByStep()
    {
        var (near, far) = (new Dictionary<long, List<int>>(), new List<int>());
        for (var i = 0; i < All.Count; i++)
            if (All[i].Place.Extent is var extent && extent.Length > Short)
                far.Add(i);
            else
                foreach (var step in Steps(extent))
                    (near.TryGetValue(step, out var list) ? list : near[step] = []).Add(i);
        return (near, far);
    }
}
