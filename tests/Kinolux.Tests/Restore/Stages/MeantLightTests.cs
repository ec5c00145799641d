using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages.Deflicker;
using Kinolux.Tests.Restore.Survey;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Restore.Stages;

/// <summary>Light that was meant is no flicker.</summary>
public class MeantLightTests
{
    private const int Width = 96;
    private const int Height = 72;

    [Fact]
    public void A_camera_flash_stays_and_so_do_the_frames_around_it() =>
        Untouched((t, x, y) => t == 16 ? 1.7 * Scene(t, x, y) + 0.12 : t == 33 ? 2.6 * Scene(t, x, y) + 0.35 : Scene(t, x, y));

    [Fact]
    public void Lightning_stays()
    {
        var strokes = new Dictionary<int, double> { [12] = 2.6, [13] = 1.5, [14] = 2.3, [15] = 1.8, [16] = 1.4, [17] = 1.15, [30] = 2.8, [31] = 1.2, [33] = 1.9, [34] = 1.3 };
        Untouched((t, x, y) => 0.35 * Scene(t, x, y) * strokes.GetValueOrDefault(t, 1));
    }

    [Theory]
    [InlineData(12, 36, 2)]
    [InlineData(0, 48, 2)]
    [InlineData(6, 42, 3)]
    [InlineData(0, 48, 1)]
    public void A_strobe_stays(int first, int end, int half) =>
        Untouched((t, x, y) => Scene(t, x, y) * (t < first || t >= end ? 0.85 : t / half % 2 == 0 ? 1 : 0.4));

    [Fact]
    public void A_beacon_that_comes_round_stays() =>
        Untouched((t, x, y) => Scene(t, x, y) * (0.6 + 0.4 * Math.Pow(Math.Max(0, Math.Cos(2 * Math.PI * t / 22)), 8)));

    [Fact]
    public void A_neon_sign_that_pulses_stays() =>
        Untouched((t, x, y) => Scene(t, x, y) * (0.8 + 0.2 * Math.Sin(2 * Math.PI * t / 14)));

    [Fact]
    public void An_explosion_that_burns_out_stays() =>
        Untouched((t, x, y) => t < 20 ? Scene(t, x, y) : Scene(t, x, y) + 0.9 * Math.Exp(-(t - 20) / 5.0));

    [Fact]
    public void A_lamp_that_blinks_in_part_of_the_picture_stays() =>
        Untouched((t, x, y) => Scene(t, x, y) + (t / 6 % 2 == 0 ? 0.3 * Math.Exp(-((x - 70) * (x - 70) + (y - 20) * (y - 20)) / 200) : 0));

    [Fact]
    public void Two_beacons_in_turn_stay() =>
        Untouched((t, x, y) => 0.3 * Scene(0, x, y) * (1 + 1.7 * Turn(t, 1) * Near(x, y, 13, 30, 34) + 0.9 * Turn(t, -1) * Near(x, y, 81, 30, 34)));

    [Fact]
    public void A_fire_in_a_corner_stays() =>
        Untouched((t, x, y) => 0.5 * Scene(t, x, y) * (1 + 1.6 * (1 + 0.6 * (SyntheticFilm.Hash(3, t, 0) - 0.5)) * Near(x, y, 20, 60, 26)));

    [Theory]
    [InlineData(48, 40, 26, 0)] // a candle
    [InlineData(-10, 50, 40, 0)] // a fire beside the picture
    [InlineData(20, 30, 28, 1)] // a torch that is carried
    public void A_flame_that_lights_all_that_is_seen_stays(double cx, double cy, double reach, double way) =>
        Untouched((t, x, y) => Scene(0, x, y) * (0.15 + 0.85 * Flame(3, t) * Near(x, y, cx + way * t, cy, reach)) + 0.4 * Near(x, y, cx + way * t, cy, 3));

    [Fact]
    public void Light_that_hardly_changes_waits() =>
        Untouched((t, x, y) => Scene(t, x, y) * (1 + 0.02 * (SyntheticFilm.Hash(7, t, 0) - 0.5)));

