using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>What arms, head, eyes and jaw do over a stance. Each changes the pose that it is given.</summary>
public static class Gestures
{
    /// <summary>A gesture by name.</summary>
    /// <param name="target">What is pointed or aimed at, in the figure's space; straight ahead without it.</param>
    public static void Add(Figure figure, Pose pose, Gesture gesture, int seed, Vector3? target = null)
    {
        var chance = new Chance(seed, "gesture");
        var main = chance.Next() < .8f ? Side.Right : Side.Left;
        var other = main == Side.Right ? Side.Left : Side.Right;
        var at = new Frame(figure, pose);
        switch (gesture)
        {
            case Gesture.Point:
                Aim(figure, pose, main, target ?? at.Of(0, 0, 3), .93f);
                Poses.TurnPalm(figure, pose, main, Way(figure, pose, main, target ?? at.Of(0, 0, 3)), -Vector3.UnitY);
                Curl(pose, main, 80, 0);
                break;
            case Gesture.Gun:
                Aim(figure, pose, main, target ?? at.Of(0, 0, 3), .90f);
                Curl(pose, main, 70, 25);
                break;
            case Gesture.Phone:
                Hand(figure, pose, main, at.Of(.105f, .20f, .09f, main), new(Sign(main) * .8f, -.8f, .1f), Vector3.UnitY, new(-Sign(main), 0, .1f));
                Curl(pose, main, 45, 35);
                break;
            case Gesture.Cup:
                Hand(figure, pose, main, at.Of(.10f, -.20f, .32f, main), new(Sign(main) * .7f, -1, -.3f), new(-Sign(main) * .3f, .1f, 1), new(-Sign(main), 0, -.2f));
                Curl(pose, main, 55, 50);
                break;
            case Gesture.Carry:
                foreach (var side in (Side[])[Side.Left, Side.Right])
                    Hand(figure, pose, side, at.Of(.17f, -.33f, .34f, side), new(Sign(side), -.7f, -.5f), new(-Sign(side) * .35f, .1f, 1), new(-Sign(side) * .3f, 1, 0));
                break;
            case Gesture.Hug:
                foreach (var side in (Side[])[Side.Left, Side.Right])
                    Hand(figure, pose, side, at.Of(.13f, side == main ? -.06f : -.24f, .40f, side), new(Sign(side), -.25f, 0), new(-Sign(side) * .9f, 0, .4f), new(-Sign(side) * .3f, 0, -1));
                break;
            case Gesture.Fight:
                Hand(figure, pose, main, at.Of(.06f, .02f, .24f, main), new(Sign(main) * .5f, -1, -.2f), new(-Sign(main) * .2f, .7f, .7f), new(-Sign(main), 0, -.3f));
                Hand(figure, pose, other, at.Of(.10f, -.02f, .40f, other), new(Sign(other) * .5f, -1, -.1f), new(-Sign(other) * .2f, .5f, .9f), new(-Sign(other), 0, -.2f));
                Curl(pose, main, 95, 95);
                Curl(pose, other, 95, 95);
                break;
            case Gesture.HandsUp:
                foreach (var side in (Side[])[Side.Left, Side.Right])
                    Hand(figure, pose, side, at.Of(.26f, .22f + chance.Between(-.03f, .05f), .10f, side), new(Sign(side), -.6f, -.2f), new(Sign(side) * .12f, 1, 0), Vector3.UnitZ);
                break;
            case Gesture.LookDown:
                Tilt(pose, 14, 24);
                break;
            case Gesture.FoldArms:
                Hand(figure, pose, main, at.Of(-.085f, -.235f, .185f, main), new(Sign(main), -.55f, .1f), new(-Sign(main), .12f, 0), new(0, 0, -1));
                Hand(figure, pose, other, at.Of(-.085f, -.205f, .225f, other), new(Sign(other), -.55f, .2f), new(-Sign(other), .12f, -.1f), new(0, 0, -1));
                break;
            case Gesture.HandsOnHips:
                foreach (var side in (Side[])[Side.Left, Side.Right])
                    Hand(figure, pose, side, at.Of(.195f, -.42f, .05f, side), new(Sign(side), 0, -.55f), new(-Sign(side) * .5f, -.6f, .5f), new(-Sign(side), 0, -.2f));
                break;
            case Gesture.HideFace:
                Tilt(pose, 16, 22);
                foreach (var side in (Side[])[Side.Left, Side.Right])
                    Hand(figure, pose, side, new Frame(figure, pose).OfHead(.055f, -.075f, .155f, side), new(Sign(side) * .5f, -1, .2f), new(-Sign(side) * .12f, 1, -.05f), new(0, 0, -1));
                break;
            case Gesture.Wave:
                Hand(figure, pose, main, at.Of(.30f, .24f, .12f, main), new(Sign(main), -.8f, -.2f), new(Sign(main) * .25f, 1, 0), Vector3.UnitZ);
                break;
            case Gesture.Write:
                Tilt(pose, 8, 14);
                Hand(figure, pose, main, at.Of(.03f, -.36f, .36f, main), new(Sign(main), -.4f, -.6f), new(-Sign(main) * .4f, -.35f, 1), new(-Sign(main) * .6f, -1, 0));
                Curl(pose, main, 60, 30);
                break;
        }
    }

