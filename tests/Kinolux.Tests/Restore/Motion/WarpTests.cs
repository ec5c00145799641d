using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Restore.Motion;

public sealed class WarpTests
{
    private readonly Random _random = new(31);

    [Fact]
    public void No_motion_gives_the_very_samples()
    {
        var plane = Noise(53, 31);
        var result = new Plane(53, 31);
        Warp.Run(plane, new FlowField(14, 8, 4), 0, 0, result, RowRunner.Serial);
        for (var y = 0; y < 31; y++)
            Assert.Equal(plane.Row(y).ToArray(), result.Row(y).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_plane_is_brought_back_by_its_motion(int shift)
    {
        var pictures = new MotionPictures(32);
        var (width, height) = (160 >> shift, 120 >> shift);
        var field = new FlowField(40, 30, 4);
        Array.Fill(field.U, (short)(44 << shift));
        Array.Fill(field.V, (short)(-21 << shift));
        var result = new Plane(width, height);
        var still = pictures.Still(width, height);
        Warp.Run(pictures.Moved(width, height, 44 / 16.0, -21 / 16.0), field, shift, shift, result, RowRunner.Serial);
        Assert.InRange(Psnr(still, result, 8), 40, 100);
    }

    [Theory]
    [InlineData(1, 1, 4, 0)]
    [InlineData(3, 5, 8, 1)]
    [InlineData(33, 20, 2, 1)]
    [InlineData(75, 41, 4, 1)]
    [InlineData(90, 41, 8, 0)]
    [InlineData(64, 64, 2, 0)]
    public void Kernels_equal_their_references(int width, int height, int step, int shift)
    {
        var plane = Noise(width, height);
        var field = new FlowField((width << shift) / step + 1, (height << shift) / step + 1, step);
        for (var i = 0; i < field.U.Length; i++)
            (field.U[i], field.V[i]) = ((short)_random.Next(-400, 400), (short)_random.Next(-400, 400));
        var (one, two) = (new FlowRow(field, width, shift, shift), new FlowRow(field, width, shift, shift));
        var (expected, actual) = (new ushort[width], new ushort[width]);
        for (var y = 0; y < height; y++)
        {
            one.Reference(y);
            two.Run(y);
            Assert.Equal(one.U[..width], two.U[..width]);
            Assert.Equal(one.V[..width], two.V[..width]);
            CubicWarp.Reference(plane, one.U, one.V, y, expected);
            CubicWarp.Run(plane, two.U, two.V, y, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Fields_are_found_once_and_compensate_every_plane()
    {
        var pictures = new MotionPictures(33);
        var pool = new FramePool();
        var frames = Enumerable.Range(0, 4).Select(t => Draw(pool, pictures, 3.3 * t, -1.2 * t)).ToArray();
        var motion = new MotionFields(n => n is >= 0 and < 4 ? frames[n] : null, RowRunner.Serial, Quality.Balanced);
        var field = motion.Between(1, 0);
        Assert.InRange(Psnr(frames[1].Planes[0], Compensated(field, 0, 0), 8), 38, 100);
        Assert.InRange(Psnr(frames[1].Planes[2], Compensated(field, 2, 1), 8), 38, 100);
        Assert.Same(field, motion.Between(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => motion.Between(3, 4));
        motion.Forget(1);
        Assert.NotSame(field, motion.Between(1, 0));

        Plane Compensated(FlowField field, int plane, int shift)
        {
            var source = frames[0].Planes[plane];
            var result = new Plane(source.Width, source.Height);
            Warp.Run(source, field, shift, shift, result, RowRunner.Serial);
            return result;
        }
    }

    internal static double Psnr(Plane a, Plane b, int margin)
    {
        var (sum, count) = (0.0, 0);
        for (var y = margin; y < a.Height - margin; y++)
        {
            for (var x = margin; x < a.Width - margin; x++, count++)
                sum += Math.Pow(a[x, y] - b[x, y], 2);
        }
        return 10 * Math.Log10(65535.0 * 65535 / Math.Max(1e-9, sum / count));
    }

    private static Frame Draw(FramePool pool, MotionPictures pictures, double u, double v)
    {
        var frame = pool.Rent(new FrameFormat(160, 120, PixelLayout.Yuv420, 8));
        pictures.Moved(160, 120, u, v).CopyTo(frame.Planes[0]);
        for (var i = 1; i < 3; i++)
            pictures.Moved(80, 60, u / 2, v / 2).CopyTo(frame.Planes[i]);
        return frame;
    }

    private Plane Noise(int width, int height)
    {
        var plane = new Plane(width, height);
        for (var i = 0; i < plane.Data.Length; i++)
            plane.Data[i] = (ushort)(_random.Next(3) * 32767 + _random.Next(2));
        return plane;
    }
}
