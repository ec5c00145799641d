using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Survey;

public class DissolveFinderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void A_dissolve_begins_a_shot_through_flicker_and_motion(double flicker)
    {
        var survey = StageBench.Survey(Film(flicker, t => Math.Clamp((t - 29) / 15.0, 0, 1)));
        Assert.Equal([Transition.Cut, Transition.Dissolve], survey.Shots.Select(shot => shot.In));
        Assert.InRange(survey.Shots[1].Frames.First, 29, 31);
        var dissolve = Assert.Single(survey.Findings, finding => finding.Kind == "dissolve");
        Assert.Equal(survey.Shots[1].Frames.First, dissolve.Frames.First);
        Assert.InRange(dissolve.Frames.Last, 42, 44);
    }

    [Fact]
    public void A_cut_and_a_pan_are_no_dissolves()
    {
        Assert.Equal([Transition.Cut, Transition.Cut], StageBench.Survey(Film(0.4, t => t < 36 ? 0 : 1)).Shots.Select(shot => shot.In));
        Assert.Single(StageBench.Survey(new SyntheticFilm(160, 120, 60, (t, x, y) => SyntheticFilm.Texture(7, x + 2.2 * t, y))).Shots);
    }

    [Fact]
    public void The_dark_first_frames_of_a_fade_are_no_shot()
    {
        var survey = StageBench.Survey(new SyntheticFilm(160, 120, 60, (t, x, y) =>
            t < 30 ? SyntheticFilm.Texture(7, x + 0.4 * t, y) : Math.Clamp((t - 30) / 10.0, 0, 1) * SyntheticFilm.Texture(8, x, y - 0.15 * t)));
        Assert.Equal([new FrameRange(0, 29), new FrameRange(30, 59)], survey.Shots.Select(shot => shot.Frames));
        Assert.Equal(Transition.Fade, survey.Shots[1].In);
        Assert.Contains(survey.Findings, finding => finding.Kind == "fade" && finding.Frames.First == 30);
    }

    private static SyntheticFilm Film(double flicker, Func<int, double> share) => new(160, 120, 72, (t, x, y) =>
        (1 - flicker * SyntheticFilm.Hash(1, t, 0)) *
        ((1 - share(t)) * SyntheticFilm.Texture(7, x + 0.15 * t, y) + share(t) * SyntheticFilm.Texture(8, x, y - 0.15 * t)));
}
