using System.Globalization;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Shots;

namespace Kinolux.Tests.Previs.Shots;

public sealed class ShotChoiceTests
{
    private static readonly FilmBack Back = new(Sensor.Super35, 1.85);

    [Fact]
    public void A_dialogue_begins_with_all_of_it_and_is_covered_without_a_gap()
    {
        var plan = Plans.Of(Plans.Dialogue);
        var shots = ShotChoice.Of(plan, Back);
        Assert.Equal(ShotType.Master, shots[0].Framing.Type);
        Assert.Equal(0, shots[0].Frames.First);
        Assert.Equal(plan.Frames - 1, shots[^1].Frames.Last);
        Assert.All(shots.Zip(shots.Skip(1)), pair => Assert.Equal(pair.First.Frames.Last + 1, pair.Second.Frames.First));
        Assert.All(shots, shot => Assert.NotEmpty(shot.Reason));
        Assert.All(shots, shot => Assert.All(shot.Alternatives, other => Assert.NotEmpty(other.Reason)));
    }

    [Fact]
    public void The_same_scene_is_cut_the_same_way_again() => Assert.Equal(Says(Plans.Dialogue), Says(Plans.Dialogue));

    [Fact]
    public void Two_hundred_scenes_at_random_break_no_rule()
    {
        List<string> broken = [];
        var shots = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var plan = Plans.Of(Plans.AtRandom(seed));
            var cut = ShotChoice.Of(plan, Back);
            shots += cut.Count;
            // Three of a size running is told and not forbidden.
            broken.AddRange(ShotChecks.Of(plan, cut, Back).Where(check => check.Rule != "same-size").Select(check => $"{seed} {check.Shot} {check.Rule}: {check.Says}"));
            Assert.Equal(plan.Frames, cut.Sum(shot => shot.Frames.Count));
        }
        Assert.True(shots > 1000, $"{shots} shots");
        Assert.True(broken.Count == 0, $"{broken.Count} of {shots} shots\n{string.Join('\n', broken.Take(40))}");
    }

    [Theory]
    [InlineData("INT. HALL - DAY\n")]
    [InlineData("INT. HALL - DAY\n\nNobody is here.\n")]
    [InlineData("EXT. ZZYZX - DAY\n\nBOB\nWhere is this?\n")]
    [InlineData("内景 厨房 日\n\n.厨房\n\n@小明\n你好。我不知道你在这里。\n\n@小红\n我一直在这里。\n")]
    public void Odd_scenes_are_cut_too(string text)
    {
        var plan = Plans.Of(text);
        Assert.Equal(plan.Frames, ShotChoice.Of(plan, Back).Sum(shot => shot.Frames.Count));
    }

    [Fact]
    public void Forty_people_find_room_and_are_cut()
    {
        var text = "INT. HALL - DAY\n\nAll are here.\n\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"PERSON {(char)('A' + i % 26)}{i}\nHere.\n\n"));
        var plan = Plans.Of(text);
        Assert.Equal(40, plan.People.Count);
        Assert.Equal(plan.Frames, ShotChoice.Of(plan, Back).Sum(shot => shot.Frames.Count));
    }

    [Fact]
    public void A_room_without_room_for_a_camera_is_cut_and_told()
    {
        var plan = Plans.Of(Plans.Dialogue);
        plan = plan with { Set = plan.Set with { Width = 0.3, Depth = 0.3, Height = 0.3 } };
        var shots = ShotChoice.Of(plan, Back);
        Assert.Equal(plan.Frames, shots.Sum(shot => shot.Frames.Count));
        Assert.Contains(ShotChecks.Of(plan, shots, Back), check => check.Rule == "camera");
    }

    private static string Says(string text) => string.Join('\n', ShotChoice.Of(Plans.Of(text), Back).Select(shot => string.Create(CultureInfo.InvariantCulture, $"{shot.Name} {shot.Frames} {shot.Framing.Words} {shot.Framing.Camera} {shot.Confidence}")));
}
