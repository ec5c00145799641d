using Kinolux.Core.Kernels;
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
