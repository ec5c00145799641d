using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>A turn, stretch and shift: what a point becomes is X·x + Y·y + Z·z + Shift.</summary>
internal readonly struct Affine(Vector3 x, Vector3 y, Vector3 z, Vector3 shift)
{
    public readonly Vector3 X = x, Y = y, Z = z, Shift = shift;

    /// <summary>From the space of a mesh to what a camera sees.</summary>
    public static Affine Of(Matrix4x4 world, in Camera camera) => new(
        camera.Turn(new Vector3(world.M11, world.M12, world.M13)),
        camera.Turn(new Vector3(world.M21, world.M22, world.M23)),
        camera.Turn(new Vector3(world.M31, world.M32, world.M33)),
        camera.See(new Vector3(world.M41, world.M42, world.M43)));

    /// <summary>At most this much longer does anything become.</summary>
    public float Stretch => MathF.Sqrt(Exact.Dot(X, X) + Exact.Dot(Y, Y) + Exact.Dot(Z, Z));

    public Vector3 Point(Vector3 p) => X * p.X + Y * p.Y + Z * p.Z + Shift;

    /// <summary>How a surface's normal turns: by the cofactors, so that it stays upright on a stretched surface, and outside stays outside on a mirrored one.</summary>
    public Affine Normals()
    {
        var (a, b, c) = (Exact.Cross(Y, Z), Exact.Cross(Z, X), Exact.Cross(X, Y));
        return IsMirror ? new Affine(a, b, c, Vector3.Zero) : new Affine(-a, -b, -c, Vector3.Zero);
    }

    /// <summary>True where outside and inside change places: X right, Y up and Z ahead is left-handed, so that what is not mirrored has a negative volume.</summary>
    public bool IsMirror => Exact.Dot(X, Exact.Cross(Y, Z)) > 0;
}
