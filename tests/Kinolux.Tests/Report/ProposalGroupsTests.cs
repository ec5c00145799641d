using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Report.Blocks;

namespace Kinolux.Tests.Report;

public sealed class ProposalGroupsTests
{
    private static readonly Part[] Shots = [new(1, "1", "Shot 1", new Extent(0, 9)), new(2, "2", "Shot 2", new Extent(10, 19))];

    [Fact]
    public void All_are_counted_and_the_most_doubtful_listed()
    {
        var groups = new ProposalGroups(Shots);
        for (var i = 0; i < 1000; i++)
            groups.Add(Speck(i % 10, i, i / 1000.0, i == 999 ? Verdict.Wait : Verdict.Accept));
        var group = Assert.Single(groups.All);
        var listed = group.Doubtful.ToList();
        Assert.Equal((1000, ProposalGroup.Listed), (group.Count, listed.Count));
        Assert.Equal(Verdict.Wait, listed[0].Verdict);
        Assert.Equal(Enumerable.Range(0, ProposalGroup.Listed - 1).Select(i => i / 1000.0), listed.Skip(1).Select(one => one.Proposal.Confidence));
    }

    [Fact]
    public void A_proposal_belongs_to_the_part_that_it_begins_in()
    {
        var groups = new ProposalGroups(Shots);
        groups.Add(Speck(12, 0, 0.5, Verdict.Accept));
        groups.Add(Speck(25, 0, 0.5, Verdict.Accept));
        Assert.Equal([null, 2], groups.All.Select(group => group.Part?.Number));
    }

    [Fact]
    public void What_the_page_has_a_picture_of_is_listed_first()
    {
        var groups = new ProposalGroups(Shots);
        for (var i = 0; i < 1000; i++)
            groups.Add(Speck(i % 10, i, 0.5, Verdict.Accept), seen: i == 500);
        Assert.Equal(500, Assert.Single(groups.All).Doubtful.First().Proposal.Region?.Box.X);
    }

    private static Decided Speck(int frame, int x, double confidence, Verdict verdict)
    {
        var (frames, region) = (FrameRange.Single(frame), RegionMask.Whole(new Box(x, 0, 2, 2)));
        return new Decided(Proposal.Of("dirt", new FilmPlace(frames, region), "a speck", confidence, new ProposalSource("despeckle", "1"), []), verdict, "policy standard");
    }
}
