using System.Diagnostics;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Previs.Rendering;

namespace Kinolux.Bench.Previs;

/// <summary>How fast pictures of a moving scene are drawn, and pictures to look at.</summary>
internal static class RasterBench
{
    public static void Run(string? pictures)
    {
        var scene = new TestScene();
        Console.WriteLine($"{scene.At(0).Bodies.Sum(body => body.Mesh.Count)} triangles, {scene.At(0).Bodies.Count} bodies, {Environment.ProcessorCount} processors");
        Console.WriteLine("| picture | style | threads | frames a second | median ms |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (width, height) in new[] { (960, 540), (1920, 1080) })
            foreach (var style in Enum.GetValues<RenderStyle>())
                foreach (var threads in new[] { 1, 2 })
                    Time(scene, width, height, style, threads);
        if (pictures is not null)
            Draw(scene, Directory.CreateDirectory(pictures).FullName);
    }

    private static void Time(TestScene scene, int width, int height, RenderStyle style, int threads)
    {
        var renderer = new Renderer(new RowRunner(threads), new FramePool());
        var times = new List<double>();
        for (var i = 0; i < 72; i++)
        {
            var moment = scene.At(i / 24f);
            var start = Stopwatch.GetTimestamp();
            renderer.Render(moment, TestScene.Eye(i / 24f), style, width, height).Dispose();
            if (i >= 24)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"| {width}×{height} | {style} | {threads} | {1000 * times.Count / times.Sum():F0} | {times[times.Count / 2]:F1} |");
    }

    private static void Draw(TestScene scene, string folder)
    {
        var renderer = new Renderer(new RowRunner(2), new FramePool());
        var passes = new Passes(960, 540);
        foreach (var style in Enum.GetValues<RenderStyle>())
            for (var i = 0; i < 3; i++)
            {
                using var frame = renderer.Render(scene.At(i / 24f), TestScene.Eye(i / 24f), style, 960, 540, passes);
                PngFile.Write(Path.Combine(folder, $"{style}-{i}.png".ToLowerInvariant()), 8, frame);
            }
        Plane a = new(960, 540), b = new(960, 540), c = new(960, 540);
        passes.DepthPlane(a);
        PngFile.Write(Path.Combine(folder, "depth.png"), 16, a);
        passes.IdPlane(a);
        PngFile.Write(Path.Combine(folder, "id.png"), 16, a);
        passes.EdgePlane(a);
        PngFile.Write(Path.Combine(folder, "edges.png"), 16, a);
        passes.NormalPlanes(a, b, c);
        PngFile.Write(Path.Combine(folder, "normal.png"), 16, a, b, c);
    }
}
