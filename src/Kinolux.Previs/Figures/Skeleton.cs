using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>
/// Where the joints of a figure are at rest: standing on y = 0, facing +Z, arms half lowered. At rest every joint is turned as the
/// figure is, so that a joint's turn in a <see cref="Pose"/> is a rotation about the axes of the figure.
/// </summary>
public sealed class Skeleton
{
    /// <summary>How many joints.</summary>
    public const int Count = 28;

    private static readonly Joint[] Carriers =
    [
        Joint.Hips, Joint.Hips, Joint.Spine, Joint.Chest, Joint.Neck, Joint.Head, Joint.Head, Joint.Head,
        Joint.Chest, Joint.LeftShoulder, Joint.LeftUpperArm, Joint.LeftLowerArm, Joint.LeftHand, Joint.LeftHand,
        Joint.Chest, Joint.RightShoulder, Joint.RightUpperArm, Joint.RightLowerArm, Joint.RightHand, Joint.RightHand,
        Joint.Hips, Joint.LeftUpperLeg, Joint.LeftLowerLeg, Joint.LeftFoot,
        Joint.Hips, Joint.RightUpperLeg, Joint.RightLowerLeg, Joint.RightFoot,
    ];

    private readonly Vector3[] _rest;

    internal Skeleton(Proportions proportions) => _rest = Lay(proportions);

    /// <summary>Where a joint is at rest, metres.</summary>
    public Vector3 this[Joint joint] => _rest[(int)joint];

    /// <summary>The joint that carries another; the hips carry themselves.</summary>
    public static Joint CarrierOf(Joint joint) => Carriers[(int)joint];

    /// <summary>The same joint of the other side; joints of the middle are their own.</summary>
    public static Joint Mirror(Joint joint) => joint switch
    {
        Joint.LeftEye => Joint.RightEye,
        Joint.RightEye => Joint.LeftEye,
        >= Joint.LeftShoulder and <= Joint.LeftIndex => joint + 6,
        >= Joint.RightShoulder and <= Joint.RightIndex => joint - 6,
        >= Joint.LeftUpperLeg and <= Joint.LeftToes => joint + 4,
        >= Joint.RightUpperLeg => joint - 4,
        _ => joint,
    };

    /// <summary>A joint of the left side, or of the right where that is asked for.</summary>
    public static Joint Of(Joint left, Side side) => side == Side.Left ? left : Mirror(left);

    /// <summary>From a joint to the next along a limb, at rest.</summary>
    public Vector3 Bone(Joint from, Joint to) => this[to] - this[from];

    private static Vector3[] Lay(Proportions p)
    {
        var at = new Vector3[Count];
        at[(int)Joint.Hips] = new(0, p.HipHeight + .02f * p.Scale, 0);
        at[(int)Joint.Spine] = new(0, float.Lerp(p.HipHeight, p.ShoulderHeight, .30f), -.01f * p.Scale);
        at[(int)Joint.Chest] = new(0, float.Lerp(p.HipHeight, p.ShoulderHeight, .58f), -.015f * p.Scale);
        at[(int)Joint.Neck] = new(0, p.ShoulderHeight + .07f * p.Scale, -.02f * p.Scale);
        at[(int)Joint.Head] = new(0, p.ChinHeight + .045f * p.HeadScale, p.HeadForward - .012f * p.HeadScale);
        at[(int)Joint.Jaw] = new(0, p.ChinHeight + .078f * p.HeadScale, p.HeadForward + .012f * p.HeadScale);
        foreach (var (side, x) in ((Side, float)[])[(Side.Left, 1), (Side.Right, -1)])
        {
            void Put(Joint left, float right, float up, float front) => at[(int)Of(left, side)] = new(x * right, up, front);
            Put(Joint.LeftEye, .0305f * p.HeadScale, p.EyeHeight, p.HeadForward + .0655f * p.HeadScale);
            Put(Joint.LeftShoulder, .03f * p.Scale, p.ShoulderHeight + .01f * p.Scale, -.01f * p.Scale);
            var arm = new Vector2(p.ShoulderWidth, p.ShoulderHeight);
            var down = Vector2.Normalize(new(1, -1));
            Put(Joint.LeftUpperArm, arm.X, arm.Y, -.01f * p.Scale);
            var elbow = arm + down * p.UpperArm;
            Put(Joint.LeftLowerArm, elbow.X, elbow.Y, -.012f * p.Scale);
            var wrist = elbow + down * p.LowerArm;
            Put(Joint.LeftHand, wrist.X, wrist.Y, 0);
            var knuckles = wrist + down * p.Hand * .47f;
            Put(Joint.LeftFingers, knuckles.X, knuckles.Y, -.008f * p.Scale);
            Put(Joint.LeftIndex, knuckles.X, knuckles.Y, .028f * p.Scale);
            Put(Joint.LeftUpperLeg, p.HipWidth, p.HipHeight, 0);
            Put(Joint.LeftLowerLeg, p.HipWidth * .98f, p.KneeHeight, .005f * p.Scale);
            Put(Joint.LeftFoot, p.HipWidth * .96f, p.AnkleHeight, -.01f * p.Scale);
            Put(Joint.LeftToes, p.HipWidth * 1.02f, .018f * p.Scale, p.Foot * .47f);
        }
        return at;
    }
}
