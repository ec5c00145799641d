using System.Numerics;
using Kinolux.Bench.Previs;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

public sealed class ShadowTests
{
    private static readonly Body Ground = Drawings.Body(1, Shapes.Sheet(40, 8), Matrix4x4.Identity);
    private static readonly View Above = View.Towards(new Vector3(0, 9, 0.01f), Vector3.Zero, 0.9f, 1);

    [Fact]
    public void A_box_throws_its_shadow_where_the_light_goes()
    {
        // The light goes to the right and down at 45°: a box at 2 m throws its shadow 2 m to the right.
        var box = Drawings.Body(2, Shapes.Box(Vector3.One), Matrix4x4.CreateTranslation(0, 2, 0));
        var lamp = new Lamp(null, Vector3.Normalize(new Vector3(1, -1, 0)), Vector3.One, Shadows: true);
        foreach (var style in Enum.GetValues<RenderStyle>())
        {
            using var frame = Draw(new RenderScene([Ground, box], [lamp], Sky.Day), Above, style);
            Assert.True(At(frame, Above, new Vector3(2, 0, 0)) < At(frame, Above, new Vector3(-2, 0, 0)) - 2000);
            Assert.Equal(At(frame, Above, new Vector3(-2, 0, 0)), At(frame, Above, new Vector3(3.5f, 0, 0)));
            using var without = Draw(new RenderScene([Ground, box], [lamp with { Shadows = false }], Sky.Day), Above, style);
            Assert.Equal(At(without, Above, new Vector3(-2, 0, 0)), At(without, Above, new Vector3(2, 0, 0)));
        }
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(0.6f)]
    [InlineData(1.1f)]
    public void Nothing_throws_a_shadow_on_itself(float height)
    {
        // Seen from low and from high, near and far: every pixel of a ground alone is as light as every other.
        var lamp = new Lamp(null, Vector3.Normalize(new Vector3(0.5f, -height, 0.3f)), Vector3.One, Shadows: true);
        foreach (var view in new[] { Above, View.Towards(new Vector3(0, 1.6f, 6), new Vector3(0, 0, 0), 0.7f, 1) })
        {
            using var frame = Draw(new RenderScene([Ground], [lamp], Sky.Day), view, RenderStyle.Drawn);
            var paint = frame.Planes[1][128, 180];
            Assert.True(Enumerable.Range(140, 110).All(y => Enumerable.Range(4, 248).All(x => frame.Planes[1][x, y] == paint)), "specks on a level ground");
        }
    }

    [Fact]
    public void A_lamp_throws_shadows_to_all_sides()
    {
        Vector3[] sides = [Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ];
        // A lamp amid six balls, and beyond each ball a wall; the camera sees each wall from beside the ball.
        foreach (var side in sides)
        {
            var across = MathF.Abs(side.Y) > 0.5f ? Vector3.UnitX : Vector3.UnitY;
            var turn = Matrix4x4.CreateWorld(side * 4, side, across);
            var wall = Drawings.Body(1, Shapes.Box(new Vector3(12, 12, 0.2f)), turn);
            var balls = sides.Select((other, i) => Drawings.Body(2 + i, Shapes.Ball(0.4f, 32, 20), Matrix4x4.CreateTranslation(other * 2)));
            var view = View.Towards(across * 2.5f, side * 4, 1.2f, 1);
            using var frame = Draw(new RenderScene([wall, .. balls], [new Lamp(Vector3.Zero, side, Vector3.One, Shadows: true)], Sky.Day), view, RenderStyle.Previs);
            Assert.True(At(frame, view, side * 3.9f - across * 0.1f) < At(frame, view, side * 3.9f + Vector3.Cross(side, across) * 1.6f) - 2000, $"no shadow towards {side}");
        }
    }

    [Fact]
    public void A_spot_lights_its_cone_alone()
    {
        var spot = new Lamp(new Vector3(0, 4, 0), -Vector3.UnitY, Vector3.One, Spread: 0.4f, Shadows: true);
        using var frame = Draw(new RenderScene([Ground], [spot], Sky.Night), Above, RenderStyle.Previs);
        Assert.True(At(frame, Above, new Vector3(1, 0, 0)) > At(frame, Above, new Vector3(2.5f, 0, 0)) + 2000);
    }

    [Fact]
    public void The_edge_of_a_shadow_stands_still_when_the_camera_turns()
    {
        var box = Drawings.Body(2, Shapes.Box(Vector3.One), Matrix4x4.CreateTranslation(0, 0.5f, 0));
        var moment = Drawings.Of(Ground, box);
        var point = new Vector3(-1.5f, 0, -1.3f);
        var seen = new HashSet<int>();
        for (var i = 0; i < 8; i++)
        {
            var view = View.Towards(new Vector3(1, 3, 5), new Vector3(0.02f * i, 0.01f * i, 0), 0.8f, 1);
            using var frame = Draw(moment, view, RenderStyle.Drawn);
            seen.Add(Enumerable.Range(-40, 80).Count(step => At(frame, view, point + new Vector3(0.03f * step, 0, 0)) < 50_000));
        }
        Assert.True(seen.Max() - seen.Min() <= 3, $"the shadow is {string.Join(", ", seen)} steps wide");
    }

    private static Frame Draw(RenderScene moment, View view, RenderStyle style) => new Renderer(RowRunner.Serial, new FramePool()).Render(moment, view, style, 256, 256);

    private static int At(Frame frame, View view, Vector3 place)
    {
        var seen = view.Project(place);
        return frame.Planes[1][Math.Clamp((int)((seen.X + 1) * 128), 0, 255), Math.Clamp((int)((1 - seen.Y) * 128), 0, 255)];
    }
}
