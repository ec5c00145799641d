using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Pelvis, trunk and neck as one tube of rings.</summary>
internal static class TrunkShape
{
    private const int Columns = 22;

    // Height (0 the joint of the hip, 1 of the shoulder), half width, depth before and behind the spine, metres of a body of 1.75 m.
    private static readonly (float At, float Wide, float Front, float Back)[] Rings =
    [
        (-.205f, .050f, .045f, .055f), (-.185f, .100f, .075f, .095f), (-.10f, .152f, .098f, .122f), (0, .170f, .108f, .130f), (.126f, .166f, .108f, .112f),
        (.25f, .153f, .106f, .090f), (.372f, .142f, .103f, .084f), (.516f, .146f, .106f, .090f), (.66f, .156f, .114f, .102f), (.75f, .163f, .119f, .108f),
        (.84f, .168f, .119f, .111f), (.928f, .174f, .109f, .110f), (1.00f, .181f, .092f, .104f), (1.05f, .172f, .076f, .094f), (1.09f, .132f, .064f, .088f),
        (1.13f, .090f, .053f, .084f), (1.165f, .067f, .047f, .076f), (1.20f, .060f, .046f, .070f), (1.26f, .057f, .047f, .064f), (1.36f, .055f, .040f, .058f),
    ];

    /// <summary>The row of the waist, where trousers begin.</summary>
    public const int Waist = 5;

    /// <summary>The row of the collar, where cloth ends.</summary>
    public const int Collar = 16;

    public static Sleeve Make(Proportions p, Skeleton skeleton, Func<int, float> thickness)
    {
        var sleeve = new Sleeve(Rings.Length, Columns);
        for (var r = 0; r < Rings.Length; r++)
        {
            var ring = Section(p, Rings[r]);
            var thick = thickness(r);
            for (var c = 0; c < Columns; c++)
            {
                var point = Point(ring, MathF.Tau * c / Columns, thick) + Bust(p, Rings[r].At, MathF.Tau * c / Columns);
                sleeve[r, c] = point;
                sleeve.Weight(r, c) = WeightsAt(skeleton, point);
            }
        }
        return sleeve;
    }

    /// <summary>A ring of the trunk at a height of its scale, metres: middle, half width, depth before and behind.</summary>
    public static (Vector3 Middle, float Wide, float Front, float Back) SectionAt(Proportions p, float at)
    {
        var next = 1;
        while (next < Rings.Length - 1 && Rings[next].At < at)
            next++;
        var (a, b) = (Rings[next - 1], Rings[next]);
        var t = Math.Clamp((at - a.At) / (b.At - a.At), 0, 1);
        return Section(p, (at, float.Lerp(a.Wide, b.Wide, t), float.Lerp(a.Front, b.Front, t), float.Lerp(a.Back, b.Back, t)));
    }

    /// <summary>A point of a ring, at an angle from the front.</summary>
    public static Vector3 Point((Vector3 Middle, float Wide, float Front, float Back) ring, float angle, float thick)
    {
        var (sin, cos) = MathF.SinCos(angle);
        var depth = cos >= 0 ? ring.Front : ring.Back;
        return ring.Middle + new Vector3(MathF.CopySign(MathF.Pow(MathF.Abs(sin), .86f), sin) * (ring.Wide + thick), 0, MathF.CopySign(MathF.Pow(MathF.Abs(cos), .86f), cos) * (depth + thick));
    }

