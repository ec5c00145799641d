using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A hand: a palm, a thumb and four fingers, slightly curled. Measures are of a hand of .189 m.</summary>
internal static class HandShape
{
    // How far across the palm (to the thumb's side), length, radius.
    private static readonly (float Across, float Length, float Radius)[] Fingers = [(.030f, .080f, .0098f), (.0100f, .088f, .0102f), (-.0105f, .082f, .0098f), (-.0300f, .064f, .0088f)];

    public static void Add(Sculpture to, Proportions p, Skeleton s, Side side, byte part)
    {
        var (wrist, elbow) = (s[Skeleton.Of(Joint.LeftHand, side)], s[Skeleton.Of(Joint.LeftLowerArm, side)]);
        var along = Vector3.Normalize(new Vector3(wrist.X - elbow.X, wrist.Y - elbow.Y, 0));
        var back = new Vector3(-along.Y * MathF.Sign(along.X), MathF.Abs(along.X), 0);
        var scale = p.Hand / .189f * (p.Sex == Sex.Female ? .96f : 1);
        var girth = scale * (1 + .1f * p.Child) * (p.Sex == Sex.Female ? .92f : 1);
        Vector3 At(float a, float across, float up) => wrist + along * a * scale + Vector3.UnitZ * across * girth + back * up * girth;
        var hand = Skeleton.Of(Joint.LeftHand, side);

        ReadOnlySpan<(float At, float Wide, float Thick)> rings = [(-.012f, .024f, .017f), (.008f, .027f, .0175f), (.035f, .036f, .0165f), (.062f, .042f, .0150f), (.086f, .0425f, .0128f), (.094f, .036f, .0080f)];
        var palm = new Sleeve(rings.Length, 10);
        for (var r = 0; r < rings.Length; r++)
            for (var c = 0; c < 10; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 10);
                palm[r, c] = At(rings[r].At, MathF.CopySign(MathF.Pow(MathF.Abs(cos), .8f), cos) * rings[r].Wide, MathF.CopySign(MathF.Pow(MathF.Abs(sin), .85f), sin) * rings[r].Thick);
                palm.Weight(r, c) = Weights.Mix(hand, Skeleton.Of(Joint.LeftFingers, side), r == 5 ? .5f : 0);
            }
        to.Add(palm, part);
        for (var f = 0; f < 4; f++)
        {
            var (across, length, radius) = Fingers[f];
            Digit(to, part, Skeleton.Of(f == 0 ? Joint.LeftIndex : Joint.LeftFingers, side), hand,
                [At(.078f, across, 0), At(.092f, across, .0f), At(.090f + length * .42f, across * 1.04f, -.007f), At(.090f + length * .76f, across * 1.02f, -.018f), At(.090f + length * .96f, across, -.029f), At(.090f + length, across * .99f, -.033f)],
                [radius * .9f, radius, radius, radius * .92f, radius * .78f, radius * .4f], girth);
        }
        Digit(to, part, hand, hand, [At(.010f, .012f, -.004f), At(.030f, .036f, -.010f), At(.056f, .054f, -.016f), At(.080f, .060f, -.020f), At(.096f, .061f, -.022f), At(.102f, .060f, -.023f)], [.012f, .0150f, .0122f, .0110f, .0090f, .0045f], girth);
    }

    private static void Digit(Sculpture to, byte part, Joint joint, Joint root, Vector3[] path, float[] radii, float scale)
    {
        var digit = new Sleeve(path.Length, 5);
        for (var r = 0; r < path.Length; r++)
        {
            var along = Vector3.Normalize(path[Math.Min(r + 1, path.Length - 1)] - path[Math.Max(r - 1, 0)]);
            var across = Vector3.Normalize(Vector3.Cross(along, MathF.Abs(along.Z) > .8f ? Vector3.UnitX : Vector3.UnitZ));
            var other = Vector3.Cross(across, along);
            for (var c = 0; c < 5; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 5);
                digit[r, c] = path[r] + radii[r] * scale * (across * cos + other * sin);
                digit.Weight(r, c) = r < 2 ? Weights.Mix(root, joint, .5f * r) : joint;
            }
        }
        to.Add(digit, part);
    }
}
