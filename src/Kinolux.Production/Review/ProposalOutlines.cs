using Kinolux.Core.Review;

namespace Kinolux.Production.Review;

/// <summary>All proposals of a film with the wishes added since, findable by name and by frame. Does not change.</summary>
internal sealed class ProposalOutlines
{
    // What lasts longer than this is looked through for every frame; there are few.
    private const int Short = 16;
    private readonly Lazy<Dictionary<string, int>> _byId;
    private readonly Lazy<(Dictionary<int, List<int>> Short, List<int> Long)> _byFrame;

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
        _byFrame = new(ByFrame);
    }

    public IReadOnlyList<ProposalOutline> All { get; }

    /// <summary>Wishes that no run has seen yet.</summary>
    public int Added { get; }

    /// <summary>Wishes that were taken back since the last run.</summary>
    public int Dropped { get; }

    public int? Find(string id) => _byId.Value.TryGetValue(id, out var at) ? at : null;

    /// <summary>Those that touch a frame.</summary>
    public IEnumerable<int> At(int frame) =>
        (_byFrame.Value.Short.TryGetValue(frame, out var near) ? near : []).Concat(_byFrame.Value.Long.Where(i => All[i].Frames.Contains(frame)));

    /// <summary>True where any of them is what a decision is about.</summary>
    public bool AnyMatch(Decision decision)
    {
        var candidates = decision.Frames.Count <= Short
            ? Enumerable.Range(decision.Frames.First, decision.Frames.Count).SelectMany(At)
            : Enumerable.Range(0, All.Count);
        return candidates.Any(i => All[i].Group.Kind == decision.Kind && decision.Matches(All[i].Bare));
    }

    private (Dictionary<int, List<int>> Short, List<int> Long) ByFrame()
    {
        var (near, far) = (new Dictionary<int, List<int>>(), new List<int>());
        for (var i = 0; i < All.Count; i++)
            if (All[i].Frames.Count > Short)
                far.Add(i);
            else
                for (var frame = All[i].Frames.First; frame <= All[i].Frames.Last; frame++)
                    (near.TryGetValue(frame, out var list) ? list : near[frame] = []).Add(i);
        return (near, far);
    }
}
