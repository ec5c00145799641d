using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>A body among all bodies of a moment: where its corners, triangles, normals, tones, pieces and edges begin in the lists of all.</summary>
internal readonly record struct Placed(Body Body, Topology Topology, int Corner, int Triangle, int Normal, int Tone, int Piece, int Edge)
{
    /// <summary>The bodies one after the other, and a last entry's worth of counts: where another would begin.</summary>
    public static Placed[] All(IReadOnlyList<Body> bodies, out Placed end)
    {
        var placed = new Placed[bodies.Count];
        end = default;
        for (var i = 0; i < placed.Length; i++)
        {
            var (body, topology) = (bodies[i], Topology.Of(bodies[i].Mesh));
            placed[i] = end with { Body = body, Topology = topology };
            checked
            {
                end = end with
                {
                    Corner = end.Corner + body.Corners.Length,
                    Triangle = end.Triangle + body.Mesh.Count,
                    Normal = end.Normal + topology.NormalCount,
                    Tone = end.Tone + body.Tones.Count,
                    Piece = end.Piece + topology.PieceCount,
                    Edge = end.Edge + topology.Edges.Length,
                };
            }
        }
        return placed;
    }
}
