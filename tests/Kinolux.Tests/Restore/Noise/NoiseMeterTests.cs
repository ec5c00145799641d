using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Noise;

namespace Kinolux.Tests.Restore.Noise;

public class NoiseMeterTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(4.0)]
    [InlineData(20.0)]
    public void White_noise_on_a_slope_is_measured_within_five_percent(double sigma)
    {
        var first = SyntheticNoise.Add(Slope(320, 240), level => sigma * 257, 1);
        var second = SyntheticNoise.Add(Slope(320, 240), level => sigma * 257, 2);

        var alone = NoiseMeter.Measure(first, RowRunner.Serial);
        var pair = NoiseMeter.MeasurePair(first, second, RowRunner.Serial);

        Assert.NotNull(pair);
        for (var i = 1; i < NoiseCurve.Knots - 1; i++)
        {
            Assert.InRange(alone.Sigma[i] / 257, sigma * 0.95, sigma * 1.05);
            Assert.InRange(pair.Sigma[i] / 257, sigma * 0.95, sigma * 1.05);
        }
    }

    [Fact]
    public void Noise_that_grows_with_brightness_gives_a_growing_curve()
    {
        static double Sigma(int level) => 257 * (2 + 6.0 * level / 65535);
        var curve = NoiseMeter.Measure(SyntheticNoise.Add(Slope(480, 400), Sigma, 3), RowRunner.Serial);
        foreach (var level in (int[])[12288, 28672, 45056])
            Assert.InRange(curve.At(level), Sigma(level) * 0.88, Sigma(level) * 1.12);
    }

    [Fact]
    public void A_clean_slope_has_no_noise_and_equal_frames_tell_nothing()
    {
        var plane = Slope(320, 240);
        Assert.True(NoiseMeter.Measure(plane, RowRunner.Serial).Mean < 30);
        Assert.Null(NoiseMeter.MeasurePair(plane, plane, RowRunner.Serial));
    }

    [Fact]
    public void Black_bars_do_not_hide_the_noise()
    {
        var plane = SyntheticNoise.Add(Slope(320, 240), _ => 8 * 257, 4);
        for (var y = 0; y < 240; y++)
            if (y is < 90 or > 150)
                plane.Row(y).Clear();
        Assert.InRange(NoiseMeter.Measure(plane, RowRunner.Serial).Mean / 257, 7, 9);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 9)]
    [InlineData(10, 10)]
    [InlineData(17, 9)]
    public void Tiny_planes_are_measured_without_complaint(int width, int height) =>
        Assert.True(NoiseMeter.Measure(Slope(width, height), RowRunner.Serial).Mean >= 0);

    [Fact]
    public void Threads_and_vectors_do_not_change_the_result()
    {
        var plane = SyntheticNoise.Add(Slope(203, 131), _ => 5 * 257, 5);
        var other = SyntheticNoise.Add(Slope(203, 131), _ => 5 * 257, 6);
        Assert.Equal(NoiseMeter.Measure(plane, RowRunner.Serial), NoiseMeter.Measure(plane, new RowRunner(4)));
        Assert.Equal(NoiseMeter.MeasurePair(plane, other, RowRunner.Serial), NoiseMeter.MeasurePair(plane, other, new RowRunner(4)));

        var blocks = new NoiseBlocks(plane.Width - 2, plane.Height - 2);
        NoiseKernel.Spatial(plane, blocks, 0, blocks.Down);
        var sum = 0;
        for (var y = 16; y < 24; y++)
            for (var x = 184; x < 192; x++)
                sum += NoiseKernel.SpatialReference(plane, x, y);
        Assert.Equal(sum, blocks.Residue[2 * blocks.Across + 23]);
    }

    private static Plane Slope(int width, int height)
    {
        var plane = new Plane(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                plane[x, y] = (ushort)(4000 + 57000L * (x + y) / Math.Max(width + height - 2, 1));
        return plane;
    }
}
