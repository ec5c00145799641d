using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;

namespace Kinolux.Tests.Previs.Cameras;

public sealed class CameraTests
{
    [Fact]
    public void What_is_framed_is_seen_where_it_was_asked_for()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var point = new Vector3D(random.NextDouble() * 8 - 4, random.NextDouble() * 2, random.NextDouble() * 8 - 4);
            var (seen, focal) = ((random.NextDouble() - 0.5, random.NextDouble() - 0.5), Lens.Set[random.Next(8)].Focal);
            var camera = Camera.Framing(point, seen, 0.4 + random.NextDouble() * 3, random.NextDouble() * 6, random.NextDouble() - 0.5, focal, new FilmBack(Sensor.Super35, 1.85));
            Near(seen, camera.Project(point, new FilmBack(Sensor.Super35, 1.85)));
            var other = new Vector3D(point.X + 5, point.Y - 0.3, point.Z + 1);
            Near(seen, (camera with { At = other }).Aimed(point, seen, new FilmBack(Sensor.Super35, 1.85)).Project(point, new FilmBack(Sensor.Super35, 1.85)));
        }

        static void Near((double X, double Y) asked, (double X, double Y, double Depth) seen)
        {
            Assert.Equal(asked.X, seen.X, 4);
            Assert.Equal(asked.Y, seen.Y, 4);
            Assert.True(seen.Depth > 0);
        }
    }

    [Fact]
    public void The_view_that_is_drawn_is_the_cameras()
    {
        var camera = new Camera(new(1, 1.5, -4), 0.4, -0.2, 40);
        var point = new Vector3D(1.8, 1.1, 0.5);
        var (x, y, depth) = camera.Project(point, new FilmBack(Sensor.Super35, 2.39));
        var seen = camera.ToView(new FilmBack(Sensor.Super35, 2.39)).Project(point.ToSingle());
        Assert.Equal(x, seen.X, 4);
        Assert.Equal(y, seen.Y, 4);
        Assert.Equal(depth, seen.Z, 4);
    }

    [Theory]
    [InlineData(1.85, 24.89, 13.454)]
    [InlineData(2.39, 24.89, 10.414)]
    [InlineData(1.33, 24.818, 18.66)]
    public void A_picture_takes_as_much_of_the_sensor_as_fits(double aspect, double width, double height)
    {
        var gate = new FilmBack(Sensor.Super35, aspect).Size;
        Assert.Equal(width, gate.Width, 2);
        Assert.Equal(height, gate.Height, 2);
    }
}
