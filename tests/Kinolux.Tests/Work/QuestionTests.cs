using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Tests.Restoration;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Work;

public sealed class QuestionTests : IDisposable
{
    private const int Frames = 600, Cut = 300;
    private readonly TemporaryFolder _folder = new();
    private readonly WorkFolder _work;

    public QuestionTests()
    {
        _work = FilmWork.Hold(_folder.File("work"));
        FilmPlan.Of(Frames, Cut, 720, 540).Write(_work.PlanPath);
    }

    public void Dispose()
    {
        _work.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_scratch_is_asked_about_once_through_all_its_frames_and_shots()
    {
        var review = With([.. Enumerable.Range(250, 100).Where(i => i % 3 != 0).Select(i => Line(i, 400 + i % 4, top: i % 7 * 10, confidence: i % 5 == 0 ? 0.2 : 0.4))]);
        var question = Assert.Single(review.Now().Questions);
        Assert.Equal((67, 250, 349), (question.Members.Count, question.Extent.First, question.Extent.Last));
        Assert.Equal((1, "1"), (question.Places.Count, question.Part));
    }

    [Fact]
    public void Two_scratches_beside_each_other_are_two_questions_and_so_is_one_that_comes_back_much_later()
    {
        var review = With([.. Enumerable.Range(0, 20).SelectMany(i => new[] { Line(i, 100), Line(i, 130), Line(i + 400, 100) })]);
        Assert.Equal([20, 20, 20], review.Now().Questions.Select(question => question.Members.Count));
    }

    [Fact]
    public void One_decision_answers_it_and_one_undo_takes_the_answer_back()
    {
        var review = With([.. Enumerable.Range(0, 40).Select(i => Line(i, 100)), Line(5, 300)]);
        var asked = review.Now().Questions.Single(question => question.Members.Count > 1);
        Assert.Single(review.Decide([asked.Id], Verdict.Accept, "a scratch"));
        Assert.Equal(40, review.Now().All.Count(item => item.Now.Applies));
        Assert.Equal([0, 1], review.Now().Questions.Select(question => question.Waiting));
        // It can be named again while it is answered, to answer it otherwise.
        review.Decide([asked.Id], Verdict.Reject, "a pole");
        Assert.DoesNotContain(review.Now().All, item => item.Now.Applies);
        review.Undo();
        review.Undo();
        Assert.Equal(41, review.Now().Questions.Sum(question => question.Waiting));
    }

    [Fact]
    public void The_answer_holds_for_the_same_scratch_found_a_little_elsewhere_and_in_frames_between()
    {
        var review = With([.. Enumerable.Range(0, 40).Where(i => i % 2 == 0).Select(i => Line(i, 100))]);
        review.Decide([review.Now().Questions[0].Id], Verdict.Accept, null);
        review = With([.. Enumerable.Range(0, 39).Select(i => Line(i, 101, top: 12)), Line(20, 200)]);
        Assert.Equal((39, 1), (review.Now().All.Count(item => item.Now.Applies), review.Now().Questions.Sum(question => question.Waiting)));
    }

    [Fact]
    public void Split_each_of_its_proposals_is_decided_by_itself()
    {
        var review = With([.. Enumerable.Range(0, 10).Select(i => Line(i, 100))]);
        var asked = review.Now().Questions.Single();
        review.Decide([asked.Members[3].Outline.Id], Verdict.Reject, null);
        Assert.Equal((10, 9), (review.Now().Questions.Single().Members.Count, review.Now().Questions.Single().Waiting));
    }

    [Fact]
    public void Fine_scratches_all_over_a_film_are_one_question_and_a_lasting_one_among_them_another()
    {
        var rain = Enumerable.Range(0, 30).Select(i => Line(i * 20, i * 211 % 640));
        var review = With([.. rain, .. Enumerable.Range(0, 40).Select(i => Line(i * 10 + 3, 660))]);
        Assert.Equal([30, 40], review.Now().Questions.Select(question => question.Members.Count).Order());
        var asked = review.Now().Questions.Single(question => question.Members.Count == 30);
        Assert.Equal(30, review.Decide([asked.Id], Verdict.Reject, "rain of the story").Count);
        Assert.Equal(40, review.Now().All.Count(item => item.Now.Verdict == Verdict.Wait));
    }

    [Fact]
    public void What_the_policy_settled_is_not_asked_nor_drawn_into_another_spots_question()
    {
        var review = With([Speck(3, 40, 0.6), Speck(4, 40, 0.6), Speck(5, 40, 0.95), Speck(3, 90, 0.95)]);
        review.Apply(new PolicyFile("careful", [new PolicyRule("dirt", 0.9, Verdict.Accept), new PolicyRule("dirt", 0, Verdict.Wait)], null));
        var question = Assert.Single(review.Now().Questions);
        Assert.Equal(2, question.Members.Count);
    }

    [Fact]
    public void Repeats_are_one_question_of_the_whole_film()
    {
        var review = With([.. Enumerable.Range(1, 50).Select(i => Of("duplicate-frame", new FilmPlace(FrameRange.Single(i * 10))))]);
        var asked = review.Now().Questions.Single();
        Assert.Equal((50, review.Now().Document.Whole), (asked.Members.Count, asked.Places.Single()));
        Assert.Single(review.Decide([asked.Id], Verdict.Reject, "holds"));
        Assert.DoesNotContain(review.Now().All, item => item.Now.Verdict == Verdict.Wait);
    }

    [Fact]
    public void Nothing_found_asks_nothing() => Assert.Empty(With([]).Now().Questions);

    private WorkReview With(Proposal[] found)
    {
        _work.Proposals.Replace(found.Select(item => ((Part?)(item.Frames.First < Cut ? FilmDocument.PartOf(1, new FrameRange(0, Cut - 1)) : FilmDocument.PartOf(2, new FrameRange(Cut, Frames - 1))), new Decided(item, Verdict.Wait, "policy standard"))).OrderBy(item => item.Item1!.Number));
        return new WorkReview(_work, TimeProvider.System, "Ann", new ReviewIndex(_work));
    }

    private static Proposal Line(int frame, int x, int top = 0, double confidence = 0.4) => Of("scratch", new FilmPlace(FrameRange.Single(frame), RegionMask.Whole(new Box(x, top, 4, 400))), confidence);

    private static Proposal Speck(int frame, int x, double confidence) => Of("dirt", new FilmPlace(FrameRange.Single(frame), RegionMask.Whole(new Box(x, 30, 6, 6))), confidence);

    private static Proposal Of(string kind, FilmPlace place, double confidence = 0.7) =>
        Proposal.Of(kind, place, $"{kind} at {place.Words}", confidence, new ProposalSource("test", "1"), []);
}