    /// <summary>
    /// Turns chest, head and eyes to a place, each its share and no further than people can: the head 80° aside and 50° up or down, eyes 32° more.
    /// Answers by how much the eyes miss it, radians; 0 where they meet it.
    /// </summary>
    /// <param name="target">In the figure's space.</param>
    public static float LookAt(Figure figure, Pose pose, Vector3 target)
    {
        var s = figure.Skeleton;
        var (yaw, pitch) = Towards(figure, pose, target);
        pose[Joint.Chest] *= Poses.Turned(0, Math.Clamp(yaw * .18f, -14, 14), 0);
        (yaw, pitch) = Towards(figure, pose, target);
        (yaw, pitch) = (Math.Clamp(yaw, -80, 80), Math.Clamp(pitch, -50, 50));
        pose[Joint.Neck] = Poses.Turned(pitch * .35f, yaw * .35f, 0);
        // The head goes most of the way, the eyes the rest.
        var chest = new Posture(s, pose).Turn(Joint.Chest);
        Limb.Turn(s, pose, Joint.Head, Quaternion.Normalize(chest * Poses.Turned(pitch * .9f, yaw * .9f, 0)));
        var miss = 0f;
        var posture = new Posture(s, pose);
        foreach (var eye in (Joint[])[Joint.LeftEye, Joint.RightEye])
        {
            var way = Vector3.Transform(Vector3.Normalize(target - posture[eye]), Quaternion.Conjugate(posture.Turn(Joint.Head)));
            var aside = MathF.Atan2(way.X, way.Z) * 180 / MathF.PI;
            var down = MathF.Asin(Math.Clamp(-way.Y, -1, 1)) * 180 / MathF.PI;
            pose[eye] = Poses.Turned(Math.Clamp(down, -25, 28), Math.Clamp(aside, -32, 32), 0);
            miss = Math.Max(miss, MathF.Acos(Math.Clamp(Vector3.Dot(way, Vector3.Transform(Vector3.UnitZ, pose[eye])), -1, 1)));
        }
        return miss;
    }

    /// <summary>Speaks: the jaw opens with the voice, head and hands move with the beats.</summary>
    /// <param name="seconds">Since the line began.</param>
    /// <param name="length">Of the line, seconds.</param>
    /// <param name="loudness">Of the voice now, 0 to 1.</param>
    public static void Talk(Figure figure, Pose pose, float seconds, float length, float loudness, int seed)
    {
        pose[Joint.Jaw] = Poses.Turned(1 + 15 * Math.Clamp(loudness, 0, 1), 0, 0);
        var ease = TrunkShape.Step(seconds, 0, .45f) * TrunkShape.Step(length - seconds, 0, .55f);
        if (ease <= 0)
            return;
        var chance = new Chance(seed, "talk");
        var (a, b, c) = (chance.Next() * 6, chance.Next() * 6, chance.Next() * 6);
        float Sway(float phase, float rate) => .6f * MathF.Sin(seconds * rate + phase) + .4f * MathF.Sin(seconds * rate * 1.73f + phase * 2.1f);
        pose[Joint.Head] *= Poses.Turned(ease * (1.6f + 2.6f * Sway(a, 3.1f)), ease * 3.0f * Sway(b, 1.9f), ease * 1.6f * Sway(c, 1.3f));
        var main = chance.Next() < .7f ? Side.Right : Side.Left;
        var lift = ease * TrunkShape.Step(Sway(b, 1.15f), -.25f, .65f) * chance.Between(.55f, 1);
        Raise(figure, pose, main, lift, Sway(a, 4.2f));
        if (chance.Next() < .5f)
            Raise(figure, pose, main == Side.Right ? Side.Left : Side.Right, lift * .8f, Sway(c, 4.2f));
    }

    /// <summary>Listens: the head nods now and then.</summary>
    /// <param name="seconds">Since the other began.</param>
    public static void Listen(Pose pose, float seconds, int seed)
    {
        var chance = new Chance(seed, "listen");
        var every = chance.Between(2.4f, 4.2f);
        var since = (seconds + chance.Next() * every) % every;
        var nod = since < .9f ? MathF.Sin(since / .9f * MathF.Tau) * MathF.Sin(since / .9f * MathF.PI) : 0;
        pose[Joint.Head] *= Poses.Turned(4.5f * nod, 1.2f * MathF.Sin(seconds * .7f + chance.Next() * 6), 1.5f * MathF.Sin(seconds * .43f + chance.Next() * 6));
    }

