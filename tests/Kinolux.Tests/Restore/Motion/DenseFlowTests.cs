using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages;
using Kinolux.Tests.Restore.Stages;

namespace Kinolux.Tests.Restore.Motion;

public sealed class DenseFlowTests
{
    [Theory]
    [InlineData(Quality.Fast, 0, 0)]
    [InlineData(Quality.Balanced, 0, 0)]
    [InlineData(Quality.Balanced, 0.5, -0.25)]
    [InlineData(Quality.Balanced, 7.3, 2.6)]
    [InlineData(Quality.Balanced, -31.7, 12.4)]
    [InlineData(Quality.Fast, 7.3, 2.6)]
    [InlineData(Quality.Best, 7.3, 2.6)]
    public void Shift_is_found(Quality quality, double u, double v)
    {
        var pictures = new MotionPictures(1);
        var field = Flow(pictures.Still(320, 240), pictures.Moved(320, 240, u, v), quality);
        Assert.InRange(Error(field, 320, 240, (_, _) => (u, v)), 0, quality == Quality.Fast ? 0.3 : 0.08);
    }

    [Theory]
    [InlineData(1.1, 0)]
    [InlineData(0.9, 3000)]
    [InlineData(1, 6000)]
    public void Flicker_hardly_changes_the_flow(double gain, double offset)
    {
        var pictures = new MotionPictures(2);
        var field = Flow(pictures.Still(320, 240), pictures.Moved(320, 240, 3.4, -1.7, gain, offset), Quality.Balanced);
        Assert.InRange(Error(field, 320, 240, static (_, _) => (3.4, -1.7)), 0, 0.15);
    }

    [Fact]
    public void Rotation_and_zoom_are_followed()
    {
        var pictures = new MotionPictures(3);
        var (cos, sin) = (1.02 * Math.Cos(0.02), 1.02 * Math.Sin(0.02));
        var still = pictures.Still(320, 240);
        // Moved picture at p shows the texture at A⁻¹ (p - c) + c.
        var det = cos * cos + sin * sin;
        var moved = pictures.Draw(320, 240, (x, y) =>
            (160 + (cos * (x - 160) + sin * (y - 120)) / det, 120 + (-sin * (x - 160) + cos * (y - 120)) / det));
        var field = Flow(still, moved, Quality.Balanced);
        var error = Error(field, 320, 240, (x, y) => ((cos - 1) * (x - 160) - sin * (y - 120), sin * (x - 160) + (cos - 1) * (y - 120)));
        Assert.InRange(error, 0, 0.12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(17, 9)]
    [InlineData(3, 200)]
    public void Tiny_and_odd_sizes_give_a_field(int width, int height)
    {
        var pictures = new MotionPictures(4);
        foreach (var quality in Enum.GetValues<Quality>())
        {
            var field = Flow(pictures.Still(width, height), pictures.Moved(width, height, 1, 0.5), quality);
            Assert.Equal((width + field.Step - 1) / field.Step, field.Width);
            Assert.Equal((height + field.Step - 1) / field.Step, field.Height);
        }
    }

    [Fact]
    public void Dirt_goes_along_with_what_is_around_it()
    {
        var pictures = new MotionPictures(6);
        var (dirty, next) = (pictures.Still(320, 240), pictures.Moved(320, 240, 5.3, -2.4));
        var random = new Random(7);
        var spots = Enumerable.Range(0, 40).Select(_ => (X: random.Next(24, 296), Y: random.Next(24, 216), R: random.Next(2, 8))).ToArray();
        foreach (var (x, y, r) in spots)
        {
            for (var j = -r; j <= r; j++)
                dirty.Row(y + j).Slice(x - r, 2 * r + 1).Fill((ushort)(x % 2 * 60000 + 2000));
        }
        var field = Flow(dirty, next, Quality.Balanced);
        var errors = spots.Select(s => s.Y / 4 * field.Width + s.X / 4).Select(at => Math.Abs(field.U[at] / 16.0 - 5.3) + Math.Abs(field.V[at] / 16.0 + 2.4));
        Assert.InRange(errors.Order().ElementAt(spots.Length * 9 / 10), 0, 1.5);
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(7, 3)]
    public void A_thing_that_crosses_fast_is_not_lost_in_its_surroundings(int from, int to)
    {
        const double speed = 2.6;
        var film = DriftingFilm.Clean(new FrameFormat(160, 120, PixelLayout.Gray, 8), 8, speed);
        var field = Flow(film[from].Guide, film[to].Guide, Quality.Balanced);
        var (u, v) = (-1.7 * speed * (to - from), 0.4 * speed * (to - from));
        var (middleX, middleY) = (160 * 0.6 - 1.7 * speed * from, 120 * 0.5 + 0.4 * speed * from);
        var errors = new List<double>();
        for (var at = 0; at < field.U.Length; at++)
        {
            var (x, y) = ((at % field.Width + 0.5) * field.Step, (at / field.Width + 0.5) * field.Step);
            if (Math.Pow(x - middleX, 2) + Math.Pow(y - middleY, 2) < 18 * 18)
                errors.Add(Math.Sqrt(Math.Pow(field.U[at] / 16.0 - u, 2) + Math.Pow(field.V[at] / 16.0 - v, 2)));
        }
        Assert.InRange(errors.Order().ElementAt(errors.Count * 4 / 5), 0, 1);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var pictures = new MotionPictures(5);
        var (a, b) = (pictures.Still(203, 155), pictures.Moved(203, 155, 4.2, -3.9));
        foreach (var quality in Enum.GetValues<Quality>())
        {
            var one = Flow(a, b, quality);
            var many = Flow(a, b, quality, new RowRunner(7));
            Assert.Equal(one.U, many.U);
            Assert.Equal(one.V, many.V);
        }
    }

    internal static FlowField Flow(Plane from, Plane to, Quality quality, RowRunner? rows = null)
    {
        var settings = MotionFields.Settings(quality);
        return DenseFlow.Estimate(Pyramid(from, settings), Pyramid(to, settings), settings, new FlowBuffers(), rows ?? RowRunner.Serial);
    }

    internal static MotionPyramid Pyramid(Plane plane, FlowSettings settings)
    {
        var pyramid = new MotionPyramid(plane.Width, plane.Height, settings.Reads, settings.Finest);
        pyramid.Build(plane);
        return pyramid;
    }

    /// <summary>Mean endpoint error in luma samples, over cells whose content stays in the picture.</summary>
    internal static double Error(FlowField field, int width, int height, Func<double, double, (double U, double V)> truth)
    {
        var (sum, count) = (0.0, 0);
        for (var j = 0; j < field.Height; j++)
        {
            for (var i = 0; i < field.Width; i++)
            {
                var (x, y) = ((i + 0.5) * field.Step - 0.5, (j + 0.5) * field.Step - 0.5);
                var (u, v) = truth(x, y);
                if (x + u < 8 || x + u > width - 9 || y + v < 8 || y + v > height - 9)
                    continue;
                var at = j * field.Width + i;
                sum += Math.Sqrt(Math.Pow(field.U[at] / 16.0 - u, 2) + Math.Pow(field.V[at] / 16.0 - v, 2));
                count++;
            }
        }
        return sum / count;
    }
}
