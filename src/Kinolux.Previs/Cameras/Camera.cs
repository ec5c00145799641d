using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Cameras;

/// <summary>Where a camera stands, where it looks and through what.</summary>
/// <param name="At">Metres.</param>
/// <param name="Pan">Where it looks on the floor, radians: 0 is +Z, π/2 is +X.</param>
/// <param name="Tilt">How far up, radians.</param>
/// <param name="Focal">Millimetres.</param>
public sealed record Camera(Vector3D At, double Pan, double Tilt, double Focal)
{
    /// <summary>A camera from which a point is seen at a place of the picture and a stretch at its depth fills the picture's height.</summary>
    /// <param name="point">What is framed.</param>
    /// <param name="seen">Where it is seen: −1 to 1 from left to right and from bottom to top.</param>
    /// <param name="height">How many metres, at the point's depth, the picture is high.</param>
    /// <param name="pan">Where the camera looks on the floor, radians.</param>
    /// <param name="tilt">How far up, radians.</param>
    public static Camera Framing(Vector3D point, (double X, double Y) seen, double height, double pan, double tilt, double focal, FilmBack back)
    {
        var depth = height / (2 * Math.Tan(back.VerticalField(focal) / 2));
        var (forward, right, up) = Axes(pan, tilt);
        return new Camera(point - forward * depth - right * (seen.X * height * back.Aspect / 2) - up * (seen.Y * height / 2), pan, tilt, focal);
    }

    public Vector3D Forward => Axes(Pan, Tilt).Forward;

    public View ToView(FilmBack back) => new(At.ToSingle(), Quaternion.Normalize(Quaternion.CreateFromYawPitchRoll((float)(Pan + Math.PI), (float)Tilt, 0)), (float)back.VerticalField(Focal), (float)back.Aspect);

    /// <summary>Where a point is seen, and how deep it is along the view, metres; negative behind the camera.</summary>
    public (double X, double Y, double Depth) Project(Vector3D point, FilmBack back)
    {
        var (forward, right, up) = Axes(Pan, Tilt);
        var ray = point - At;
        var depth = Vector3D.Dot(ray, forward);
        var half = depth * Math.Tan(back.VerticalField(Focal) / 2);
        return (Vector3D.Dot(ray, right) / (half * back.Aspect), Vector3D.Dot(ray, up) / half, depth);
    }

    /// <summary>The same camera turned so that a point is seen at a place of the picture.</summary>
    public Camera Aimed(Vector3D point, (double X, double Y) seen, FilmBack back)
    {
        // The point's own bearing and height, and then what its place in the picture takes from them; twice the turn is exact to a hair, since tilt bends pan a little.
        var aimed = this with { Pan = (point - At).Bearing, Tilt = Math.Asin(Math.Clamp((point - At).Unit.Y, -1, 1)) };
        for (var i = 0; i < 12; i++)
        {
            var (x, y, _) = aimed.Project(point, back);
            var half = Math.Tan(back.VerticalField(Focal) / 2);
            aimed = aimed with
            {
                Pan = aimed.Pan + (Math.Atan(seen.X * half * back.Aspect) - Math.Atan(x * half * back.Aspect)) / Math.Max(0.2, Math.Cos(aimed.Tilt)),
                Tilt = aimed.Tilt + Math.Atan(y * half) - Math.Atan(seen.Y * half),
            };
        }
        return aimed;
    }

    // Facing +Z, the right hand is at −X.
    private static (Vector3D Forward, Vector3D Right, Vector3D Up) Axes(double pan, double tilt)
    {
        var level = Vector3D.Towards(pan);
        var forward = level * Math.Cos(tilt) + Vector3D.Up * Math.Sin(tilt);
        var right = Vector3D.Cross(level, Vector3D.Up);
        return (forward, right, Vector3D.Cross(right, forward));
    }
}
