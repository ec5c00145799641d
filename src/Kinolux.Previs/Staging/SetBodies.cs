using System.Numerics;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Kit;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Staging;

/// <summary>What stands still in a scene: ground, walls, pieces.</summary>
internal static class SetBodies
{
    /// <summary>True for a wall or ceiling that a camera stands behind: it is taken out, as in a studio.</summary>
    public static bool IsTakenOut(Body body, SetPlan set, Vector3 camera)
    {
        if (!set.Inside || body.Mesh.Positions.Length != 4 || body.Mesh.Positions[0].Y == 0 && body.Mesh.Positions[2].Y == 0)
            return false;
        var (corner, normal) = (body.Mesh.Positions[0], Vector3.Cross(body.Mesh.Positions[1] - body.Mesh.Positions[0], body.Mesh.Positions[2] - body.Mesh.Positions[0]));
        return Vector3.Dot(camera - corner, normal) < 0;
    }

    // As far as one sees outside.
    private const float Ground = 60;

    public static IReadOnlyList<Body> Of(SetPlan set, int firstId)
    {
        var kind = PropKit.Sets.FirstOrDefault(kind => kind.Name == set.Kind) ?? PropKit.Sets[0];
        List<Body> bodies = [];
        var (x, z, height) = ((float)set.Width / 2, (float)set.Depth / 2, (float)set.Height);
        if (!set.Inside)
            (x, z) = (Ground, Ground);
        Add(kind.Floor, new(-x, 0, z), new(x, 0, z), new(x, 0, -z), new(-x, 0, -z));
        if (set.Inside)
        {
            Add(kind.Wall, new(-x, 0, -z), new(x, 0, -z), new(x, height, -z), new(-x, height, -z));
            Add(kind.Wall, new(x, 0, z), new(-x, 0, z), new(-x, height, z), new(x, height, z));
            Add(kind.Wall, new(-x, 0, z), new(-x, 0, -z), new(-x, height, -z), new(-x, height, z));
            Add(kind.Wall, new(x, 0, -z), new(x, 0, z), new(x, height, z), new(x, height, -z));
            Add("white", new(-x, height, -z), new(x, height, -z), new(x, height, z), new(-x, height, z));
        }
        foreach (var piece in set.Pieces)
            if (PropKit.Pieces.TryGetValue(piece.Piece, out var kit))
                bodies.Add(new Body(firstId + bodies.Count, kit.Mesh, Matrix4x4.CreateRotationY((float)(piece.Turn * Math.PI / 180)) * Matrix4x4.CreateTranslation((float)piece.X, (float)piece.Y, (float)piece.Z), kit.Tones));
        return bodies;

        void Add(string tone, Vector3 a, Vector3 b, Vector3 c, Vector3 d) =>
            bodies.Add(new Body(firstId + bodies.Count, new Mesh([a, b, c, d], [0, 1, 2, 0, 2, 3], [0, 0]), Matrix4x4.Identity, [PropKit.Tone(tone)]));
    }
}