    /// <summary>Breathes, so that nobody is a statue.</summary>
    public static void Breathe(Pose pose, float seconds, int seed)
    {
        var phase = new Chance(seed, "breath").Next() * 6;
        pose[Joint.Chest] *= Poses.Turned(-.5f + .6f * MathF.Sin(seconds * 1.55f + phase), 0, 0);
        pose[Joint.Spine] *= Poses.Turned(0, .5f * MathF.Sin(seconds * .51f + phase), .4f * MathF.Sin(seconds * .37f + phase));
    }

    private static void Raise(Figure figure, Pose pose, Side side, float lift, float beat)
    {
        var shoulder = Skeleton.Of(Joint.LeftUpperArm, side);
        var before = (pose[shoulder], pose[shoulder + 1], pose[shoulder + 2]);
        var raised = pose.Copy();
        var at = new Frame(figure, pose);
        Hand(figure, raised, side, at.Of(.17f, -.20f + .035f * beat, .33f, side), new(Sign(side) * .8f, -1, -.4f), new(-Sign(side) * .25f, .35f, 1), new(-Sign(side) * .5f, .6f, 0));
        pose[shoulder] = Quaternion.Slerp(before.Item1, raised[shoulder], lift);
        pose[shoulder + 1] = Quaternion.Slerp(before.Item2, raised[shoulder + 1], lift);
        pose[shoulder + 2] = Quaternion.Slerp(before.Item3, raised[shoulder + 2], lift);
    }

    private static void Tilt(Pose pose, float neck, float head)
    {
        pose[Joint.Neck] *= Poses.Turned(neck, 0, 0);
        pose[Joint.Head] *= Poses.Turned(head, 0, 0);
    }

    // Yaw and pitch from the chest to a place, as the head would turn, degrees.
    private static (float Yaw, float Pitch) Towards(Figure figure, Pose pose, Vector3 target)
    {
        var posture = new Posture(figure.Skeleton, pose);
        var eyes = (posture[Joint.LeftEye] + posture[Joint.RightEye]) / 2;
        var way = Vector3.Transform(target - eyes, Quaternion.Conjugate(posture.Turn(Joint.Chest)));
        return (MathF.Atan2(way.X, way.Z) * 180 / MathF.PI, MathF.Atan2(-way.Y, MathF.Sqrt(way.X * way.X + way.Z * way.Z)) * 180 / MathF.PI);
    }

    private static Vector3 Way(Figure figure, Pose pose, Side side, Vector3 target) =>
        Vector3.Normalize(target - new Posture(figure.Skeleton, pose)[Skeleton.Of(Joint.LeftUpperArm, side)]);

    private static void Aim(Figure figure, Pose pose, Side side, Vector3 target, float share)
    {
        var root = Skeleton.Of(Joint.LeftUpperArm, side);
        var shoulder = new Posture(figure.Skeleton, pose)[root];
        Limb.Reach(figure.Skeleton, pose, root, shoulder + Vector3.Normalize(target - shoulder) * (figure.Proportions.UpperArm + figure.Proportions.LowerArm) * share, new(Sign(side) * .5f, -1, 0));
        pose[root + 2] = Quaternion.Identity;
    }

    private static void Hand(Figure figure, Pose pose, Side side, Vector3 wrist, Vector3 elbow, Vector3 fingers, Vector3 palm)
    {
        var trunk = new Posture(figure.Skeleton, pose).Turn(Joint.Chest);
        Limb.Reach(figure.Skeleton, pose, Skeleton.Of(Joint.LeftUpperArm, side), wrist, Vector3.Transform(elbow, trunk));
        Poses.TurnPalm(figure, pose, side, Vector3.Transform(fingers, trunk), Vector3.Transform(palm, trunk));
    }

    private static void Curl(Pose pose, Side side, float fingers, float index)
    {
        pose[Skeleton.Of(Joint.LeftFingers, side)] = Poses.Turned(0, 0, -Sign(side) * fingers);
        pose[Skeleton.Of(Joint.LeftIndex, side)] = Poses.Turned(0, 0, -Sign(side) * index);
    }

    private static int Sign(Side side) => side == Side.Left ? 1 : -1;

    // Places that move with the trunk: metres of a body of 1.75 m from between the shoulders, aside (outwards), up, forward.
    private readonly struct Frame(Figure figure, Pose pose)
    {
        private readonly Posture _posture = new(figure.Skeleton, pose);

        public Vector3 Of(float aside, float up, float forward, Side side = Side.Left) =>
            (_posture[Joint.LeftUpperArm] + _posture[Joint.RightUpperArm]) / 2 + Vector3.Transform(new Vector3(aside * Sign(side), up, forward + .06f * Math.Max(0, figure.Proportions.Build)) * figure.Proportions.Scale, _posture.Turn(Joint.Chest));

        public Vector3 OfHead(float aside, float up, float forward, Side side) =>
            _posture[Joint.Head] + Vector3.Transform(new Vector3(aside * Sign(side), up, forward) * figure.Proportions.HeadScale, _posture.Turn(Joint.Head));
    }
}