    private static (Vector3 Middle, float Wide, float Front, float Back) Section(Proportions p, (float At, float Wide, float Front, float Back) ring)
    {
        var girth = p.Scale * (1 + .12f * p.Child) * (1 + (p.Build > 0 ? .10f : .15f) * p.Build);
        var shoulder = p.ShoulderWidth / .1846f / p.Scale;
        var hip = p.HipWidth / .0875f / p.Scale * (p.Sex == Sex.Female ? 1.02f : 1);
        var high = Math.Clamp((ring.At - .3f) / .6f, 0, 1);
        var neck = Math.Clamp((ring.At - 1.08f) / .08f, 0, 1);
        var breadth = float.Lerp(float.Lerp(hip, shoulder, high), p.Sex switch { Sex.Female => .86f, Sex.Male => 1, _ => .93f } * (1 - .06f * p.Child), neck);
        var belly = Bump(ring.At, .28f, .26f);
        var waist = 1 - (p.Sex == Sex.Female ? .09f : p.Sex == Sex.Male ? 0 : .03f) * (1 - p.Child) * Bump(ring.At, .40f, .16f);
        var fat = Math.Max(0, p.Build) * (1 - neck);
        var wide = ring.Wide * girth * breadth * waist * (1 + .26f * fat * belly);
        var front = ring.Front * girth * (1 + .12f * p.Child * belly) * float.Lerp(1, breadth, neck) + .125f * p.Scale * fat * belly;
        var back = ring.Back * girth * float.Lerp(1, breadth, neck) * (1 + .08f * fat);
        var height = p.HipHeight + ring.At * (p.ShoulderHeight - p.HipHeight);
        if (ring.At > 1)
            height = p.ShoulderHeight + (ring.At - 1) * .486f * float.Lerp(p.Scale, (p.ChinHeight - p.ShoulderHeight) / .112f, .7f);
        if (ring.At < 0)
            height = p.HipHeight + ring.At * .486f * p.Scale;
        var forward = Math.Clamp((ring.At - 1.05f) / .3f, 0, 1) * (p.HeadForward - .004f * p.Scale);
        var stoop = Math.Clamp((p.Age - 60) / 30, 0, 1) * .02f * p.Scale * Bump(ring.At, .95f, .3f);
        return (new(0, height, forward - stoop), wide, front, back + stoop * .6f);
    }

    private static Vector3 Bust(Proportions p, float at, float angle)
    {
        if (p.Sex != Sex.Female || p.Age < 13)
            return Vector3.Zero;
        var side = MathF.Abs(MathF.Sin(angle));
        return MathF.Cos(angle) <= 0 ? Vector3.Zero : new Vector3(0, 0, .030f * p.Scale * (1 + .3f * Math.Max(0, p.Build)) * Bump(at, .79f, .13f) * Bump(side, .5f, .38f));
    }

    /// <summary>The point of the chest or belly that is seen at a place from before.</summary>
    /// <param name="at">0 the joint of the hip, 1 of the shoulder.</param>
    public static Vector3 FrontAt(Proportions p, float at, float x, float thick)
    {
        var ring = SectionAt(p, at);
        var angle = MathF.Asin(MathF.CopySign(MathF.Pow(Math.Min(1, MathF.Abs(x) / (ring.Wide + thick)), 1 / .86f), x));
        return Point(ring, angle, thick) + Bust(p, at, angle);
    }

    public static float Bump(float x, float middle, float width)
    {
        var d = (x - middle) / width;
        return MathF.Exp(-d * d);
    }

    /// <summary>0 below, 1 above, smooth between.</summary>
    public static float Step(float x, float low, float high)
    {
        var t = Math.Clamp((x - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>What moves a point of the trunk.</summary>
    public static Weights WeightsAt(Skeleton s, Vector3 point)
    {
        var near = (s[Joint.Chest].Y - s[Joint.Spine].Y) * .55f;
        var spine = Step(point.Y, s[Joint.Spine].Y - near, s[Joint.Spine].Y + near);
        var chest = Step(point.Y, s[Joint.Chest].Y - near, s[Joint.Chest].Y + near);
        var neckAt = s[Joint.Neck].Y;
        var neckNear = (s[Joint.Head].Y - neckAt) * .6f;
        var neck = Step(point.Y, neckAt - neckNear, neckAt + neckNear);
        var weights = Weights.Mix(Weights.Mix(Weights.Mix(Joint.Hips, Joint.Spine, spine), Joint.Chest, chest), Joint.Neck, neck);
        weights = Weights.Mix(weights, Joint.Head, Step(point.Y, s[Joint.Head].Y - neckNear, s[Joint.Head].Y + neckNear * .3f));
        var arm = s[Joint.LeftUpperArm];
        var shoulder = Step(MathF.Abs(point.X), arm.X * .35f, arm.X * .95f) * Step(point.Y, arm.Y - .16f * arm.X / .19f, arm.Y) * .7f;
        return Weights.Mix(weights, point.X > 0 ? Joint.LeftShoulder : Joint.RightShoulder, shoulder * (1 - neck));
    }
}
