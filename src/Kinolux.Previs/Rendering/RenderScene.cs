using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>What stands before a camera at one moment.</summary>
/// <param name="Bodies">Meshes in their places.</param>
/// <param name="Lamps">Lights; the first that throws shadows is the key.</param>
public sealed record RenderScene(IReadOnlyList<Body> Bodies, IReadOnlyList<Lamp> Lamps, Sky Sky)
{
    /// <summary>The highest <see cref="Body.Id"/> that a pass of 16 bits can show.</summary>
    public const int LastId = ushort.MaxValue;

    // Corners that are no numbers are left out when drawn, one by one; what would read past an array is refused here.
    internal void Check()
    {
        foreach (var body in Bodies)
        {
            if (body.Id is < 1 or > LastId)
                throw new ArgumentException($"A body has the id {body.Id}; ids go from 1 to {LastId}.");
            if (body.Corners.Length != body.Mesh.Positions.Length)
                throw new ArgumentException($"Body {body.Id} is posed with {body.Corners.Length} corners; its mesh has {body.Mesh.Positions.Length}.");
            if (Topology.Of(body.Mesh).LastPart >= body.Tones.Count)
                throw new ArgumentException($"Body {body.Id} has {body.Tones.Count} tones; its mesh has {Topology.Of(body.Mesh).LastPart + 1} parts.");
        }
    }
}
