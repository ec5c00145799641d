using System.Numerics;
using System.Text.Json.Serialization;

namespace Kinolux.Previs.Geometry;

/// <summary>A place or a direction in doubles, for where cameras and people stand. Metres, right-handed, Y up.</summary>
public readonly record struct Vector3D(double X, double Y, double Z)
{
    public static Vector3D Up => new(0, 1, 0);

    [JsonIgnore]
    public double Length => Math.Sqrt(Dot(this, this));

    /// <summary>Of length 1; +Z where it has no length.</summary>
    [JsonIgnore]
    public Vector3D Unit => Length is > 0 and var length ? this / length : new(0, 0, 1);

    /// <summary>On the floor below.</summary>
    [JsonIgnore]
    public Vector3D Flat => this with { Y = 0 };

    [JsonIgnore]
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>Where it points to on the floor, radians: 0 is +Z, π/2 is +X.</summary>
    [JsonIgnore]
    public double Bearing => Math.Atan2(X, Z);

    /// <summary>The direction on the floor of a bearing.</summary>
    public static Vector3D Towards(double bearing) => new(Math.Sin(bearing), 0, Math.Cos(bearing));

    public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector3D operator -(Vector3D a, Vector3D b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector3D operator -(Vector3D a) => new(-a.X, -a.Y, -a.Z);

    public static Vector3D operator *(Vector3D a, double b) => new(a.X * b, a.Y * b, a.Z * b);

    public static Vector3D operator /(Vector3D a, double b) => new(a.X / b, a.Y / b, a.Z / b);

    public static double Dot(Vector3D a, Vector3D b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static Vector3D Cross(Vector3D a, Vector3D b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    public static double Distance(Vector3D a, Vector3D b) => (a - b).Length;

    /// <summary>The angle between two directions, 0 to π; exact where they are nearly one, too.</summary>
    public static double Angle(Vector3D a, Vector3D b) => Math.Atan2(Cross(a, b).Length, Dot(a, b));

    public static Vector3D Mix(Vector3D a, Vector3D b, double share) => a + (b - a) * share;

    /// <summary>Turned about an axis, counter-clockwise seen against it (Rodrigues).</summary>
    public Vector3D Turned(Vector3D axis, double angle)
    {
        var unit = axis.Unit;
        var (sin, cos) = Math.SinCos(angle);
        return this * cos + Cross(unit, this) * sin + unit * (Dot(unit, this) * (1 - cos));
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({X:0.###}, {Y:0.###}, {Z:0.###})");

    public Vector3 ToSingle() => new((float)X, (float)Y, (float)Z);
}
