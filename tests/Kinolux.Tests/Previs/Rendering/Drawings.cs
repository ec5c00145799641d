using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Rendering;

namespace Kinolux.Tests.Previs.Rendering;

/// <summary>What tests of drawing share: one body before a camera, and pictures as bytes.</summary>
internal static class Drawings
{
    public static readonly Vector3 Grey = new(0.5f);

    public static readonly Lamp Sun = new(null, Vector3.Normalize(new Vector3(-0.4f, -0.8f, -0.45f)), Vector3.One, Shadows: true);

    /// <summary>A camera that stands on the axis and looks at the middle of the scene.</summary>
    public static View Before(float distance, float aspect = 1) => View.Towards(new Vector3(0, 0, distance), Vector3.Zero, MathF.PI / 2, aspect);

    public static Body Body(int id, Mesh mesh, Matrix4x4 world) => new(id, mesh, world, [Grey, Grey]);

    public static RenderScene Of(params Body[] bodies) => new(bodies, [Sun], Sky.Day);

    public static Passes Passes(RenderScene moment, View view, int width, int height, RenderStyle style = RenderStyle.Previs)
    {
        var passes = new Passes(width, height);
        new Renderer(RowRunner.Serial, new FramePool()).Render(moment, view, style, width, height, passes).Dispose();
        return passes;
    }

    public static string Digest(RenderScene moment, View view, RenderStyle style, int width, int height, int threads)
    {
        var passes = new Passes(width, height);
        using var frame = new Renderer(new RowRunner(threads), new FramePool()).Render(moment, view, style, width, height, passes);
        return Digest(frame, passes);
    }

    public static string Digest(Frame frame, Passes passes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                hash.AppendData(MemoryMarshal.AsBytes(plane.Row(y)));
        hash.AppendData(MemoryMarshal.AsBytes(passes.Depth.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(passes.Normals.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(passes.Ids.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(passes.Edges.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
