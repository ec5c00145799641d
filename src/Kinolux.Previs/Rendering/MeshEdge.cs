namespace Kinolux.Previs.Rendering;

/// <summary>An edge of a mesh, between two corners and two triangles.</summary>
/// <param name="From">A corner.</param>
/// <param name="To">The other corner.</param>
/// <param name="Left">A triangle at it.</param>
/// <param name="Right">The other triangle; <see cref="Left"/> again where there is none.</param>
/// <param name="Kind">What kind of line it can become.</param>
internal readonly record struct MeshEdge(int From, int To, int Left, int Right, MeshEdgeKind Kind);

internal enum MeshEdgeKind : byte
{
    /// <summary>A line only where it is the outline.</summary>
    Smooth,

    /// <summary>Parts of different tones meet on a smooth surface.</summary>
    Seam,

    /// <summary>The surface is bent sharply.</summary>
    Crease,

    /// <summary>The surface ends.</summary>
    Rim,
}
