using System.Numerics;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Kit;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Staging;

/// <summary>What stands still in a scene: ground, walls, pieces.</summary>
internal static class SetBodies
{
    /// <summary>True for a wall or ceiling that a camera stands behind, and for what stands at or hangs on it: it is taken out, as in a studio.</summary>
    public static bool IsTakenOut(Body body, SetPlan set, Vector3 camera)
    {
        if (!set.Inside)
            return false;
        if (body.World != Matrix4x4.Identity)
            return IsBehind(body.World.Translation.X, camera.X, (float)set.Width / 2) || IsBehind(body.World.Translation.Z, camera.Z, (float)set.Depth / 2);
        var corners = body.Mesh.Positions;
        var normal = Vector3.Cross(corners[1] - corners[0], corners[2] - corners[0]);
        // The floor stays.
        return normal.Y <= 0 && Vector3.Dot(camera - corners[0], normal) < 0;
    }

    private static bool IsBehind(float place, float camera, float wall) => MathF.Abs(camera) > wall && camera * place > 0 && MathF.Abs(place) > wall - AtAWall;

    // How far from a wall something stands that stands at it, metres.
    private const float AtAWall = 0.7f;

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
