using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Cameras;

/// <summary>
/// Cameras about two targets, by where these are seen: Lino and Christie, "Intuitive and Efficient Camera Control with the Toric Space", 2015.
/// All places from which A and B are seen under one angle are a spindle about the line AB; θ and φ say where on it.
/// </summary>
/// <param name="Alpha">The angle between the two targets as the camera sees them, radians, above 0 and below π.</param>
/// <param name="Theta">How far round from B to A, radians: above 0 and below 2(π − α).</param>
/// <param name="Phi">Where round the line, radians, −π to π: 0 in the upright plane through it, ±π/2 level with it.</param>
public readonly record struct Toric(double Alpha, double Theta, double Phi)
{
    /// <summary>Under which angle two targets are seen that stand at two places of the picture.</summary>
    /// <param name="a">−1 to 1 from left to right and from bottom to top; so <paramref name="b"/>.</param>
    /// <param name="field">The horizontal angle of view, radians.</param>
    /// <param name="aspect">Width by height.</param>
    public static double AngleOf((double X, double Y) a, (double X, double Y) b, double field, double aspect) => Vector3D.Angle(Ray(a, field, aspect), Ray(b, field, aspect));

    /// <summary>Where the camera is.</summary>
    /// <param name="up">Of the scene; may not lie along AB.</param>
    public Vector3D Position(Vector3D a, Vector3D b, Vector3D up)
    {
        var line = b - a;
        var beta = Theta / 2;
        var distance = line.Length * Math.Sin(Math.PI - Alpha - beta) / Math.Sin(Alpha);
        var axis = Vector3D.Cross(up, -line);
        return a + line.Unit.Turned(axis, beta).Turned(-line, Phi) * distance;
    }

    /// <summary>The same of a camera that is somewhere.</summary>
    public static Toric Of(Vector3D camera, Vector3D a, Vector3D b, Vector3D up)
    {
        var (line, seen) = (b - a, camera - a);
        var (length, distance) = (line.Length, seen.Length);
        var beta = Vector3D.Angle(line, seen);
        var alpha = Math.Acos(Math.Clamp((distance - length * Math.Cos(beta)) / Math.Sqrt(distance * distance + length * length - 2 * distance * length * Math.Cos(beta)), -1, 1));
        // Where φ is 0 the camera is in the upright plane through the line, straight above or below it.
        var zero = line.Unit.Turned(Vector3D.Cross(up, -line), beta);
        var (from, to) = (Across(zero, line), Across(seen, line));
        return new Toric(alpha, 2 * beta, Math.Atan2(Vector3D.Dot(Vector3D.Cross(from, to), -line.Unit), Vector3D.Dot(from, to)));
    }

    private static Vector3D Across(Vector3D direction, Vector3D line) => direction - line.Unit * Vector3D.Dot(direction, line.Unit);

    // X to the right, Y up, Z into the picture.
    private static Vector3D Ray((double X, double Y) at, double field, double aspect) => new(at.X * Math.Tan(field / 2), at.Y * Math.Tan(field / 2) / aspect, 1);
}
