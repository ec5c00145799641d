using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Kit;

/// <summary>Something that stands in a set: a table, a tree. Its front is +Z, its foot is at 0.</summary>
/// <param name="Words">What a text calls it.</param>
/// <param name="Tones">The colour of each part of the mesh, linear.</param>
/// <param name="Seat">How high one sits on it, metres; null where one does not.</param>
/// <param name="Light">Where it gives light; null where it gives none.</param>
/// <param name="Low">Its least corner, metres.</param>
/// <param name="High">Its greatest corner, metres.</param>
/// <param name="StandsInTheWay">False where people and cameras may be where it is: a rug, a window in a wall.</param>
public sealed record KitPiece(string Name, IReadOnlyList<string> Words, Mesh Mesh, IReadOnlyList<Vector3> Tones, double? Seat, Vector3D? Light, Vector3D Low, Vector3D High, bool StandsInTheWay);
