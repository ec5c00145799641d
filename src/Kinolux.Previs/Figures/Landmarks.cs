using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Where the places of a posed figure are that a camera frames by, in the scene, metres.</summary>
public sealed record Landmarks
{
    public required Vector3 Crown { get; init; }

    /// <summary>The middle of the head between crown and chin.</summary>
    public required Vector3 HeadCentre { get; init; }

    /// <summary>Of a ball about the head's middle that holds it, without hair that hangs and brims.</summary>
    public required float HeadRadius { get; init; }

    public required Vector3 Chin { get; init; }

    /// <summary>Between the eyes.</summary>
    public required Vector3 Eyes { get; init; }

    /// <summary>Where the eyes look, of length 1.</summary>
    public required Vector3 Gaze { get; init; }

    public required Vector3 LeftShoulder { get; init; }

    public required Vector3 RightShoulder { get; init; }

    /// <summary>The middle of the chest.</summary>
    public required Vector3 Chest { get; init; }

    public required Vector3 Hips { get; init; }

    public required Vector3 LeftHand { get; init; }

    public required Vector3 RightHand { get; init; }

    public required Vector3 LeftKnee { get; init; }

    public required Vector3 RightKnee { get; init; }

    /// <summary>The ankle.</summary>
    public required Vector3 LeftFoot { get; init; }

    public required Vector3 RightFoot { get; init; }

    internal static Landmarks Of(Figure figure, Posture posture, Matrix4x4 world)
    {
        var (p, s) = (figure.Proportions, figure.Skeleton);
        Vector3 On(Joint joint, Vector3 rest) => Vector3.Transform(posture.Place(joint, rest), world);
        Vector3 At(Joint joint) => Vector3.Transform(posture[joint], world);
        var scale = Vector3.TransformNormal(Vector3.UnitY, world).Length();
        return new()
        {
            Crown = On(Joint.Head, new(0, p.Height, p.HeadForward)),
            HeadCentre = On(Joint.Head, new(0, p.Height - p.Head / 2, p.HeadForward)),
            HeadRadius = p.Head * .56f * scale,
            Chin = On(Joint.Head, new(0, p.ChinHeight, p.HeadForward + .07f * p.HeadScale)),
            Eyes = (On(Joint.Head, s[Joint.LeftEye]) + On(Joint.Head, s[Joint.RightEye])) / 2,
            Gaze = Vector3.Normalize(Vector3.TransformNormal(Vector3.Transform(Vector3.UnitZ, posture.Turn(Joint.LeftEye)) + Vector3.Transform(Vector3.UnitZ, posture.Turn(Joint.RightEye)), world)),
            LeftShoulder = At(Joint.LeftUpperArm),
            RightShoulder = At(Joint.RightUpperArm),
            Chest = At(Joint.Chest),
            Hips = At(Joint.Hips),
            LeftHand = At(Joint.LeftHand),
            RightHand = At(Joint.RightHand),
            LeftKnee = At(Joint.LeftLowerLeg),
            RightKnee = At(Joint.RightLowerLeg),
            LeftFoot = At(Joint.LeftFoot),
            RightFoot = At(Joint.RightFoot),
        };
    }
}
