using Kinolux.Core.Review;
using Kinolux.Work.Proposals;

namespace Kinolux.Work.Review;

/// <summary>Counts a group of proposals.</summary>
internal sealed class GroupTally
{
    private int _found;
    private int _applied;
    private int _waiting;
    private int _rejected;
    private double _confidence;
    private (double Doubt, string Id) _example = (double.PositiveInfinity, "");

    public void Add(Ruled item)
    {
        _found++;
        _applied += item.Now.Applies ? 1 : 0;
        _waiting += item.Now.Verdict == Verdict.Wait ? 1 : 0;
        _rejected += item.Now.Verdict == Verdict.Reject ? 1 : 0;
        _confidence += item.Outline.Confidence;
        if (Math.Abs(item.Outline.Confidence - 0.5) is var doubt && doubt < _example.Doubt)
            _example = (doubt, item.Outline.Id);
    }

    public GroupTally With(GroupTally other) => new()
    {
        _found = _found + other._found,
        _applied = _applied + other._applied,
        _waiting = _waiting + other._waiting,
        _rejected = _rejected + other._rejected,
        _confidence = _confidence + other._confidence,
        _example = other._example.Doubt < _example.Doubt ? other._example : _example,
    };

    public GroupCount Of(ProposalGroup group, int asked) => new(
        group.Name, group.Part, group.Kind, group.Source.Name, group.Source.IsPerson, _found, _applied, _waiting, asked, _rejected, _confidence / _found, _example.Id);
}
