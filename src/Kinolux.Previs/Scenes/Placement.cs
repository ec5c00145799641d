using Kinolux.Previs.Figures;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Scenes;

/// <summary>Where somebody is at one frame, and how.</summary>
/// <param name="Name">Who.</param>
/// <param name="At">On the floor, metres.</param>
/// <param name="Facing">Where the body looks on the floor, radians.</param>
/// <param name="Stance">How the body is held up.</param>
/// <param name="IsWalking">True on the way to a mark.</param>
/// <param name="Height">How tall, metres, standing.</param>
/// <param name="Looks">What the eyes look at.</param>
public sealed record Placement(string Name, Vector3D At, double Facing, Stance Stance, bool IsWalking, double Height, Vector3D Looks)
{
    // Of the height of the body, by Drillis and Contini, "Body Segment Parameters", 1966.
    private const double EyesStanding = 0.936, EyesAboveSeat = 0.452;

    /// <summary>How high a chair's seat is.</summary>
    public const double Seat = 0.45;

    /// <summary>Between the eyes.</summary>
    public Vector3D Eyes => At + Vector3D.Up * (Stance switch { Stance.Sit => Seat + EyesAboveSeat * Height, Stance.Lie => 0.6, _ => EyesStanding * Height }) + Vector3D.Towards(Facing) * 0.08;

    /// <summary>The top of the head.</summary>
    public Vector3D Top => Eyes + Vector3D.Up * ((1 - EyesStanding) * Height);
}
