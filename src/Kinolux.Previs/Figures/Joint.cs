namespace Kinolux.Previs.Figures;

/// <summary>The joints of a figure, each after the one that carries it. Left is the figure's own left, +X where it faces +Z.</summary>
public enum Joint
{
    Hips, Spine, Chest, Neck, Head, Jaw, LeftEye, RightEye,
    LeftShoulder, LeftUpperArm, LeftLowerArm, LeftHand, LeftFingers, LeftIndex,
    RightShoulder, RightUpperArm, RightLowerArm, RightHand, RightFingers, RightIndex,
    LeftUpperLeg, LeftLowerLeg, LeftFoot, LeftToes,
    RightUpperLeg, RightLowerLeg, RightFoot, RightToes,
}
