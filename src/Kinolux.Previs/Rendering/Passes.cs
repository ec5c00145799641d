using System.Numerics;
using Kinolux.Core.Frames;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// What a picture shows, pixel by pixel, for those who make pictures from it: distance, normal, what it belongs to, and lines. A renderer fills them; they are used again
/// for the next picture. A pixel at an edge has the values of what fills most of it: they are not mixed. Lines are.
/// </summary>
public sealed class Passes
{
    /// <summary>Metres that one step of <see cref="DepthPlane"/> is.</summary>
    public const float MetresPerStep = 0.001f;

    /// <summary>What <see cref="DepthPlane"/> shows where nothing is, or what is farther away than 65.534 m.</summary>
    public const ushort Beyond = ushort.MaxValue;

    public Passes(int width, int height)
    {
        Renderer.CheckSize(width, height);
        (Width, Height) = (width, height);
        (Depth, Ids, Edges, Normals) = (new float[width * height], new ushort[width * height], new float[width * height], new Vector3[width * height]);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row after row, the distance along the view, metres; infinite where nothing is.</summary>
    public float[] Depth { get; }

    /// <summary>Row after row, the surface's direction as the camera sees it, of length 1: X right, Y up, Z towards the camera; 0 where nothing is.</summary>
    public Vector3[] Normals { get; }

    /// <summary>Row after row, the <see cref="Geometry.Body.Id"/>; 0 where nothing is.</summary>
    public ushort[] Ids { get; }

    /// <summary>Row after row, how much of the pixel a line covers, 0 to 1.</summary>
    public float[] Edges { get; }

    /// <summary>Distances in steps of a millimetre, rounded; <see cref="Beyond"/> where nothing is.</summary>
    public void DepthPlane(Plane plane)
    {
        Check(plane);
        for (var y = 0; y < Height; y++)
        {
            var row = plane.Row(y);
            for (var x = 0; x < Width; x++)
                row[x] = (ushort)MathF.Min(Depth[y * Width + x] / MetresPerStep + 0.5f, Beyond);
        }
    }

    /// <summary>Normals: -1 to 1 becomes 0 to 65535 in each plane, so that 0 is 32768.</summary>
    public void NormalPlanes(Plane x, Plane y, Plane z)
    {
        Check(x);
        Check(y);
        Check(z);
        for (var line = 0; line < Height; line++)
        {
            var rowX = x.Row(line);
            var rowY = y.Row(line);
            var rowZ = z.Row(line);
            for (var i = 0; i < Width; i++)
            {
                var normal = Normals[line * Width + i];
                (rowX[i], rowY[i], rowZ[i]) = (Signed(normal.X), Signed(normal.Y), Signed(normal.Z));
            }
        }
    }

    /// <summary>Ids as they are.</summary>
    public void IdPlane(Plane plane)
    {
        Check(plane);
        for (var y = 0; y < Height; y++)
            Ids.AsSpan(y * Width, Width).CopyTo(plane.Row(y));
    }

    /// <summary>Lines white on black: 0 to 1 becomes 0 to 65535.</summary>
    public void EdgePlane(Plane plane)
    {
        Check(plane);
        for (var y = 0; y < Height; y++)
        {
            var row = plane.Row(y);
            for (var x = 0; x < Width; x++)
                row[x] = (ushort)(Edges[y * Width + x] * 65535 + 0.5f);
        }
    }

    internal void ClearRow(int x, int y, int width)
    {
        var start = y * Width + x;
        Depth.AsSpan(start, width).Fill(float.PositiveInfinity);
        Normals.AsSpan(start, width).Clear();
        Ids.AsSpan(start, width).Clear();
        Edges.AsSpan(start, width).Clear();
    }

    internal void Set(int x, int y, float depth, Vector3 normal, int id)
    {
        var i = y * Width + x;
        (Depth[i], Normals[i], Ids[i]) = (depth, normal, (ushort)id);
    }

    private static ushort Signed(float value) => (ushort)((Math.Clamp(value, -1f, 1f) * 0.5f + 0.5f) * 65535 + 0.5f);

    private void Check(Plane plane)
    {
        if (plane.Width != Width || plane.Height != Height)
            throw new ArgumentException($"The passes are {Width}×{Height}, the plane is {plane.Width}×{plane.Height}.", nameof(plane));
    }
}
