using Kinolux.Bench.Previs;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

/// <summary>./dev simd runs this on every SIMD width and compares what it writes into the file that KINOLUX_BITS names.</summary>
[Trait("Category", "Kernel")]
public sealed class PictureBitsTests
{
    [Fact]
    public void A_picture_has_the_same_bits_on_one_thread_and_many_and_again()
    {
        var scene = new TestScene();
        var lines = new List<string>();
        foreach (var style in Enum.GetValues<RenderStyle>())
            foreach (var (width, height) in new[] { (333, 187), (64, 32), (1, 1) })
            {
                var digest = Drawings.Digest(scene.At(0.4f), TestScene.Eye(0.4f), style, width, height, 1);
                lines.Add($"picture {style} {width}×{height} {digest}");
                Assert.Equal(digest, Drawings.Digest(scene.At(0.4f), TestScene.Eye(0.4f), style, width, height, 7));
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
}
