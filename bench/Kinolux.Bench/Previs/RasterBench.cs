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
        Console.WriteLine("| picture | style | threads | frames a second | median ms | of a processor, ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
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
        var spent = TimeSpan.Zero;
        for (var i = 0; i < 72; i++)
        {
            if (i == 24)
                spent = Environment.CpuUsage.TotalTime;
            var moment = scene.At(i / 24f);
            var start = Stopwatch.GetTimestamp();
            renderer.Render(moment, TestScene.Eye(i / 24f), style, width, height).Dispose();
            if (i >= 24)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"| {width}×{height} | {style} | {threads} | {1000 * times.Count / times.Sum():F0} | {times[times.Count / 2]:F1} | {(Environment.CpuUsage.TotalTime - spent).TotalMilliseconds / times.Count:F1} |");
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
        var night = new Kinolux.Previs.Geometry.Lamp(new System.Numerics.Vector3(0.2f, 2.3f, 0.9f), -System.Numerics.Vector3.UnitY, new System.Numerics.Vector3(1.3f, 1, 0.6f), Reach: 9, Shadows: true);
        foreach (var (name, view, lamp) in new[]
        {
            ("lamp", TestScene.Eye(0), night), ("spot", TestScene.Eye(0), night with { Spread = 0.6f }),
            ("close", Kinolux.Previs.Geometry.View.Towards(new(-0.2f, 1.6f, 1.6f), new(-0.9f, 1.5f, -0.2f), 0.5f, 16f / 9), scene.At(0).Lamps[0]),
            ("feet", Kinolux.Previs.Geometry.View.Towards(new(1.2f, 1.1f, 2.2f), new(0.6f, 0.1f, -0.1f), 0.6f, 16f / 9), scene.At(0).Lamps[0]),
            ("wide", Kinolux.Previs.Geometry.View.Towards(new(4, 5, 12), new(0, 0.5f, 0), 0.8f, 16f / 9), scene.At(0).Lamps[0]),
        })
        {
            var sky = lamp.Position is null ? Sky.Day : Sky.Night;
            using var frame = renderer.Render(scene.At(0) with { Lamps = [lamp], Sky = sky }, view, RenderStyle.Previs, 960, 540);
            PngFile.Write(Path.Combine(folder, $"{name}.png"), 8, frame);
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