    [Fact]
    public void A_fade_that_hardly_holds_stays() =>
        Untouched((t, x, y) => Scene(t, x, y) * (t < 8 ? (t + 1) / 9.0 : t < 14 ? 1 : Math.Max(0, (22 - t) / 9.0)), 22);

    [Fact]
    public void A_shot_of_few_frames_tells_nothing() =>
        Untouched((t, x, y) => Scene(t, x, y) * (1 + 0.2 * (SyntheticFilm.Hash(7, t, 0) - 0.5)), 8);

    [Fact]
    public void A_fade_in_and_out_keeps_its_ends() =>
        Untouched((t, x, y) => Scene(t, x, y) * Math.Min(1, Math.Min(t / 16.0, (47 - t) / 16.0)));

    [Fact]
    public void A_flash_in_a_film_that_flickers_stays_while_the_rest_is_evened()
    {
        static double Light(int t) => 1 + 0.16 * (SyntheticFilm.Hash(7, t, 0) - 0.5);
        var film = new SyntheticFilm(Width, Height, 48, (t, x, y) => t == 24 ? 1.7 * Scene(t, x, y) + 0.12 : Scene(t, x, y) * Light(t));
        var restored = StageBench.Restore(film, StageBench.Survey(film), new Deflicker());
        Assert.Equal(0, StageBench.Error(restored[24], (x, y) => film.At(24).Guide[(int)x, (int)y] / 65535.0), 0.01);
        var (before, after) = (0.0, 0.0);
        for (var t = 0; t < 48; t++)
            if (t != 24)
            {
                before += StageBench.Error(film.At(t), (x, y) => Scene(t, x, y));
                after += StageBench.Error(restored[t], (x, y) => Scene(t, x, y));
            }
        Assert.True(after < before / 4, $"mean squared error {before / 47:0.0} became {after / 47:0.0}");
    }

    [Fact]
    public void The_short_fades_of_a_card_in_a_film_that_flickers_stay_fades()
    {
        static double Light(int t) => 1 + 0.3 * (SyntheticFilm.Hash(7, t, 0) - 0.5);
        static double Fade(int t) => t < 2 ? 0.3 + 0.3 * t : t > 43 ? 0.95 - 0.22 * (t - 44) : 1;
        var film = new SyntheticFilm(Width, Height, 48, (t, x, y) => Scene(0, x, y) * Light(t) * Fade(t));
        var restored = StageBench.Restore(film, StageBench.Survey(film), new Deflicker());
        foreach (var end in (int[])[0, 1, 46, 47])
        {
            double Right(int x, int y) => Scene(0, x, y) * Fade(end);
            var (before, after) = (StageBench.Error(film.At(end), Right), StageBench.Error(restored[end], Right));
            Assert.True(after <= before + 1e-6, $"frame {end}: mean squared error {before:0.00} became {after:0.00}");
        }
    }

    private static double Scene(int t, double x, double y) => 0.55 * SyntheticFilm.Texture(5, x + 0.7 * t, y);

    private static double Turn(int t, int sign) => Math.Pow(Math.Max(0, sign * Math.Sin(2 * Math.PI * t / 10)), 2);

    private static double Flame(int seed, int t) => 1 + 0.4 * (SyntheticFilm.Hash(seed, t, 0) + 0.5 * SyntheticFilm.Hash(seed, t - 1, 0) - 0.75);

    private static double Near(double x, double y, double cx, double cy, double reach) => Math.Exp(-((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (2 * reach * reach));

    private static void Untouched(Func<int, double, double, double> grey, int frames = 48)
    {
        var film = new SyntheticFilm(Width, Height, frames, grey);
        var accepted = StageBench.Plan(StageBench.Survey(film), new Deflicker()).Where(proposal => Policies.Standard(FilmKinds.All).Decide(proposal) == Verdict.Accept);
        Assert.Empty(accepted.Select(proposal => proposal.Summary));
    }
}
