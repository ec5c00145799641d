using Kinolux.Previs.Figures;
using Kinolux.Previs.Scenes;
using Kinolux.Tests.Previs.Shots;

namespace Kinolux.Tests.Previs.Scenes;

public sealed class MomentReaderTests
{
    [Fact]
    public void A_long_speech_has_a_moment_for_each_few_sentences_and_a_short_one_has_one()
    {
        var plan = Plans.Of("INT. HALL - DAY\n\nANNA\nNo.\n\nBOB\nI waited for hours and hours in the rain and nobody came to the door at all. Then I went home and slept and never asked again. It was late.\n");
        Assert.Equal([1, 2], plan.Moments.GroupBy(moment => moment.Element).Select(moments => moments.Count()));
        Assert.Equal(["BOB"], plan.Moments[0].To);
    }

    [Theory]
    [InlineData("Anna enters.", DoingKind.Enter)]
    [InlineData("Anna walks in, wet.", DoingKind.Enter)]
    [InlineData("Anna sits on a chair.", DoingKind.Sit)]
    [InlineData("Anna gets up.", DoingKind.Rise)]
    [InlineData("Anna crosses to Bob.", DoingKind.Walk)]
    [InlineData("Anna storms out.", DoingKind.Exit)]
    public void What_moves_somebody_is_read(string deed, DoingKind kind)
    {
        var plan = Plans.Of($"INT. HALL - DAY\n\nANNA\nHello.\n\nBOB\nHello.\n\n{deed}\n");
        Assert.Contains(plan.Moments.SelectMany(moment => moment.Doings), doing => doing is { Who: "ANNA" } && doing.Kind == kind);
    }

    [Theory]
    [InlineData("Anna does not enter.")]
    [InlineData("Anna almost sits.")]
    [InlineData("Anna refuses to leave.")]
    [InlineData("The bus leaves.")]
    [InlineData("A cat sits on the table.")]
    public void What_moves_nobody_is_not(string deed) =>
        Assert.DoesNotContain(Plans.Of($"INT. HALL - DAY\n\nANNA\nHello.\n\n{deed}\n").Moments, moment => moment.Doings.Count > 0);

    [Fact]
    public void Who_is_heard_only_is_not_there() =>
        Assert.Equal(["ANNA"], Plans.Of("INT. HALL - DAY\n\nANNA\nHello?\n\nBOB (V.O.)\nHello.\n").People.Select(person => person.Name));

    [Fact]
    public void Whoever_enters_comes_from_the_door_and_whoever_leaves_is_gone()
    {
        var plan = Plans.Of("INT. KITCHEN - DAY\n\nANNA\nIs anybody here?\n\nBob enters.\n\nBOB\nI am. I have always been here, and I shall be here when all of you are gone.\n\nBob leaves.\n\nANNA\nAnd gone. He never stays long enough to hear what anybody has to say to him about it.\n");
        var (blocking, enters) = (plan.Blocking(), plan.Moments.First(moment => moment.Doings.Count > 0).Frames.First);
        Assert.Null(blocking.At("BOB", enters - 1));
        Assert.NotNull(blocking.At("BOB", enters));
        Assert.Null(blocking.At("BOB", plan.Frames - 1));
    }

    [Fact]
    public void Whoever_sits_when_first_seen_sat_there_before()
    {
        var person = Plans.Of("INT. OFFICE - DAY\n\nAnna sits at the desk.\n\nANNA\nCome in.\n").People[0];
        Assert.Equal((0, Stance.Sit), (person.Marks[0].Frame, person.Marks[0].Stance));
        Assert.Single(person.Marks);
    }
}
