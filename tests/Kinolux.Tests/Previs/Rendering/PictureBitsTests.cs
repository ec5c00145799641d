using System.Numerics;
using Kinolux.Bench.Previs;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

/// <summary>./dev simd runs this on every SIMD width and compares what it writes into the file that KINOLUX_BITS names.</summary>
[Trait("Category", "Kernel")]
public sealed class PictureBitsTests
{
    [Fact]
    public void A_picture_has_the_same_bits_on_one_thread_and_many_and_again()
    {
        var (moment, view) = (Rounded(new TestScene().At(0.4f)), Rounded(TestScene.Eye(0.4f)));
        var lines = new List<string>();
        foreach (var style in Enum.GetValues<RenderStyle>())
            foreach (var (width, height) in new[] { (333, 187), (64, 32), (1, 1) })
            {
                var digest = Drawings.Digest(moment, view, style, width, height, 1);
                lines.Add($"picture {style} {width}×{height} {digest}");
                Assert.Equal(digest, Drawings.Digest(moment, view, style, width, height, 7));
            }
        if (Environment.GetEnvironmentVariable("KINOLUX_BITS") is { Length: > 0 } path)
            File.WriteAllLines($"{path}.pictures", lines);
    }

    [Fact]
    public void A_picture_knows_nothing_of_the_one_before()
    {
        var scene = new TestScene();
        var renderer = new Renderer(RowRunner.Serial, new FramePool());
        renderer.Render(scene.At(2), TestScene.Eye(2), RenderStyle.Drawn, 200, 100).Dispose();
        var passes = new Passes(120, 80);
        using var frame = renderer.Render(scene.At(0), TestScene.Eye(0), RenderStyle.Previs, 120, 80, passes);
        Assert.Equal(Drawings.Digest(scene.At(0), TestScene.Eye(0), RenderStyle.Previs, 120, 80, 1), Drawings.Digest(frame, passes));
    }

    // System.Numerics multiplies matrices and turns vectors with one rounding fewer where a processor can: what goes in is made the same on every width.
    private static RenderScene Rounded(RenderScene moment) => moment with { Bodies = [.. moment.Bodies.Select(body => body with { World = Rounded(body.World) })], Lamps = [.. moment.Lamps.Select(lamp => lamp with { Direction = Rounded(lamp.Direction) })] };

    private static Matrix4x4 Rounded(Matrix4x4 world)
    {
        for (var row = 0; row < 4; row++)
            for (var column = 0; column < 4; column++)
                world[row, column] = Rounded(world[row, column]);
        return world;
    }

    private static View Rounded(View view) => view with { Position = Rounded(view.Position), Orientation = new Quaternion(Rounded(view.Orientation.X), Rounded(view.Orientation.Y), Rounded(view.Orientation.Z), Rounded(view.Orientation.W)) };

    private static Vector3 Rounded(Vector3 vector) => new(Rounded(vector.X), Rounded(vector.Y), Rounded(vector.Z));

    private static float Rounded(float value) => MathF.Round(value * 4096) / 4096;
}
