using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Motion;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(101, 37)]
    public void No_motion_gives_the_very_samples(int width, int height)
    {
        var plane = Noise(width, height, 41);
        var result = new Plane(width, height);
        Assert.Equal(default, new Resampler(RowRunner.Serial).Run(plane, default, 0, 0, result));
        for (var y = 0; y < height; y++)
            Assert.Equal(plane.Row(y).ToArray(), result.Row(y).ToArray());
    }

    [Theory]
    [InlineData(0.37, -0.71, 0, 0)]
    [InlineData(2.5, 3.25, 0.004, 0)]
    [InlineData(-1.2, 0.4, -0.02, 0.015)]
    public void Motion_is_made_as_it_is_measured(float x, float y, float rotation, float zoom)
    {
        var pictures = new MotionPictures(42, 5);
        var motion = new GlobalMotion(x, y, rotation, zoom, 1);
        var result = new Plane(200, 150);
        new Resampler(new RowRunner(3)).Run(pictures.Still(200, 150), motion, 0, 0, result);
        Assert.InRange(WarpTests.Psnr(Draw(pictures, motion, 0), result, 14), 45, 120);
    }

    [Fact]
    public void Chroma_moves_along()
    {
        var pictures = new MotionPictures(43, 5);
        var motion = new GlobalMotion(3.1f, -1.7f, 0.01f, 0.004f, 1);
        var (luma, chroma) = (new Plane(200, 150), new Plane(100, 75));
        var resampler = new Resampler(RowRunner.Serial);
        var half = pictures.Draw(100, 75, static (x, y) => (2 * x + 0.5, 2 * y + 0.5));
        resampler.Run(half, motion, 1, 1, chroma);
        Assert.InRange(WarpTests.Psnr(Draw(pictures, motion, 1), chroma, 10), 28, 120);
        resampler.Run(pictures.Still(200, 150), motion, 0, 0, luma);
        Assert.InRange(WarpTests.Psnr(Draw(pictures, motion, 0), luma, 14), 45, 120);
    }

    [Fact]
    public void What_lies_beyond_the_picture_is_told()
    {
        var plane = Noise(60, 40, 44);
        var resampler = new Resampler(RowRunner.Serial);
        Assert.Equal(new Beyond(3, 0, 0, 2), resampler.Run(plane, new GlobalMotion(2.3f, -1.5f, 0, 0, 1), 0, 0, new Plane(60, 40)));
        Assert.Equal(new Beyond(2, 0, 0, 1), resampler.Run(plane, new GlobalMotion(2.3f, -1.5f, 0, 0, 1), 1, 1, new Plane(60, 40)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 17)]
    [InlineData(75, 33)]
    public void Kernels_equal_their_references(int width, int height)
    {
        var plane = Noise(width, height, 45);
        var random = new Random(46);
        var (expected, actual) = (new ushort[width], new ushort[width]);
        for (var run = 0; run < 40; run++)
        {
            var (start, step) = (random.Next(-20 << 20, 20 << 20), random.Next(-20000, 20000));
            var padded = Enumerable.Range(-LanczosRow.Pad, width + 2 * LanczosRow.Pad).Select(i => plane[Math.Clamp(i, 0, width - 1), run % height]).ToArray();
            LanczosRow.Reference(padded, start, step, expected);
            LanczosRow.Run(padded, start, step, actual);
            Assert.Equal(expected, actual);
            LanczosColumns.Reference(plane, run % height, start, step, expected);
            LanczosColumns.Run(plane, run % height, start, step, actual);
            Assert.Equal(expected, actual);
        }
    }

    private static Plane Draw(MotionPictures pictures, GlobalMotion motion, int shift)
    {
        var (c, s) = (1 + motion.Zoom, motion.Rotation);
        var scale = 1 / (c * c + s * s);
        return pictures.Draw(200 >> shift, 150 >> shift, (px, py) =>
        {
            var (x, y) = shift == 0 ? (px, py) : (2 * px + 0.5, 2 * py + 0.5);
            var (dx, dy) = (x - 99.5 - motion.X, y - 74.5 - motion.Y);
            return (99.5 + scale * (c * dx + s * dy), 74.5 + scale * (c * dy - s * dx));
        });
    }

    private static Plane Noise(int width, int height, int seed)
    {
        var random = new Random(seed);
        var plane = new Plane(width, height);
        for (var i = 0; i < plane.Data.Length; i++)
            plane.Data[i] = (ushort)(random.Next(3) * 32767 + random.Next(2));
        return plane;
    }
}
