using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages.Stabilise;
using Kinolux.Tests.Restore.Survey;

namespace Kinolux.Tests.Restore.Stages;

public class StabiliseTests
{
    private const int Width = 128;
    private const int Height = 96;

    [Fact]
    public void Weave_is_taken_out_and_the_pan_stays()
    {
        var film = Film(30, 0.9);
        var survey = StageBench.Survey(film);
        var change = Assert.Single(StageBench.Plan(survey, new Stabilise())).Change!;
        var dx = change["dx"]!.AsArray().Select(value => value!.GetValue<double>()).ToArray();
        var dy = change["dy"]!.AsArray().Select(value => value!.GetValue<double>()).ToArray();
        // What is left may be a slow drift, but nothing that shakes.
        Assert.True(Shake(dx, t => Weave(1, t)) < 0.1, $"{Shake(dx, t => Weave(1, t)):0.000} samples of weave left across");
        Assert.True(Shake(dy, t => Weave(2, t)) < 0.1, $"{Shake(dy, t => Weave(2, t)):0.000} samples of weave left down");
        var restored = StageBench.Restore(film, survey, new Stabilise());
        var (before, after) = (0.0, 0.0);
        for (var t = 0; t < restored.Length; t++)
        {
            before += StageBench.Error(film.At(t), (x, y) => Clean(t, x, y, 0.9));
            after += StageBench.Error(restored[t], (x, y) => Clean(t, x, y, 0.9));
        }
        // The borders count too: they come from the neighbours.
        Assert.True(after < before / 4, $"mean squared error {before / 30:0.0} became {after / 30:0.0}");
    }

