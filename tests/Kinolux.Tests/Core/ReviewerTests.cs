using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core;

public sealed class ReviewerTests
{
    private static readonly Policy Careful = new("careful", [new("dirt", 0.8, Verdict.Accept), new("*", 0.99, Verdict.Accept)]);
    private static readonly Box Spot = new(10, 10, 10, 10);

    [Fact]
    public void The_policys_first_fitting_rule_decides_and_else_it_waits()
    {
        var reviewer = new Reviewer(Careful, []);
        Assert.Equal(Verdict.Accept, reviewer.Decide(Dirt(0.8)).Verdict);
        Assert.Equal(Verdict.Wait, reviewer.Decide(Dirt(0.79)).Verdict);
        Assert.Equal("policy careful", reviewer.Decide(Dirt(0.9)).By);
    }

    [Fact]
    public void The_last_matching_decision_of_a_person_counts()
    {
        var reviewer = new Reviewer(Careful, [On(Verdict.Accept), On(Verdict.Reject)]);
        var decided = reviewer.Decide(Dirt(0.9));
        Assert.Equal((Verdict.Reject, "Ada"), (decided.Verdict, decided.By));
        Assert.False(decided.Applies);
    }

    [Fact]
    public void Of_thousands_of_decisions_the_last_that_matches_is_found()
    {
        var random = new Random(5);
        FrameRange Frames() => random.Next(4) switch { 0 => new FrameRange(random.Next(100), 5000 + random.Next(5000)), 1 => new FrameRange(random.Next(900), 900 + random.Next(200)), _ => FrameRange.Single(random.Next(1000)) };
        RegionMask Region() => RegionMask.Whole(new Box(random.Next(40), random.Next(40), 10, 10));
        var decisions = Enumerable.Range(0, 3000).Select(i => On(Verdict.Reject) with { Place = new FilmPlace(Frames(), random.Next(50) == 0 ? null : Region()), By = $"{i}" }).ToList();
        var reviewer = new Reviewer(Careful, decisions);
        for (var i = 0; i < 300; i++)
        {
            var proposal = Dirt(0.9).At(new FilmPlace(Frames(), Region()));
            Assert.Equal(decisions.LastOrDefault(decision => decision.Matches(proposal))?.By ?? "policy careful", reviewer.Decide(proposal).By);
        }
    }

    [Fact]
    public void Wait_takes_an_earlier_decision_back() =>
        Assert.Equal("policy careful", new Reviewer(Careful, [On(Verdict.Reject), On(Verdict.Wait)]).Decide(Dirt(0.9)).By);

    [Fact]
    public void An_edit_replaces_change_and_region()
    {
        var mask = RegionMask.Whole(new Box(11, 11, 2, 2));
        var change = new JsonObject { ["donor"] = 6 };
        var decided = new Reviewer(Careful, [On(Verdict.Edit) with { Change = change, Mask = mask }]).Decide(Dirt(0.1));
        Assert.True(decided.Applies);
        Assert.Same(mask, decided.Proposal.Region);
        Assert.Same(change, decided.Proposal.Change);
    }

    [Fact]
    public void A_persons_own_wish_counts_as_accepted()
    {
        var wish = Dirt(0) with { Source = new ProposalSource("Ada", "", IsPerson: true) };
        Assert.Equal((Verdict.Accept, "Ada"), (new Reviewer(Careful, []).Decide(wish).Verdict, new Reviewer(Careful, []).Decide(wish).By));
        Assert.Equal(Verdict.Reject, new Reviewer(Careful, [On(Verdict.Reject)]).Decide(wish).Verdict);
    }

    [Theory]
    [InlineData(10, 10, 10, 10, true)]
    [InlineData(15, 10, 10, 10, true)]
    [InlineData(16, 10, 10, 10, false)]
    [InlineData(12, 12, 2, 2, true)]
    [InlineData(0, 0, 100, 100, true)]
    [InlineData(30, 30, 5, 5, false)]
    public void A_decision_matches_where_half_of_the_smaller_box_is_shared(int x, int y, int width, int height, bool matches)
    {
        var decision = On(Verdict.Reject) with { Place = new FilmPlace(FrameRange.Single(7), RegionMask.Whole(new Box(x, y, width, height))) };
        Assert.Equal(matches, decision.Matches(Dirt(1)));
    }

    [Fact]
    public void A_decision_matches_its_own_kind_and_frames_only()
    {
        Assert.False((On(Verdict.Reject) with { Kind = "scratch" }).Matches(Dirt(1)));
        Assert.False((On(Verdict.Reject) with { Place = new FilmPlace(new FrameRange(8, 9), RegionMask.Whole(Spot)) }).Matches(Dirt(1)));
        Assert.True((On(Verdict.Reject) with { Place = new FilmPlace(new FrameRange(0, 7)) }).Matches(Dirt(1)));
        Assert.True(On(Verdict.Reject).Matches(Dirt(1).At(new FilmPlace(FrameRange.Single(7)))));
    }

    private static Proposal Dirt(double confidence) =>
        new("dirt-1", "dirt", new FilmPlace(FrameRange.Single(7), RegionMask.Whole(Spot)), "a spot", confidence, new ProposalSource("despeckle", "1"), []);

    private static Decision On(Verdict verdict) =>
        new("dirt", new FilmPlace(FrameRange.Single(7), RegionMask.Whole(Spot)), verdict, "Ada", DateTimeOffset.UnixEpoch);
}
