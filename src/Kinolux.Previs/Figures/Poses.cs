using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>
/// Poses by name. Each is made by inverse kinematics for the figure's own measures, and a seed varies it a little: a weight on one leg,
/// a head to one side, so that no two people hold themselves alike.
/// </summary>
public static class Poses
{
    /// <summary>How high people of common chairs sit, metres.</summary>
    public const float ChairHeight = .45f;

    /// <summary>A stance. Sitting and lying people have their hips over the origin; all others have their feet about it.</summary>
    /// <param name="height">Of the seat or bed, metres; without it a chair's for sitting, and the floor for lying.</param>
    public static Pose Of(Figure figure, Stance stance, int seed, float? height = null) => stance switch
    {
        Stance.Sit => Sit(figure, height ?? ChairHeight, seed),
        Stance.Kneel => Kneel(figure, seed),
        Stance.Crouch => Crouch(figure, seed),
        Stance.Lean => Lean(figure, seed),
        Stance.Lie => Lie(figure, height ?? 0, seed),
        Stance.Dead => Dead(figure, height ?? 0, seed),
        _ => Stand(figure, seed),
    };

    public static Pose Stand(Figure figure, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        var weight = chance.Between(-1, 1);
        var apart = p.HipWidth * chance.Between(1.0f, 1.35f);
        var gait = figure.Looks.Gait.Value;
        if (gait == Gait.Upright)
            (weight, apart) = (0, p.HipWidth);
        pose.Hips += new Vector3(.022f * weight, -.006f - .004f * MathF.Abs(weight), 0) * p.Scale;
        pose[Joint.Hips] = Turned(0, chance.Between(-4, 4), 2.2f * weight);
        pose[Joint.Spine] = Turned(gait == Gait.Shuffle ? 12 : 1, chance.Between(-2, 2), -2.6f * weight);
        pose[Joint.Chest] = Turned(gait == Gait.Shuffle ? 12 : gait == Gait.Upright ? -4 : 0, chance.Between(-3, 3), -.8f * weight);
        pose[Joint.Neck] = Turned(gait == Gait.Shuffle ? -8 : 0, 0, 0);
        pose[Joint.Head] = Turned(gait == Gait.Shuffle ? -10 : chance.Between(-2, 3), chance.Between(-6, 6), chance.Between(-3, 3));
        Plant(figure, pose, Side.Left, new(apart, 0, (weight > 0 ? .0f : .035f) * p.Scale), 9 + chance.Between(-3, 7));
        Plant(figure, pose, Side.Right, new(-apart, 0, (weight > 0 ? .035f : .0f) * p.Scale), -9 - chance.Between(-3, 7));
        foreach (var side in (Side[])[Side.Left, Side.Right])
            HangArm(figure, pose, side, chance.Between(-.012f, .03f), chance.Between(0, .03f));
        return pose;
    }

