using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Stages.Deflicker;
using Kinolux.Restore.Survey;
using Kinolux.Tests.Restore.Survey;

namespace Kinolux.Tests.Restore.Stages;

public class DeflickerTests
{
    private const int Width = 96;
    private const int Height = 72;

    [Fact]
    public void Global_and_local_flicker_are_evened_on_a_moving_camera()
    {
        var film = new SyntheticFilm(Width, Height, 32, (t, x, y) => Clean(t, x, y) * Light(t, x, y));
        var restored = StageBench.Restore(film, StageBench.Survey(film), new Deflicker());
        var (before, after) = (0.0, 0.0);
        for (var t = 0; t < restored.Length; t++)
        {
            before += StageBench.Error(film.At(t), (x, y) => Clean(t, x, y));
            after += StageBench.Error(restored[t], (x, y) => Clean(t, x, y));
        }
        Assert.True(after < before / 8, $"mean squared error {before / 40:0.0} became {after / 40:0.0}");
    }

    [Fact]
    public void White_flicker_of_the_whole_picture_leaves_neither_drift_nor_shading()
    {
        // A zoom carries things through the cells, which must not be taken for light.
        var film = new SyntheticFilm(Width, Height, 48, (t, x, y) => Zoomed(t, x, y) * (1 + 0.15 * Signed(1, t)));
        var restored = StageBench.Restore(film, StageBench.Survey(film), new Deflicker());
        var level = restored.Select((frame, t) => Mean(frame) / Mean(film.At(t)) * (1 + 0.15 * Signed(1, t))).ToArray();
        Assert.True(level.Max() - level.Min() < 0.02, $"the light still runs from {level.Min():0.000} to {level.Max():0.000}");
        for (var t = 0; t < restored.Length; t++)
        {
            var error = StageBench.Error(restored[t], (x, y) => Zoomed(t, x, y) * level[t]);
            Assert.True(error < 1.5, $"frame {t} is shaded: mean squared error {error:0.00}");
        }
    }

    [Fact]
    public void A_burn_in_one_frame_is_not_taken_for_light()
    {
        const int Burnt = 15;
        var whole = new SyntheticFilm(Width, Height, 32, Lit);
        var damaged = new SyntheticFilm(Width, Height, 32, (t, x, y) => t == Burnt && Burns(x, y) ? 0.9 : Lit(t, x, y));
        var expected = StageBench.Restore(whole, StageBench.Survey(whole), new Deflicker());
        var restored = StageBench.Restore(damaged, StageBench.Survey(damaged), new Deflicker());
        for (var t = Burnt - 1; t <= Burnt + 1; t++)
        {
            var (burns, without, with) = (t == Burnt, expected[t], restored[t]);
            var apart = StageBench.Error(with, (x, y) => (burns && Burns(x, y) ? with : without).Guide[x, y] / 65535.0);
            Assert.True(apart < 12, $"frame {t} differs by {apart:0.0} (mean squared) from what it is without the burn");
        }

        static bool Burns(double x, double y) => x is > 12 and < 36 && y is > 26 and < 44;
        static double Lit(int t, double x, double y) => Clean(t, x, y) * Light(t, x, y) / 2;
    }

    [Fact]
    public void Steady_light_and_slow_fades_are_left_alone()
    {
        var film = new SyntheticFilm(Width, Height, 40, (t, x, y) => Clean(t, x, y) * (0.3 + 0.6 * t / 40));
        Assert.Empty(StageBench.Plan(StageBench.Survey(film), new Deflicker()));
    }

    [Fact]
    public void Threads_and_chunks_make_no_difference()
    {
        var film = new SyntheticFilm(Width, Height, 12, (t, x, y) => Clean(t, x, y) * Light(t, x, y));
        var survey = StageBench.Survey(film);
        var whole = StageBench.Restore(film, survey, new Deflicker());
        var part = StageBench.Restore(film, survey, new Deflicker(), rows: new RowRunner(3), first: 7);
        for (var i = 0; i < part.Length; i++)
            for (var y = 0; y < Height; y++)
                Assert.True(whole[i + 7].Guide.Row(y).SequenceEqual(part[i].Guide.Row(y)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(67, 5)]
    [InlineData(256, 31)]
    public void The_kernel_is_its_reference(int width, int height)
    {
        var random = new Random(3);
        var grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight];
        var field = new LightField();
        for (var i = 0; i < grid.Length; i++)
            (grid[i], field.Gain[i], field.Shift[i]) = (random.Next(65536), random.NextSingle() - 0.5f, random.Next(-9000, 9000));
        var map = LightMap.Of(grid, 1.1, -700, field, 0.9);
        var source = new Plane(width, height);
        foreach (ref var sample in source.Data.AsSpan())
            sample = (ushort)random.Next(65536);
        var (expected, actual) = (new Plane(width, height), new Plane(width, height));
        LightKernel.Reference(source, expected, map);
        LightKernel.Run(source, actual, map, new RowRunner(2));
        for (var y = 0; y < height; y++)
            Assert.True(expected.Row(y).SequenceEqual(actual.Row(y)));
    }

    private static double Clean(int t, double x, double y) => 0.8 * SyntheticFilm.Texture(5, x + 0.7 * t, y);

    private static double Zoomed(int t, double x, double y) =>
        0.8 * SyntheticFilm.Texture(5, Width / 2 + (x - Width / 2) / (1 + 0.004 * t), Height / 2 + (y - Height / 2) / (1 + 0.004 * t));

    private static double Mean(Frame frame)
    {
        var sum = 0.0;
        for (var y = 0; y < Height; y++)
            foreach (var sample in frame.Guide.Row(y))
                sum += sample;
        return sum / (Width * Height);
    }

    private static double Light(int t, double x, double y) =>
        1 + 0.15 * Signed(1, t) + 0.15 * Signed(2, t) * Math.Cos(Math.PI * x / Width) + 0.15 * Signed(3, t) * Math.Cos(Math.PI * y / Height);

    private static double Signed(int seed, int t) => 2 * SyntheticFilm.Hash(seed, t, 0) - 1;
}
