using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Motion;

public sealed class GlobalMotionTests
{
    private const int Width = 320;
    private const int Height = 240;

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0.3, -0.45, 0, 0)]
    [InlineData(2.27, 1.13, 0.0015, 0)]
    [InlineData(-8.6, 5.2, -0.004, 0.003)]
    [InlineData(37.4, -18.3, 0, 0)]
    public void Known_motion_is_found(double x, double y, double rotation, double zoom)
    {
        var pictures = new MotionPictures(21);
        Near(new(x, y, rotation, zoom), Estimate(pictures.Still(Width, Height), Draw(pictures, new(x, y, rotation, zoom))), 0.03);
    }

    [Theory]
    [InlineData(1.25, -2000)]
    [InlineData(0.8, 4000)]
    public void Flicker_changes_nothing(double gain, double offset)
    {
        var pictures = new MotionPictures(22);
        var motion = new Truth(1.7, -0.6, 0.001, 0);
        Near(motion, Estimate(pictures.Still(Width, Height), Draw(pictures, motion, gain, offset)), 0.04);
    }

    [Fact]
    public void Dirt_scratches_and_noise_hardly_matter()
    {
        var pictures = new MotionPictures(23);
        var motion = new Truth(-1.35, 2.6, 0.0012, 0);
        var (a, b) = (pictures.Still(Width, Height), Draw(pictures, motion));
        var random = new Random(5);
        Spoil(a, random);
        Spoil(b, random);
        var found = Estimate(a, b);
        Near(motion, found, 0.05);
        Assert.InRange(found.Confidence, 0.5f, 1f);
    }

    [Fact]
    public void An_object_over_forty_percent_of_the_picture_is_left_out()
    {
        var pictures = new MotionPictures(24);
        var actor = new MotionPictures(25);
        var motion = new Truth(0.8, -0.4, 0, 0);
        var (a, b) = (pictures.Still(Width, Height), Draw(pictures, motion));
        for (var y = 60; y < 240; y++)
        {
            for (var x = 80; x < 250; x++)
            {
                a[x, y] = (ushort)actor.At(x, y);
                b[x, y] = (ushort)actor.At(x - 6.5, y + 2.2);
            }
        }
        Near(motion, Estimate(a, b), 0.06);
    }

    [Fact]
    public void Nothing_to_see_has_no_confidence()
    {
        var (a, b) = (new Plane(Width, Height), new Plane(Width, Height));
        a.Fill(20000);
        b.Fill(31000);
        Assert.Equal(default, Estimate(a, b));
    }

    [Fact]
    public void Another_picture_has_little_confidence()
    {
        var found = Estimate(new MotionPictures(26).Still(Width, Height), new MotionPictures(27).Still(Width, Height));
        Assert.InRange(found.Confidence, 0f, 0.4f);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(17, 9)]
    [InlineData(2, 300)]
    public void Tiny_pictures_are_answered(int width, int height)
    {
        var pictures = new MotionPictures(28);
        var found = Estimate(pictures.Still(width, height), pictures.Moved(width, height, 0.5, 0));
        Assert.True(float.IsFinite(found.X) && float.IsFinite(found.Y) && float.IsFinite(found.Rotation) && float.IsFinite(found.Zoom));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var pictures = new MotionPictures(29);
        var (a, b) = (pictures.Still(Width, Height), Draw(pictures, new(2.4, 1.1, 0.002, 0.001)));
        Assert.Equal(Estimate(a, b), Estimate(a, b, new RowRunner(5)));
    }

    private static GlobalMotion Estimate(Plane a, Plane b, RowRunner? rows = null)
    {
        var (from, to) = (new MotionPyramid(a.Width, a.Height), new MotionPyramid(b.Width, b.Height));
        from.Build(a);
        to.Build(b);
        return GlobalMotionEstimator.Between(from, to, rows ?? RowRunner.Serial);
    }

    private static Plane Draw(MotionPictures pictures, Truth motion, double gain = 1, double offset = 0)
    {
        var (cx, cy) = ((Width - 1) / 2.0, (Height - 1) / 2.0);
        var (c, s) = (1 + motion.Zoom, motion.Rotation);
        var scale = 1 / (c * c + s * s);
        return pictures.Draw(Width, Height, (x, y) =>
        {
            var (dx, dy) = (x - cx - motion.X, y - cy - motion.Y);
            return (cx + scale * (c * dx + s * dy), cy + scale * (c * dy - s * dx));
        }, gain, offset);
    }

    private static void Near(Truth truth, GlobalMotion found, double bound)
    {
        // The error at the corner counts: it has rotation and zoom in it.
        foreach (var (x, y) in new[] { (-160, -120), (160, -120), (0, 0) })
        {
            var u = found.X - truth.X - (found.Rotation - truth.Rotation) * y + (found.Zoom - truth.Zoom) * x;
            var v = found.Y - truth.Y + (found.Rotation - truth.Rotation) * x + (found.Zoom - truth.Zoom) * y;
            Assert.True(Math.Sqrt(u * u + v * v) <= (x == 0 ? bound : 2 * bound), $"{found} is off by ({u:f3}, {v:f3}) at ({x}, {y}) from the centre");
        }
    }

    private static void Spoil(Plane plane, Random random)
    {
        for (var i = 0; i < plane.Data.Length; i++)
            plane.Data[i] = (ushort)Math.Clamp(plane.Data[i] + random.Next(-1500, 1501), 0, 65535);
        for (var n = 0; n < 60; n++)
        {
            var (x0, y0, size) = (random.Next(plane.Width), random.Next(plane.Height), random.Next(3, 14));
            var value = (ushort)(random.Next(2) * 60000 + 2000);
            for (var y = y0; y < Math.Min(plane.Height, y0 + size); y++)
                plane.Row(y)[x0..Math.Min(plane.Width, x0 + size)].Fill(value);
        }
        foreach (var x in new[] { 50, 51, 200 })
        {
            for (var y = 0; y < plane.Height; y++)
                plane[x, y] = 65000;
        }
    }

    private sealed record Truth(double X, double Y, double Rotation, double Zoom);
}
