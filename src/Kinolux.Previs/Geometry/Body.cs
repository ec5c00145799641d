using System.Numerics;

namespace Kinolux.Previs.Geometry;

/// <summary>A mesh that stands in a scene for one frame.</summary>
/// <param name="Id">What it belongs to, from 1: two bodies of one figure share it. It is what the pass <c>id</c> shows.</param>
/// <param name="World">From the mesh's space to the scene's; rotation, translation and scale.</param>
/// <param name="Tones">The colour of each part, linear, 0 to 1.</param>
/// <param name="Posed">Corners as a pose has moved them, in the mesh's space; null where nothing is posed.</param>
public sealed record Body(int Id, Mesh Mesh, Matrix4x4 World, IReadOnlyList<Vector3> Tones, Vector3[]? Posed = null)
{
    public Vector3[] Corners => Posed ?? Mesh.Positions;
}
