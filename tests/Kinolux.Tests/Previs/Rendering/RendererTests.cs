using System.Numerics;
using Kinolux.Bench.Previs;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Tests.Previs.Rendering;

public sealed class RendererTests
{
    private static readonly Mesh Cube = Shapes.Box(Vector3.One);

    [Fact]
    public void What_is_nearer_hides_what_is_behind_it_whichever_comes_first()
    {
        var (near, far) = (Drawings.Body(1, Cube, Matrix4x4.CreateTranslation(0, 0, 1)), Drawings.Body(2, Shapes.Box(new Vector3(6, 6, 1)), Matrix4x4.CreateTranslation(0, 0, -2)));
        foreach (var moment in new[] { Drawings.Of(near, far), Drawings.Of(far, near) })
        {
            var passes = Drawings.Passes(moment, Drawings.Before(4), 65, 65);
            Assert.Equal(1, passes.Ids[32 * 65 + 32]);
            Assert.Equal(2, passes.Ids[32 * 65 + 18]);
        }
    }

    [Fact]
    public void Depth_is_metres_along_the_view_and_normals_are_as_the_camera_sees_them()
    {
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(3, Cube, Matrix4x4.CreateScale(4, 4, 1))), Drawings.Before(4), 64, 64);
        // The front is half a metre before the middle, all of it 3.5 m along the view, also where it is farther from the lens.
        Assert.All(new[] { 32 * 64 + 32, 18 * 64 + 18, 45 * 64 + 20 }, pixel =>
        {
            Assert.Equal(3.5f, passes.Depth[pixel], 4);
            Assert.Equal(1, passes.Normals[pixel].Z, 5);
        });
        Assert.Equal(float.PositiveInfinity, passes.Depth[0]);
        Assert.Equal(0, passes.Ids[0]);
        Assert.Equal(Vector3.Zero, passes.Normals[0]);
    }

    [Fact]
    public void A_mirrored_body_is_seen_from_outside_and_has_its_normals_outwards()
    {
        var mirror = Matrix4x4.CreateScale(-1, 1, 1) * Matrix4x4.CreateRotationY(0.4f);
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(1, Shapes.Ball(1, 40, 30), mirror)), Drawings.Before(3), 64, 64);
        Assert.Equal(2, passes.Depth[32 * 64 + 32], 2);
        Assert.True(passes.Normals[32 * 64 + 32].Z > 0.99f);
    }

    [Fact]
    public void A_stretched_body_keeps_upright_normals()
    {
        // A slope of 1 made flat to a slope of 1/4 by stretching.
        var tent = new Mesh([new(-1, 0, 1), new(1, 0, 1), new(1, 2, -1), new(-1, 2, -1)], [0, 1, 2, 0, 2, 3], [0, 0]);
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(1, tent, Matrix4x4.CreateScale(1, 0.25f, 1))), View.Towards(new Vector3(0, 3, 0.1f), Vector3.Zero, 0.8f, 1), 32, 32);
        var view = View.Towards(new Vector3(0, 3, 0.1f), Vector3.Zero, 0.8f, 1);
        var world = passes.Normals[16 * 32 + 16].X * view.Right + passes.Normals[16 * 32 + 16].Y * view.Up - passes.Normals[16 * 32 + 16].Z * view.Forward;
        Assert.True(Vector3.Distance(Vector3.Normalize(new Vector3(0, 4, 1)), world) < 1e-3, $"{world}");
    }

    [Fact]
    public void The_inside_of_what_is_closed_is_not_seen_and_a_sheet_is_from_both_sides()
    {
        // The camera is in the box: nothing of it is seen.
        Assert.All(Drawings.Passes(Drawings.Of(Drawings.Body(1, Shapes.Box(new Vector3(20)), Matrix4x4.Identity)), Drawings.Before(4), 32, 32).Ids, id => Assert.Equal(0, id));
        var sheet = Drawings.Of(Drawings.Body(1, Shapes.Sheet(40, 4), Matrix4x4.Identity));
        foreach (var height in new[] { -2f, 2f })
        {
            var passes = Drawings.Passes(sheet, View.Towards(new Vector3(0, height, 4), Vector3.Zero, 1, 1), 32, 32);
            Assert.Equal(1, passes.Ids[16 * 32 + 16]);
            Assert.True(passes.Normals[16 * 32 + 16].Z > 0.3f);
        }
    }

    [Fact]
    public void A_ground_that_goes_under_the_camera_reaches_the_lower_edge()
    {
        foreach (var size in new[] { 50f, 5000f, 500_000f })
        {
            var passes = Drawings.Passes(Drawings.Of(Drawings.Body(1, Shapes.Sheet(size, 1), Matrix4x4.Identity)), View.Towards(new Vector3(0.3f, 1.6f, 0), new Vector3(0.3f, 1.6f, -10), 1, 1.5f), 96, 64);
            Assert.All(Enumerable.Range(40, 24), y => Assert.All(Enumerable.Range(0, 96), x => Assert.Equal(1, passes.Ids[y * 96 + x])));
            // 1.6 m below, seen under the slope of its row.
            Assert.Equal(1.6f / ((56.5f - 32) / 32 * MathF.Tan(0.5f)), passes.Depth[56 * 96 + 48], 2);
        }
    }

    [Fact]
    public void Lines_are_drawn_at_outlines_and_creases_and_hidden_ones_are_not()
    {
        var turned = Matrix4x4.CreateRotationY(MathF.PI / 4);
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(1, Cube, turned)), Drawings.Before(2.4f), 128, 128);
        // The near upright edge is in the middle, the far one behind it; the outline is at the sides.
        Assert.True(passes.Edges[64 * 128 + 64] > 0.1f);
        Assert.Equal(0, passes.Edges[64 * 128 + 55]);
        var covered = Drawings.Passes(Drawings.Of(Drawings.Body(1, Cube, turned), Drawings.Body(2, Shapes.Box(new Vector3(9, 9, 0.1f)), Matrix4x4.CreateTranslation(0, 0, 1))), Drawings.Before(2.4f), 128, 128);
        Assert.All(covered.Edges, edge => Assert.Equal(0, edge));
    }

    [Fact]
    public void A_round_surface_has_an_outline_and_no_other_line()
    {
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(1, Shapes.Ball(1, 48, 32), Matrix4x4.CreateRotationX(0.5f))), Drawings.Before(2.5f), 200, 200);
        for (var y = 0; y < 200; y++)
            for (var x = 0; x < 200; x++)
            {
                // The rim of a ball of 1 m at 2.5 m is seen at an angle of asin(1/2.5).
                var away = MathF.Sqrt((x - 99.5f) * (x - 99.5f) + (y - 99.5f) * (y - 99.5f)) - 100 * MathF.Tan(MathF.Asin(1 / 2.5f));
                if (MathF.Abs(away) > 3)
                    Assert.Equal(0, passes.Edges[y * 200 + x]);
                else if (MathF.Abs(away + 0.1f) < 0.15f)
                    Assert.True(passes.Edges[y * 200 + x] > 0.1f, $"the outline has a hole at {x}, {y}");
            }
    }

    [Fact]
    public void Where_one_surface_goes_through_another_there_is_a_line()
    {
        var ball = Drawings.Body(1, Shapes.Ball(0.5f, 48, 32), Matrix4x4.CreateTranslation(0, 0, 0));
        var ground = Drawings.Body(2, Shapes.Sheet(8, 1), Matrix4x4.Identity);
        var passes = Drawings.Passes(Drawings.Of(ball, ground), View.Towards(new Vector3(0, 3, 3), Vector3.Zero, 0.5f, 1), 128, 128);
        var ids = Enumerable.Range(0, 128).Select(y => passes.Ids[y * 128 + 64]).ToArray();
        var border = Array.FindLastIndex(ids, id => id == 1);
        Assert.True(passes.Edges[border * 128 + 64] + passes.Edges[(border + 1) * 128 + 64] > 0.3f);
    }

    [Fact]
    public void Passes_become_planes_of_16_bits_with_the_scale_that_is_documented()
    {
        var passes = Drawings.Passes(Drawings.Of(Drawings.Body(700, Cube, Matrix4x4.Identity)), Drawings.Before(4), 33, 33);
        Plane a = new(33, 33), b = new(33, 33), c = new(33, 33);
        passes.DepthPlane(a);
        Assert.Equal(3500, a[16, 16]);
        Assert.Equal(Passes.Beyond, a[0, 0]);
        passes.IdPlane(a);
        Assert.Equal(700, a[16, 16]);
        passes.NormalPlanes(a, b, c);
        Assert.Equal((32768, 32768, 65535), (a[16, 16], b[16, 16], c[16, 16]));
        Assert.Equal((32768, 32768, 32768), (a[0, 0], b[0, 0], c[0, 0]));
        passes.EdgePlane(a);
        Assert.Equal((int)(passes.Edges.Max() * 65535 + 0.5f), Enumerable.Range(0, 33).Max(y => (int)a.Row(y).ToArray().Max()));
        Assert.Throws<ArgumentException>(() => passes.IdPlane(new Plane(32, 33)));
    }

    [Fact]
    public void Paper_is_white_and_a_sky_goes_from_its_horizon_to_its_zenith()
    {
        var renderer = new Renderer(RowRunner.Serial, new FramePool());
        var level = View.Towards(Vector3.Zero, new Vector3(0, 0, -1), 1.2f, 1);
        using var paper = renderer.Render(Drawings.Of(), level, RenderStyle.Drawn, 40, 40);
        Assert.All(paper.Planes, plane => Assert.Equal(65535, plane[20, 20]));
        using var sky = renderer.Render(Drawings.Of(), level, RenderStyle.Previs, 40, 40);
        Assert.True(sky.Planes[0][20, 2] < sky.Planes[0][20, 19]);
        Assert.Equal(sky.Planes[0][20, 22], sky.Planes[0][20, 39]);
    }
}
