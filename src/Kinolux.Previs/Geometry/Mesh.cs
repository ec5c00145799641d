using System.Numerics;

namespace Kinolux.Previs.Geometry;

/// <summary>A surface of triangles, in metres, right-handed with Y up. Does not change.</summary>
/// <param name="Positions">Corners. A corner that is shared by two triangles stands once, so that edges can be found.</param>
/// <param name="Triangles">Three indices a triangle, counter-clockwise seen from outside.</param>
/// <param name="Parts">What each triangle is made of: an index into the tones of the <see cref="Body"/> that shows it.</param>
public sealed record Mesh(Vector3[] Positions, int[] Triangles, byte[] Parts)
{
    /// <summary>How many triangles.</summary>
    public int Count => Parts.Length;
}