    /// <param name="seat">How high the seat is, metres.</param>
    public static Pose Sit(Figure figure, float seat, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        seat = Math.Clamp(seat, .02f, 1.3f);
        pose.Hips = new(0, seat + Seat(p) + .02f * p.Scale, 0);
        var back = chance.Between(-9, 6);
        pose[Joint.Hips] = Turned(back, 0, 0);
        pose[Joint.Spine] = Turned(3 - back * .3f, 0, chance.Between(-2, 2));
        pose[Joint.Chest] = Turned(2, chance.Between(-4, 4), 0);
        pose[Joint.Head] = Turned(-back * .5f, chance.Between(-6, 6), chance.Between(-3, 3));
        var (thigh, shin) = (p.HipHeight - p.KneeHeight, p.KneeHeight - p.AnkleHeight);
        var hip = pose.Hips.Y - .02f * p.Scale;
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var sign = side == Side.Left ? 1 : -1;
            var forward = chance.Between(-.06f, .10f) * p.Scale;
            // Feet stand on the floor where they reach it and hang where they do not.
            var ankle = Math.Max(0, hip - shin * .995f - p.AnkleHeight);
            Plant(figure, pose, side, new(sign * (p.HipWidth + chance.Between(.0f, .05f) * p.Scale), ankle, thigh * .97f + forward), sign * 6, knee: new(sign * .12f, 1, .8f));
            var knee = new Posture(figure.Skeleton, pose)[Skeleton.Of(Joint.LeftLowerLeg, side)];
            var lap = Vector3.Lerp(pose.Hips, knee, .62f) + new Vector3(sign * .01f, .088f * (1 + .2f * Math.Max(0, p.Build)), 0) * p.Scale;
            Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperArm, side), lap + new Vector3(sign * chance.Between(-.03f, .02f), 0, -.05f) * p.Scale, new(sign * .8f, -.2f, -.8f));
            TurnPalm(figure, pose, side, Vector3.Normalize(new Vector3(-sign * .25f, -.1f, 1)), -Vector3.UnitY);
        }
        return pose;
    }

    public static Pose Kneel(Figure figure, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        var thigh = p.HipHeight - p.KneeHeight;
        pose.Hips = new(0, thigh * .985f + .075f * p.Scale, 0);
        pose[Joint.Spine] = Turned(5, 0, chance.Between(-2, 2));
        pose[Joint.Head] = Turned(6, chance.Between(-5, 5), 0);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var sign = side == Side.Left ? 1 : -1;
            var shin = p.KneeHeight - p.AnkleHeight;
            Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperLeg, side), new(sign * p.HipWidth * 1.1f, .085f * p.Scale, -shin * .98f), new(sign * .12f, .15f, 1));
            Limb.Turn(figure.Skeleton, pose, Skeleton.Of(Joint.LeftFoot, side), Turned(78, 0, 0));
            Limb.Turn(figure.Skeleton, pose, Skeleton.Of(Joint.LeftToes, side), Turned(28, 0, 0));
            HangArm(figure, pose, side, .03f, .02f);
        }
        return pose;
    }

    public static Pose Crouch(Figure figure, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        pose.Hips = new(0, p.HipHeight * .47f, -.10f * p.Scale);
        pose[Joint.Hips] = Turned(24, 0, 0);
        pose[Joint.Spine] = Turned(16, 0, chance.Between(-3, 3));
        pose[Joint.Chest] = Turned(8, 0, 0);
        pose[Joint.Neck] = Turned(-14, 0, 0);
        pose[Joint.Head] = Turned(-18, chance.Between(-8, 8), 0);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var sign = side == Side.Left ? 1 : -1;
            Plant(figure, pose, side, new(sign * p.HipWidth * 1.4f, 0, (side == Side.Left ? .06f : -.06f) * p.Scale), sign * 12, knee: new(sign * .4f, .2f, 1));
            var knee = new Posture(figure.Skeleton, pose)[Skeleton.Of(Joint.LeftLowerLeg, side)];
            Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperArm, side), knee + new Vector3(-sign * .04f, .05f, .14f) * p.Scale, new(sign, -.3f, -.3f));
        }
        return pose;
    }

    /// <summary>Leans back on something behind, .2 m behind the origin.</summary>
    public static Pose Lean(Figure figure, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        pose.Hips += new Vector3(0, -.055f, -.09f) * p.Scale;
        pose[Joint.Hips] = Turned(-6, chance.Between(-4, 4), 0);
        pose[Joint.Spine] = Turned(-1, 0, 0);
        pose[Joint.Head] = Turned(9, chance.Between(-8, 8), chance.Between(-4, 4));
        var first = chance.Next() < .5f ? Side.Left : Side.Right;
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var sign = side == Side.Left ? 1 : -1;
            Plant(figure, pose, side, new(sign * p.HipWidth * .9f, 0, (side == first ? .30f : .16f) * p.Scale), sign * 8);
            HangArm(figure, pose, side, .02f, .03f);
        }
        return pose;
    }

    /// <summary>On the back, hips over the origin, head towards −Z.</summary>
    public static Pose Lie(Figure figure, float surface, int seed)
    {
        var (p, chance, pose) = Begin(figure, seed);
        pose.Hips = new(0, surface + .125f * p.Scale * (1 + .1f * Math.Max(0, p.Build)), 0);
        pose[Joint.Hips] = Turned(-90, 0, 0);
        pose[Joint.Neck] = Turned(10, 0, 0);
        pose[Joint.Head] = Turned(8, chance.Between(-25, 25), 0);
        var leg = p.HipHeight - p.AnkleHeight;
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var sign = side == Side.Left ? 1 : -1;
            Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperLeg, side), new(sign * p.HipWidth * chance.Between(1.1f, 1.7f), surface + .085f * p.Scale, leg * chance.Between(.96f, .99f)), new(sign * .2f, 1, 0));
            Limb.Turn(figure.Skeleton, pose, Skeleton.Of(Joint.LeftFoot, side), Turned(-62, sign * 18, 0));
            var wrist = new Vector3(sign * (p.ShoulderWidth + .14f * p.Scale), surface + .075f * p.Scale, -.02f * p.Scale);
            Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperArm, side), wrist, new(sign, -.15f, -.2f));
        }
        return pose;
    }

    /// <summary>On the back like somebody who fell: limbs and head as they came to rest, the jaw slack.</summary>
    public static Pose Dead(Figure figure, float surface, int seed)
    {
        var (p, chance, pose) = (figure.Proportions, new Chance(seed, "dead"), Lie(figure, surface, seed));
        var first = chance.Next() < .5f ? Side.Left : Side.Right;
        var sign = first == Side.Left ? 1 : -1;
        pose[Joint.Head] = Turned(2, sign * chance.Between(35, 60), 0);
        pose[Joint.Jaw] = Turned(7, 0, 0);
        var shoulder = p.ShoulderHeight - p.HipHeight;
        Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperArm, first), new(sign * (p.ShoulderWidth + .36f * p.Scale), surface + .07f * p.Scale, -shoulder - chance.Between(.02f, .25f) * p.Scale), new(sign * .2f, -.3f, 1));
        Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperLeg, first), new(sign * .30f * p.Scale, surface + .085f * p.Scale, (p.HipHeight - p.AnkleHeight) * .80f), new(sign, .35f, 0));
        return pose;
    }

    /// <summary>How far the joint of the hip is above what is sat on.</summary>
    private static float Seat(Proportions p) => .088f * p.Scale * (1 + .2f * Math.Max(0, p.Build));

    /// <summary>Puts a sole on a place of the floor, turned outwards by degrees.</summary>
    internal static void Plant(Figure figure, Pose pose, Side side, Vector3 sole, float yaw, float pitch = 0, Vector3? knee = null)
    {
        var turn = Turned(pitch, yaw, 0);
        var sign = side == Side.Left ? 1 : -1;
        var pole = knee ?? Vector3.Transform(new Vector3(sign * .06f, .1f, 1), Turned(0, yaw * .8f, 0));
        Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperLeg, side), sole + new Vector3(0, figure.Proportions.AnkleHeight, 0), pole);
        Limb.Turn(figure.Skeleton, pose, Skeleton.Of(Joint.LeftFoot, side), turn);
    }

    /// <summary>Lets an arm hang beside the body.</summary>
    internal static void HangArm(Figure figure, Pose pose, Side side, float forward, float out_)
    {
        var (p, s) = (figure.Proportions, figure.Skeleton);
        var sign = side == Side.Left ? 1 : -1;
        var shoulder = new Posture(s, pose)[Skeleton.Of(Joint.LeftUpperArm, side)];
        var room = (.045f + .10f * Math.Max(0, p.Build) + out_) * p.Scale + (p.Sex == Sex.Female ? .02f * p.Scale : 0);
        Limb.Reach(s, pose, Skeleton.Of(Joint.LeftUpperArm, side), shoulder + new Vector3(sign * room, -(p.UpperArm + p.LowerArm) * .972f, (.035f + forward) * p.Scale), new(sign * .35f, 0, -1));
    }

    /// <summary>Turns a hand so that its fingers point one way and its palm another.</summary>
    internal static void TurnPalm(Figure figure, Pose pose, Side side, Vector3 fingers, Vector3 palm)
    {
        var sign = side == Side.Left ? 1 : -1;
        var bone = Vector3.Normalize(new Vector3(sign, -1, 0));
        var from = Axes(bone, Vector3.Normalize(new Vector3(-sign, -1, 0)));
        Limb.Turn(figure.Skeleton, pose, Skeleton.Of(Joint.LeftHand, side), Quaternion.Normalize(Axes(fingers, palm) * Quaternion.Conjugate(from)));
    }

    /// <summary>A turn by degrees: about the figure's side (positive bends forward), its height (positive to its left), its depth (positive leans to its right).</summary>
    internal static Quaternion Turned(float forward, float left, float lean) =>
        Quaternion.CreateFromYawPitchRoll(left * MathF.PI / 180, forward * MathF.PI / 180, lean * MathF.PI / 180);

    private static Quaternion Axes(Vector3 along, Vector3 side)
    {
        var y = Vector3.Normalize(along);
        var z = Vector3.Normalize(side - y * Vector3.Dot(side, y));
        var x = Vector3.Cross(y, z);
        return Quaternion.CreateFromRotationMatrix(new(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }

    private static (Proportions P, Chance Chance, Pose Pose) Begin(Figure figure, int seed) => (figure.Proportions, new Chance(seed, "stance"), new Pose(figure.Skeleton));
}
