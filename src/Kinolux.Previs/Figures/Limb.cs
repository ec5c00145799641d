using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Inverse kinematics: turns joints so that a hand, a foot or a gaze is where it is asked for.</summary>
internal static class Limb
{
    /// <summary>
    /// Bends an arm or a leg so that its end is at a place, by the law of cosines; the middle joint points to <paramref name="pole"/>.
    /// What is out of reach is reached for. Answers how far the end stays from its place, metres.
    /// </summary>
    /// <param name="root">The joint of shoulder or hip; elbow and wrist, knee and ankle follow it.</param>
    /// <param name="pole">Where elbow or knee points: a direction in the figure's space.</param>
    public static float Reach(Skeleton skeleton, Pose pose, Joint root, Vector3 place, Vector3 pole)
    {
        var (middle, end) = (root + 1, root + 2);
        var posture = new Posture(skeleton, pose);
        var start = posture[root];
        var (upper, lower) = (skeleton.Bone(root, middle), skeleton.Bone(middle, end));
        var (a, b) = (upper.Length(), lower.Length());
        var way = place - start;
        var wanted = way.Length();
        var along = wanted < 1e-5f ? -Vector3.UnitY : way / wanted;
        var reach = Math.Clamp(wanted, MathF.Abs(a - b) * 1.02f + .01f, (a + b) * .9995f);
        var bend = pole - along * Vector3.Dot(pole, along);
        bend = bend.LengthSquared() < 1e-8f ? Vector3.Normalize(Vector3.Cross(along, Vector3.UnitX)) : Vector3.Normalize(bend);
        var cos = Math.Clamp((a * a + reach * reach - b * b) / (2 * a * reach), -1, 1);
        var joint = start + along * (a * cos) + bend * (a * MathF.Sqrt(1 - cos * cos));
        var goal = start + along * reach;
        var carrier = posture.Turn(Skeleton.CarrierOf(root));
        // Limbs at rest lie in the plane of the figure's front: their hinge is across both the bone and the way that the elbow points.
        var isLeg = root is Joint.LeftUpperLeg or Joint.RightUpperLeg;
        var hinge = isLeg ? Vector3.UnitZ : -Vector3.UnitZ;
        var first = Frame(upper, hinge, joint - start, bend);
        var second = Frame(lower, hinge, goal - joint, bend);
        pose[root] = Quaternion.Normalize(Quaternion.Conjugate(carrier) * first);
        pose[middle] = Quaternion.Normalize(Quaternion.Conjugate(first) * second);
        return Vector3.Distance(goal, place);
    }

    /// <summary>Turns a joint so that it stands in the figure's space as asked.</summary>
    public static void Turn(Skeleton skeleton, Pose pose, Joint joint, Quaternion turn)
    {
        var carrier = new Posture(skeleton, pose).Turn(Skeleton.CarrierOf(joint));
        pose[joint] = Quaternion.Normalize(Quaternion.Conjugate(carrier) * turn);
    }

    /// <summary>The turn that takes one frame (a bone and the side to which its joint bends) to another.</summary>
    private static Quaternion Frame(Vector3 bone, Vector3 side, Vector3 toBone, Vector3 toSide) =>
        Quaternion.Normalize(Axes(toBone, toSide) * Quaternion.Conjugate(Axes(bone, side)));

    private static Quaternion Axes(Vector3 bone, Vector3 side)
    {
        var y = Vector3.Normalize(bone);
        var z = side - y * Vector3.Dot(side, y);
        z = z.LengthSquared() < 1e-9f ? Vector3.Normalize(Vector3.Cross(Vector3.UnitX, y)) : Vector3.Normalize(z);
        var x = Vector3.Cross(y, z);
        return Quaternion.CreateFromRotationMatrix(new(x.X, x.Y, x.Z, 0, y.X, y.Y, y.Z, 0, z.X, z.Y, z.Z, 0, 0, 0, 0, 1));
    }
}
