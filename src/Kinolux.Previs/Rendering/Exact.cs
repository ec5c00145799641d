using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>Arithmetic with the same bits on every SIMD width: System.Numerics multiplies and adds in one rounding where a processor can.</summary>
internal static class Exact
{
    public static float Dot(Vector3 a, Vector3 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static Vector3 Cross(Vector3 a, Vector3 b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    /// <summary>Of length 1; what has no length, or none that is a number, becomes <paramref name="otherwise"/>.</summary>
    public static Vector3 Unit(Vector3 vector, Vector3 otherwise)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        return length > 1e-20f && length < float.PositiveInfinity ? new Vector3(vector.X / length, vector.Y / length, vector.Z / length) : otherwise;
    }

    public static bool IsFinite(Vector3 vector) => float.IsFinite(vector.X) && float.IsFinite(vector.Y) && float.IsFinite(vector.Z);
}
