using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Tests.Previs;

public sealed class ViewTests
{
    [Fact]
    public void What_a_view_is_turned_to_stands_in_the_middle_at_its_distance()
    {
        var seen = View.Towards(new(3, 1.6f, 4), new(0, 1, 0), 0.6f, 1.78f).Project(new(0, 1, 0));
        Assert.Equal(0, seen.X, 5);
        Assert.Equal(0, seen.Y, 5);
        Assert.Equal(MathF.Sqrt(25.36f), seen.Z, 4);
    }

    [Fact]
    public void Up_is_up_and_right_is_right()
    {
        var view = View.Towards(new(0, 1, 5), new(0, 1, 0), MathF.PI / 2, 2);
        Assert.True(Vector3.Distance(new(0.1f, 0.4f, 5), view.Project(new(1, 3, 0))) < 1e-5f);
    }

    [Fact]
    public void Straight_down_is_a_view_too() => Assert.True(Vector3.Distance(-Vector3.UnitZ, View.Towards(new(0, 5, 0), Vector3.Zero, 1, 1).Up) < 1e-6f);
}
