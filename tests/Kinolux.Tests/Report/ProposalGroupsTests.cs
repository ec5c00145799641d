using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Report;
using Kinolux.Restoration.Report;

namespace Kinolux.Tests.Report;

public sealed class ProposalGroupsTests
{
    private static readonly ReportShot[] Shots = [new(1, new FrameRange(0, 9)), new(2, new FrameRange(10, 19))];

    [Fact]
    public void All_are_counted_and_the_most_doubtful_listed()
    {
        var groups = new ProposalGroups(Shots, new HashSet<int>());
        for (var i = 0; i < 1000; i++)
            groups.Add(Speck(i % 10, i, i / 1000.0, i == 999 ? Verdict.Wait : Verdict.Accept));
        var group = Assert.Single(groups.All);
        var listed = group.Doubtful.ToList();
        Assert.Equal((1000, ProposalGroups.Listed), (group.Count, listed.Count));
        Assert.Equal(Verdict.Wait, listed[0].Verdict);
        Assert.Equal(Enumerable.Range(0, ProposalGroups.Listed - 1).Select(i => i / 1000.0), listed.Skip(1).Select(one => one.Proposal.Confidence));
    }

    [Fact]
    public void A_proposal_belongs_to_the_shot_that_it_begins_in()
    {
        var groups = new ProposalGroups(Shots, new HashSet<int> { 12 });
        groups.Add(Speck(12, 0, 0.5, Verdict.Accept));
        groups.Add(Speck(25, 0, 0.5, Verdict.Accept));
        Assert.Equal([null, 2], groups.All.Select(group => group.Shot?.Index));
        Assert.Single(groups.In(12));
        Assert.Empty(groups.In(25));
    }

    private static Decided Speck(int frame, int x, double confidence, Verdict verdict)
    {
        var (frames, region) = (FrameRange.Single(frame), RegionMask.Whole(new Box(x, 0, 2, 2)));
        return new Decided(Proposal.Of("dirt", new FilmPlace(frames, region), "a speck", confidence, new ProposalSource("despeckle", "1"), []), verdict, "policy standard");
    }
}