    [Fact]
    public void A_steady_pan_is_left_alone()
    {
        var film = new SyntheticFilm(Width, Height, 24, (t, x, y) => Clean(t, x, y, 1.3));
        Assert.Empty(StageBench.Plan(StageBench.Survey(film), new Stabilise()));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2.5, 0)]
    [InlineData(2.5, 1)]
    [InlineData(2.3, 1)]
    [InlineData(0.3, 1)]
    [InlineData(2.3, 1.5)]
    [InlineData(3.7, 0)]
    [InlineData(17.3, 0)]
    public void Rolling_credits_do_not_weave(double rows, double grid)
    {
        double At(int t) => grid == 0 ? rows * t : Math.Round(rows * t * grid) / grid;
        var film = new SyntheticFilm(Width, Height, 40, (t, x, y) => Credits(x, y + At(t)) + 0.02 * SyntheticFilm.Hash(t, (int)x, (int)y));
        Assert.DoesNotContain(StageBench.Plan(StageBench.Survey(film), new Stabilise()), IsAccepted);
    }

    [Fact]
    public void A_pan_by_whole_columns_does_not_weave()
    {
        var film = new SyntheticFilm(Width, Height, 30, (t, x, y) => Clean(0, x + Math.Round(2.3 * t), y, 0));
        Assert.DoesNotContain(StageBench.Plan(StageBench.Survey(film), new Stabilise()), IsAccepted);
    }

    [Fact]
    public void A_shot_of_few_frames_is_not_steadied() =>
        Assert.DoesNotContain(StageBench.Plan(StageBench.Survey(Film(8, 0.9)), new Stabilise()), IsAccepted);

    [Fact]
    public void What_a_strobe_lights_is_not_steadied()
    {
        var film = new SyntheticFilm(Width, Height, 40, (t, x, y) => Woven(t, x, y, 0.9) * (t % 4 == 0 ? 1 : 0.3));
        Assert.DoesNotContain(StageBench.Plan(StageBench.Survey(film), new Stabilise()), IsAccepted);
    }

    [Fact]
    public void Credits_that_a_gate_shakes_are_steadied()
    {
        var film = new SyntheticFilm(Width, Height, 40, (t, x, y) => Credits(x - Weave(1, t) / 3, y + 2.5 * t - Weave(2, t) / 3));
        Assert.Contains(StageBench.Plan(StageBench.Survey(film), new Stabilise()), IsAccepted);
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(13, 9)]
    [InlineData(13, -6)]
    public void No_frame_is_moved_far_beyond_the_stated_weave(int frame, double shift)
    {
        var film = new SyntheticFilm(Width, Height, 30, (t, x, y) => Clean(0, x - Weave(1, t) / 6, y - Weave(2, t) / 6 - (t == frame ? shift : 0), 0));
        var proposal = Assert.Single(StageBench.Plan(StageBench.Survey(film), new Stabilise()));
        var stated = proposal.Evidence[0].Value!.Value;
        Assert.InRange(stated, 0.15, 0.6);
        for (var t = 0; t < 30; t++)
        {
            var (dx, dy) = (proposal.Change!["dx"]![t]!.GetValue<double>(), proposal.Change["dy"]![t]!.GetValue<double>());
            Assert.True(Math.Sqrt(dx * dx + dy * dy) < 4 * stated + 0.01, $"frame {t} is moved by {dx}, {dy}; the weave is {stated}");
        }
    }

    [Fact]
    public void A_duplicate_moves_with_the_frame_it_repeats()
    {
        var film = new SyntheticFilm(Width, Height, 24, (t, x, y) => Woven(t is 9 or 16 ? t - 1 : t, x, y, 0.9));
        var change = Assert.Single(StageBench.Plan(StageBench.Survey(film), new Stabilise())).Change!;
        foreach (var t in (int[])[9, 16])
            Assert.Equal(change["dy"]![t - 1]!.GetValue<double>(), change["dy"]![t]!.GetValue<double>(), 0.03);
    }

    [Fact]
    public void Threads_and_chunks_make_no_difference()
    {
        var film = Film(14, 0);
        var survey = StageBench.Survey(film);
        var whole = StageBench.Restore(film, survey, new Stabilise());
        var part = StageBench.Restore(film, survey, new Stabilise(), rows: new RowRunner(3), first: 8);
        for (var i = 0; i < part.Length; i++)
            for (var y = 0; y < Height; y++)
                Assert.True(whole[i + 8].Guide.Row(y).SequenceEqual(part[i].Guide.Row(y)));
    }

    private static bool IsAccepted(Proposal proposal) => proposal.Confidence >= 0.5;

    /// <summary>White letters on black, in lines of uneven length.</summary>
    private static double Credits(double x, double y)
    {
        var (x0, y0) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - x0, y - y0);
        return (1 - fy) * ((1 - fx) * Letter(x0, y0) + fx * Letter(x0 + 1, y0)) + fy * ((1 - fx) * Letter(x0, y0 + 1) + fx * Letter(x0 + 1, y0 + 1));
    }

    private static double Letter(int x, int y)
    {
        var line = Math.DivRem(y + 1200, 12, out var row);
        var half = 16 + 40 * SyntheticFilm.Hash(3, line, 1);
        var inside = row is >= 2 and < 9 && Math.Abs(x - Width / 2) < half && x % 6 != 0;
        return inside && SyntheticFilm.Hash(4, x / 2 + 1000 * line, row / 2) < 0.55 ? 0.92 : 0.04;
    }

    private static SyntheticFilm Film(int count, double pan) => new(Width, Height, count, (t, x, y) => Woven(t, x, y, pan));

    private static double Woven(int t, double x, double y, double pan) => Clean(t, x - Weave(1, t), y - Weave(2, t), pan);

    private static double Clean(int t, double x, double y, double pan) => 0.9 * SyntheticFilm.Texture(8, x + pan * t, y);

    private static double Weave(int seed, int t) => 5 * (SyntheticFilm.Hash(seed, t, 77) - 0.5);

    private static double Shake(double[] correction, Func<int, double> weave)
    {
        var sum = 0.0;
        double Left(int t) => correction[t] + weave(t);
        for (var t = 2; t < correction.Length; t++)
            sum += Math.Pow(Left(t) - 2 * Left(t - 1) + Left(t - 2), 2) / 6;
        return Math.Sqrt(sum / (correction.Length - 2));
    }
}
