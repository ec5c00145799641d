using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Core;

public sealed class LessonsTests
{
    private static readonly ProposalKind Scratch = new("scratch", "Scratch", Tone.Violet) { Rules = [new KindRule(0.5, Verdict.Accept), new KindRule(0.2, Verdict.Wait)] };

    [Fact]
    public void Three_rejections_for_one_reason_spare_those_of_which_the_machine_is_no_surer()
    {
        var reviewer = Of(Reject(1, 0.31, "a wire"), Reject(2, 0.4, "a wire"), Reject(3, 0.36, "A wire "));
        Assert.Equal((Verdict.Reject, Lessons.By, "no surer than 3 that were rejected: a wire"), Said(reviewer.Decide(At(50, 0.3))));
        Assert.Equal(Verdict.Wait, reviewer.Decide(At(51, 0.33)).Verdict);
    }

    [Fact]
    public void Two_or_three_for_several_reasons_or_of_other_kinds_teach_nothing()
    {
        Assert.Equal(Verdict.Wait, Of(Reject(1, 0.4, "a wire"), Reject(2, 0.4, "a wire")).Decide(At(50, 0.3)).Verdict);
        Assert.Equal(Verdict.Wait, Of(Reject(1, 0.4, "a wire"), Reject(2, 0.4, "a pole"), Reject(3, 0.4, "rain")).Decide(At(50, 0.3)).Verdict);
        Assert.Equal(Verdict.Wait, Of(Reject(1, 0.4, "a wire") with { Kind = "stain" }, Reject(2, 0.4, "a wire"), Reject(3, 0.4, "a wire")).Decide(At(50, 0.3)).Verdict);
        // One thing, said three times.
        Assert.Equal(Verdict.Wait, Of(Reject(1, 0.4, "a wire"), Reject(1, 0.4, "a wire"), Reject(1, 0.4, "a wire")).Decide(At(50, 0.3)).Verdict);
    }

    [Fact]
    public void What_the_policy_is_sure_of_and_what_a_person_decided_stay_as_they_are()
    {
        var reviewer = Of(Reject(1, 0.9, null), Reject(2, 0.9, null), Reject(3, 0.9, null), Decision(60, 0.3, Verdict.Accept, null));
        Assert.Equal(Verdict.Accept, reviewer.Decide(At(50, 0.7)).Verdict);
        Assert.Equal(Verdict.Accept, reviewer.Decide(At(60, 0.3)).Verdict);
        Assert.Equal("Ann", reviewer.Decide(At(1, 0.9)).By);
    }

    [Fact]
    public void What_was_accepted_shows_that_what_is_as_sure_may_be_right()
    {
        Decision[] rejected = [Reject(1, 0.4, null), Reject(2, 0.4, null), Reject(3, 0.4, null), Reject(4, 0.25, null), Reject(5, 0.25, null), Reject(6, 0.25, null)];
        Assert.Equal(Verdict.Reject, Of(rejected).Decide(At(50, 0.35)).Verdict);
        var both = Of([.. rejected, Decision(7, 0.3, Verdict.Accept, null)]);
        Assert.Equal((Verdict.Wait, Verdict.Reject), (both.Decide(At(50, 0.35)).Verdict, both.Decide(At(51, 0.22)).Verdict));
    }

    [Fact]
    public void A_rejection_that_is_taken_back_takes_its_lesson_back() =>
        Assert.Equal(Verdict.Wait, Of(Reject(1, 0.4, null), Reject(2, 0.4, null), Reject(3, 0.4, null), Decision(3, 0.4, Verdict.Wait, null)).Decide(At(50, 0.3)).Verdict);

    private static (Verdict, string, string?) Said(Decided decided) => (decided.Verdict, decided.By, decided.Reason);

    private static Reviewer Of(params Decision[] decisions) => new(Policies.Standard([Scratch]), decisions);

    private static Proposal At(int frame, double confidence) => Proposal.Of("scratch", new FilmPlace(FrameRange.Single(frame), RegionMask.Whole(new Box(10, 10, 2, 40))), "", confidence, new ProposalSource("test", "1"), []);

    private static Decision Reject(int frame, double confidence, string? reason) => Decision(frame, confidence, Verdict.Reject, reason);

    private static Decision Decision(int frame, double confidence, Verdict verdict, string? reason) =>
        At(frame, confidence) is var proposal ? new Decision("scratch", proposal.Place, verdict, "Ann", default, reason, proposal.Id, Confidence: confidence) : throw new InvalidOperationException();
}
