using System.Numerics;
using Kinolux.Bench.Previs;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

public sealed class HostileSceneTests
{
    private static readonly float[] Odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, 1e30f, -1e20f, 1e-30f, float.Epsilon, 0];

    [Fact]
    public void Whatever_numbers_corners_places_lamps_and_tones_have_a_picture_is_drawn()
    {
        var random = new Random(11);
        var renderer = new Renderer(new RowRunner(3), new FramePool());
        for (var round = 0; round < 150; round++)
        {
            var bodies = Enumerable.Range(0, random.Next(6)).Select(i => Spoil(random, i + 1)).ToList();
            var lamps = Enumerable.Range(0, random.Next(4)).Select(_ => new Lamp(random.Next(2) == 0 ? null : Point(random, 0.2), Point(random, 0.1), Point(random, 0.1), Number(random, 0.1), Number(random, 0.1), random.Next(2) == 0)).ToList();
            var (width, height) = (random.Next(1, 200), random.Next(1, 130));
            var passes = new Passes(width, height);
            var sky = new Sky(Point(random, 0.1), Point(random, 0.1), Point(random, 0.1));
            renderer.Render(new RenderScene(bodies, lamps, sky), View.Towards(new Vector3(random.Next(-3, 3), random.Next(-3, 3), 2.5f), Vector3.Zero, 0.4f + random.NextSingle() * 2, 0.3f + 2 * random.NextSingle()), (RenderStyle)random.Next(2), width, height, passes).Dispose();
            Assert.All(passes.Edges, edge => Assert.InRange(edge, 0, 1));
            Assert.All(passes.Depth, depth => Assert.True(depth > 0));
        }
    }

    [Fact]
    public void A_camera_within_a_mesh_and_corners_at_the_very_lens_are_drawn()
    {
        var renderer = new Renderer(RowRunner.Serial, new FramePool());
        var scene = new TestScene().At(0);
        foreach (var place in new[] { new Vector3(-0.9f, 1.62f, -0.2f), new Vector3(-2, 0.4f, 0.6f), new Vector3(0, 0, 1), new Vector3(0, 2.8f, -2.2f) })
            renderer.Render(scene, View.Towards(place, place + new Vector3(0.1f, 0.02f, -1), 0.9f, 1.8f), RenderStyle.Previs, 320, 180).Dispose();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 77)]
    [InlineData(4096, 3)]
    [InlineData(961, 541)]
    [InlineData(4096, 2160)]
    public void A_picture_may_have_any_size(int width, int height)
    {
        var passes = new Passes(width, height);
        using var frame = new Renderer(new RowRunner(2), new FramePool()).Render(new TestScene().At(0), TestScene.Eye(0), RenderStyle.Drawn, width, height, passes);
        Assert.Equal((width, height), (frame.Planes[0].Width, frame.Planes[2].Height));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_by_name()
    {
        var view = Drawings.Before(3);
        var cube = Shapes.Box(Vector3.One);
        Refused("8193", new RenderScene([], [], Sky.Day), view, 8193, 10);
        Refused("0×10", new RenderScene([], [], Sky.Day), view, 0, 10);
        Refused("field", new RenderScene([], [], Sky.Day), view with { VerticalField = float.NaN }, 10, 10);
        Refused("aspect", new RenderScene([], [], Sky.Day), view with { Aspect = 0 }, 10, 10);
        Refused("place", new RenderScene([], [], Sky.Day), view with { Position = new Vector3(float.NaN) }, 10, 10);
        Refused("place", new RenderScene([], [], Sky.Day), view with { Orientation = default }, 10, 10);
        Refused("id 0", Drawings.Of(Drawings.Body(0, cube, Matrix4x4.Identity)), view, 10, 10);
        Refused("id 65536", Drawings.Of(Drawings.Body(65536, cube, Matrix4x4.Identity)), view, 10, 10);
        Refused("posed with 1", Drawings.Of(Drawings.Body(1, cube, Matrix4x4.Identity) with { Posed = new Vector3[1] }), view, 10, 10);
        Refused("0 tones", Drawings.Of(Drawings.Body(1, cube, Matrix4x4.Identity) with { Tones = [] }), view, 10, 10);
        Refused("names corner 9", Drawings.Of(Drawings.Body(1, new Mesh(cube.Positions, [0, 1, 9], [0]), Matrix4x4.Identity)), view, 10, 10);
        Refused("names corner -1", Drawings.Of(Drawings.Body(1, new Mesh(cube.Positions, [0, 1, -1], [0]), Matrix4x4.Identity)), view, 10, 10);
        Refused("three indices", Drawings.Of(Drawings.Body(1, new Mesh(cube.Positions, [0, 1, 2, 3], [0]), Matrix4x4.Identity)), view, 10, 10);
    }

    private static void Refused(string word, RenderScene moment, View view, int width, int height)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => new Renderer(RowRunner.Serial, new FramePool()).Render(moment, view, RenderStyle.Drawn, width, height));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    private static Body Spoil(Random random, int id)
    {
        var mesh = random.Next(4) switch { 0 => Shapes.Box(new Vector3(2)), 1 => Shapes.Ball(1, 12, 8), 2 => Shapes.Sheet(10, 5), _ => Soup(random) };
        var corners = (Vector3[])mesh.Positions.Clone();
        var share = random.Next(3) * 0.1;
        for (var i = 0; i < corners.Length; i++)
            if (random.NextDouble() < share)
                corners[i] = Point(random, 0.5);
        var world = Matrix4x4.CreateTranslation(random.Next(-2, 2), random.Next(-2, 2), random.Next(-4, 4));
        if (random.Next(4) == 0)
            world = world with { M11 = Number(random, 1), M43 = Number(random, 0.5) };
        return new Body(id, random.Next(2) == 0 ? mesh with { Positions = corners } : mesh, world, [Point(random, 0.1), Point(random, 0.1)], random.Next(2) == 0 ? corners : null);
    }

    // Triangles of any corners: without an area, twice the same, three at one edge, wound both ways.
    private static Mesh Soup(Random random)
    {
        var corners = Enumerable.Range(0, 12).Select(_ => Point(random, 0.02)).ToArray();
        return new Mesh(corners, [.. Enumerable.Range(0, 90).Select(_ => random.Next(12))], [.. Enumerable.Range(0, 30).Select(_ => (byte)random.Next(2))]);
    }

    private static Vector3 Point(Random random, double odd) => new(Number(random, odd), Number(random, odd), Number(random, odd));

    private static float Number(Random random, double odd) => random.NextDouble() < odd ? Odd[random.Next(Odd.Length)] : 4 * random.NextSingle() - 2;
}
