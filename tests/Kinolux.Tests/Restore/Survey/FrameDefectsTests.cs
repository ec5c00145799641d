using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Verify;
using Kinolux.Restore.Stages.MissingFrames;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Restore.Survey;

public class FrameDefectsTests
{
    [Fact]
    public void Repeats_that_hide_lost_frames_black_and_destroyed_ones_are_found()
    {
        Assert.Equal(
            ["duplicate-frame 6", "duplicate-frame 12", "black-frame 15", "duplicate-frame 18", "destroyed-frame 21", "duplicate-frame 24", "duplicate-frame 30"],
            Find(36, (t, x, y) => t switch
            {
                15 => 0,
                21 => SyntheticFilm.Hash(9, (int)x, (int)y),
                _ => Scene(t % 6 == 0 && t > 0 ? t - 1 : t, x, y),
            }).OrderBy(found => int.Parse(found.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Repeats_in_step_that_lose_nothing_are_step_printing() =>
        Assert.Equal(["step-printing 0-35"], Find(36, (t, x, y) => Scene(t * 3 / 4, x, y)));

    [Fact]
    public void A_frame_cut_out_of_an_even_pan_is_found() =>
        Assert.Equal(["cut-out-frame 14"], Find(30, (t, x, y) => Scene(t < 14 ? t : t + 1, x, y)));

    [Fact]
    public void Still_lettering_is_a_title() =>
        Assert.Equal(["title 0-19"], Find(20, (t, x, y) => Lettering(x + 0.3 * SyntheticFilm.Hash(3, t, 0), y)));

    [Fact]
    public void A_still_scene_has_no_duplicates() =>
        Assert.Empty(Find(20, (_, x, y) => Scene(0, x, y)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_card_between_two_frames_of_a_scene_is_not_replaced_unasked(int length) =>
        Assert.Empty(Accepted(36, (t, x, y) => t >= 18 && t < 18 + length ? Lettering(x, y) : Scene(t < 18 ? t : t - length, x, y)));

    [Fact]
    public void A_white_flash_that_leaves_nothing_of_the_picture_is_not_replaced_unasked() =>
        Assert.Empty(Accepted(36, (t, x, y) => t == 18 ? 1 : Scene(t, x, y)));

    [Fact]
    public void Dark_frames_of_a_strobe_are_not_replaced_unasked() =>
        Assert.Empty(Accepted(48, (t, x, y) => t is > 12 and < 36 && t % 4 < 1 ? 0 : Scene(t, x, y)));

    [Fact]
    public void The_black_ends_of_a_fade_are_kept() =>
        Assert.DoesNotContain(Find(48, (t, x, y) => Scene(t, x, y) * Math.Clamp(Math.Min((t - 2) / 12.0, (45 - t) / 12.0), 0, 1)), found => found.StartsWith("black-frame", StringComparison.Ordinal));

    [Fact]
    public void Holds_among_moving_drawings_wait_for_a_person() =>
        Assert.Empty(Accepted(48, (t, x, y) => Scene(t is 9 or 20 or 34 ? t - 1 : t, x, y)));

    [Fact]
    public void A_blinking_light_makes_no_frame_a_repeat() =>
        Assert.DoesNotContain(Find(48, (t, x, y) => 0.6 * SyntheticFilm.Texture(4, x + 0.4 * t, y) * (t / 2 % 2 == 0 ? 1 : 0.5)), found => found.StartsWith("duplicate", StringComparison.Ordinal));

    private static IEnumerable<string> Accepted(int count, Func<int, double, double, double> grey) =>
        StageBench.Survey(new SyntheticFilm(96, 72, count, grey)).Findings
            .Where(found => new MissingFrames().Info.Repairs(found.Kind) && Policies.Standard(FilmKinds.All).Decide(found) == Verdict.Accept)
            .Select(found => $"{found.Kind} {found.Frames}");

    private static double Lettering(double x, double y) =>
        x is > 12 and < 84 && y is > 20 and < 52 && (int)y % 12 < 6 && (int)x % 6 < 2 ? 0.9 : 0.05;

    private static double Scene(int t, double x, double y) => SyntheticFilm.Texture(4, x + 2.5 * t, y + 0.5 * t);

    private static IEnumerable<string> Find(int count, Func<int, double, double, double> grey) =>
        StageBench.Survey(new SyntheticFilm(96, 72, count, grey)).Findings.Select(found => $"{found.Kind} {found.Frames}");
}
