using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Tests.Restoration;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Work;

public sealed class ReviewIndexTests : IDisposable
{
    private static readonly ProposalSource Machine = new("despeckle", "1");
    private readonly TemporaryFolder _folder = new();
    private readonly WorkFolder _work;
    private readonly WorkReview _review;

    public ReviewIndexTests()
    {
        _work = FilmWork.Hold(_folder.File("work"));
        FilmPlan.Of(60, 30, 96, 64).Write(_work.PlanPath);
        _work.Proposals.Replace(Enumerable.Range(0, 60).Select(i => ((Part?)FilmDocument.PartOf(1 + i / 30, new FrameRange(i / 30 * 30, i / 30 * 30 + 29)), new Decided(Speck(i), Verdict.Accept, "policy standard"))));
        _review = new WorkReview(_work, TimeProvider.System, "Ann", new ReviewIndex(_work));
    }

    public void Dispose()
    {
        _work.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Whatever_is_decided_shows_at_once_and_as_one_who_reads_the_folder_again_sees_it()
    {
        Assert.All(_review.Now().All, item => Assert.True(item.Now.Applies));
        _review.Decide([Speck(7).Id, Speck(8).Id], Verdict.Reject, "birds");
        var state = _review.Now();
        Assert.Equal([7, 8], state.All.Where(item => !item.Now.Applies).Select(item => item.Outline.Place.InFilm().Frames.First));
        Assert.Equal((2, 0), state.Pending());
        Assert.Equal(new ReviewIndex(_work).Now().All, state.All);
        Assert.Equal(2, _review.Undo().Count);
        Assert.Equal((0, 0), _review.Now().Pending());
    }

    [Fact]
    public void Nothing_is_read_again_while_nothing_changes() => Assert.Same(_review.Now(), _review.Now());

    [Fact]
    public void A_frames_proposals_are_read_whole_and_in_order()
    {
        var found = _review.Now().At(new Extent(41, 41)).ToList();
        Assert.Equal([Speck(41).Id], found.Select(item => item.Outline.Id));
        var whole = ReviewState.Read(found)[0];
        Assert.Equal((Speck(41).Summary, Speck(41).Evidence[0]), (whole.Proposal.Summary, whole.Proposal.Evidence[0]));
        Assert.Equal(Speck(41).Region!.Runs, whole.Proposal.Region!.Runs);
    }

    [Fact]
    public void An_edit_replaces_what_it_names_and_keeps_the_rest()
    {
        _review.Decide([Speck(3).Id], Verdict.Edit, null, new Edit(new() { ["donor"] = -2 }, null));
        _review.Decide([Speck(4).Id], Verdict.Edit, null, new Edit(null, RegionMask.Whole(new Box(1, 1, 2, 2))));
        var state = _review.Now();
        var whole = ReviewState.Read([state.Find(Speck(3).Id)!.Value, state.Find(Speck(4).Id)!.Value]);
        Assert.Equal((-2, Speck(3).Region!.Box), (whole[0].Proposal.Change!["donor"]!.GetValue<int>(), whole[0].Proposal.Region!.Box));
        Assert.Equal((1, new Box(1, 1, 2, 2)), (whole[1].Proposal.Change!["donor"]!.GetValue<int>(), whole[1].Proposal.Region!.Box));
        Assert.Equal(2, state.Pending().Decisions);
    }

    [Fact]
    public void Decisions_that_match_nothing_are_kept_and_shown()
    {
        _work.Log.Append([new DecisionEntry(new Decision("dirt", new FilmPlace(FrameRange.Single(90)), Verdict.Reject, "Ann", TimeProvider.System.GetUtcNow()))]);
        Assert.Equal([("dirt", "frame 90")], _review.Now().Unmatched.Select(decision => (decision.Kind, decision.Where)));
    }

    private static Proposal Speck(int frame)
    {
        var region = RegionMask.From(new Box(10, frame % 20, 2, 2), [true, false, true, true]);
        return Proposal.Of(
            "dirt", new FilmPlace(FrameRange.Single(frame), region), $"a speck in {frame}", 0.6 + frame / 1000.0, Machine,
            [new Evidence("contrast", frame)], new() { ["donor"] = 1 });
    }
}
