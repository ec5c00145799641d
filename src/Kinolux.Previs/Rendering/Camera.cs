using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Rendering;

/// <summary>A view onto pixels: axes in the scene, and how many pixels a slope of 1 is. Seen from it, X is right, Y up and Z the distance ahead.</summary>
internal readonly struct Camera
{
    /// <summary>What is nearer than this is not seen, metres.</summary>
    public const float Near = 0.03f;

    public readonly Vector3 Position, Right, Up, Ahead;
    public readonly float FocalX, FocalY, CentreX, CentreY;
    public readonly int Width, Height;

    public Camera(View view, int width, int height)
    {
        var turn = view.Orientation;
        var length = MathF.Sqrt(turn.X * turn.X + turn.Y * turn.Y + turn.Z * turn.Z + turn.W * turn.W);
        if (!Exact.IsFinite(view.Position) || !(length > 1e-6f && length < 1e6f))
            throw new ArgumentException("A view stands at a place and looks somewhere: its numbers must be numbers.", nameof(view));
        if (!(view.VerticalField > 0.001f && view.VerticalField < 3.1f))
            throw new ArgumentException($"A vertical field of {view.VerticalField} radians is no lens.", nameof(view));
        if (!(view.Aspect > 0.001f && view.Aspect < 1000))
            throw new ArgumentException($"An aspect of {view.Aspect} is no picture.", nameof(view));
        var (x, y, z, w) = (turn.X / length, turn.Y / length, turn.Z / length, turn.W / length);
        Position = view.Position;
        Right = new Vector3(1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w));
        Up = new Vector3(2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w));
        Ahead = -new Vector3(2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y));
        (Width, Height) = (width, height);
        (CentreX, CentreY) = (width / 2f, height / 2f);
        var tangent = MathF.Tan(view.VerticalField / 2);
        FocalY = CentreY / tangent;
        FocalX = CentreX / (tangent * view.Aspect);
    }

    /// <summary>A camera for a square picture, of axes as they are.</summary>
    public Camera(Vector3 position, Vector3 right, Vector3 up, Vector3 ahead, float focal, int size)
    {
        (Position, Right, Up, Ahead) = (position, right, up, ahead);
        (FocalX, FocalY, CentreX, CentreY, Width, Height) = (focal, focal, size / 2f, size / 2f, size, size);
    }

    /// <summary>False where nothing of a ball can be on the picture; what is no number may be.</summary>
    public bool MaySee(Vector3 middle, float radius)
    {
        var (x, y) = (CentreX / FocalX, CentreY / FocalY);
        return !(middle.Z + radius < Near
            || MathF.Abs(middle.X) - x * middle.Z > radius * MathF.Sqrt(1 + x * x)
            || MathF.Abs(middle.Y) - y * middle.Z > radius * MathF.Sqrt(1 + y * y));
    }

    /// <summary>A direction of the scene as the camera sees it.</summary>
    public Vector3 Turn(Vector3 direction) => new(Exact.Dot(direction, Right), Exact.Dot(direction, Up), Exact.Dot(direction, Ahead));

    /// <summary>A place of the scene as the camera sees it.</summary>
    public Vector3 See(Vector3 place) => Turn(place - Position);
}
