using System.Numerics;

namespace Kinolux.Previs.Geometry;

/// <summary>Where a camera stands and what it sees. Looks along its own −Z with +Y up, as a glTF camera does.</summary>
/// <param name="Position">Metres.</param>
/// <param name="VerticalField">The vertical angle of view, radians, above 0 and below π.</param>
/// <param name="Aspect">Width by height.</param>
public readonly record struct View(Vector3 Position, Quaternion Orientation, float VerticalField, float Aspect)
{
    public Vector3 Forward => Vector3.Transform(-Vector3.UnitZ, Orientation);

    public Vector3 Up => Vector3.Transform(Vector3.UnitY, Orientation);

    public Vector3 Right => Vector3.Transform(Vector3.UnitX, Orientation);

    /// <summary>A view from a place towards another, without roll. Straight up or down, the top of the picture points along −Z.</summary>
    public static View Towards(Vector3 position, Vector3 target, float verticalField, float aspect)
    {
        var back = Vector3.Normalize(position - target);
        var right = Vector3.Cross(Vector3.UnitY, back);
        right = right.LengthSquared() < 1e-10f ? Vector3.UnitX : Vector3.Normalize(right);
        var up = Vector3.Cross(back, right);
        var turn = new Matrix4x4(right.X, right.Y, right.Z, 0, up.X, up.Y, up.Z, 0, back.X, back.Y, back.Z, 0, 0, 0, 0, 1);
        return new View(position, Quaternion.Normalize(Quaternion.CreateFromRotationMatrix(turn)), verticalField, aspect);
    }

    /// <summary>Where a point is seen: −1 to 1 from left to right and from bottom to top, and its distance along the view, metres; negative behind the camera.</summary>
    public Vector3 Project(Vector3 point)
    {
        var seen = Vector3.Transform(point - Position, Quaternion.Conjugate(Orientation));
        var scale = 1 / (MathF.Tan(VerticalField / 2) * -seen.Z);
        return new Vector3(seen.X * scale / Aspect, seen.Y * scale, -seen.Z);
    }
}
