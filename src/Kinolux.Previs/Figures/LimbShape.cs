using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Arms and legs as tubes along their bones.</summary>
internal static class LimbShape
{
    private const int Columns = 11;

    // Along the arm (0 the shoulder, 1 the elbow, 2 the wrist), half width up and down, half width to front and back, metres of a body of 1.75 m.
    private static readonly (float At, float Up, float Front)[] Arm =
    [
        (-.082f, .014f, .020f), (-.070f, .029f, .036f), (-.03f, .042f, .049f), (.06f, .049f, .054f), (.17f, .050f, .054f), (.36f, .048f, .051f), (.58f, .044f, .047f), (.8f, .040f, .043f),
        (.93f, .039f, .040f), (1, .039f, .039f), (1.08f, .040f, .041f), (1.25f, .040f, .043f), (1.5f, .035f, .039f), (1.75f, .028f, .033f), (1.93f, .023f, .029f), (2.03f, .020f, .027f),
    ];

    // Down the leg (0 the hip, 1 the knee, 2 the ankle), half width to the side, depth before and behind.
    private static readonly (float At, float Side, float Front, float Back)[] Leg =
    [
        (-.16f, .030f, .040f, .040f), (-.13f, .060f, .075f, .075f), (-.03f, .082f, .092f, .098f), (.14f, .087f, .090f, .096f), (.32f, .082f, .086f, .086f), (.55f, .073f, .076f, .074f), (.78f, .063f, .066f, .062f),
        (.93f, .057f, .060f, .053f), (1, .055f, .059f, .051f), (1.08f, .053f, .054f, .053f), (1.22f, .055f, .049f, .064f), (1.42f, .053f, .046f, .064f), (1.65f, .043f, .041f, .050f), (1.85f, .036f, .036f, .040f), (1.97f, .034f, .035f, .038f), (2.06f, .033f, .034f, .038f), (2.14f, .031f, .032f, .034f),
    ];

    public static Sleeve MakeArm(Proportions p, Skeleton s, Side side, float thick, float covered)
    {
        var (shoulder, elbow, wrist) = (s[Skeleton.Of(Joint.LeftUpperArm, side)], s[Skeleton.Of(Joint.LeftLowerArm, side)], s[Skeleton.Of(Joint.LeftHand, side)]);
        var along = Vector3.Normalize(new Vector3(elbow.X - shoulder.X, elbow.Y - shoulder.Y, 0));
        var up = new Vector3(-along.Y * MathF.Sign(along.X), MathF.Abs(along.X), 0);
        var girth = p.Scale * (1 + .16f * p.Child) * Fleshy(p) * (p.Sex == Sex.Female ? .87f : p.Sex == Sex.Male ? 1 : .93f);
        var rings = Cuffed(Arm.Select(ring => (ring.At, ring.Up, ring.Front, ring.Front)).ToArray(), covered * 2, thick / girth, .006f);
        var sleeve = new Sleeve(rings.Length, Columns);
        for (var r = 0; r < rings.Length; r++)
        {
            var (at, wide, front, _) = rings[r];
            var middle = at <= 1 ? Vector3.Lerp(shoulder, elbow, at) : Vector3.Lerp(elbow, wrist, at - 1);
            if (at < 0)
                middle = shoulder + (elbow - shoulder) * at;
            for (var c = 0; c < Columns; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / Columns);
                sleeve[r, c] = middle + (up * cos * wide + Vector3.UnitZ * sin * front) * girth;
                sleeve.Weight(r, c) = ArmWeights(side, at);
            }
        }
        return sleeve;
    }

    public static Sleeve MakeLeg(Proportions p, Skeleton s, Side side, float thick, float covered)
    {
        var (hip, knee, ankle) = (s[Skeleton.Of(Joint.LeftUpperLeg, side)], s[Skeleton.Of(Joint.LeftLowerLeg, side)], s[Skeleton.Of(Joint.LeftFoot, side)]);
        var girth = p.Scale * (1 + .14f * p.Child) * Fleshy(p) * (p.Sex == Sex.Female ? 1.0f : p.Sex == Sex.Male ? 1.01f : .98f);
        var rings = Cuffed(Leg, covered >= 1 ? 2.07f : covered * 2, thick / girth, covered >= 1 ? .014f : .012f);
        var sleeve = new Sleeve(rings.Length, Columns);
        for (var r = 0; r < rings.Length; r++)
        {
            var (at, wide, front, back) = rings[r];
            var middle = at <= 1 ? Vector3.Lerp(hip, knee, at) : Vector3.Lerp(knee, ankle, at - 1);
            if (at < 0)
                middle = hip + (knee - hip) * at;
            for (var c = 0; c < Columns; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / Columns);
                sleeve[r, c] = middle + new Vector3(sin * wide, 0, cos * (cos >= 0 ? front : back)) * girth;
                sleeve.Weight(r, c) = LegWeights(side, at);
            }
        }
        return sleeve;
    }

    /// <summary>What moves a point of a leg: 0 at the hip, 1 at the knee, 2 at the ankle.</summary>
    public static Weights LegWeights(Side side, float at)
    {
        var weights = Weights.Mix(Joint.Hips, Skeleton.Of(Joint.LeftUpperLeg, side), TrunkShape.Step(at, -.2f, .16f));
        weights = Weights.Mix(weights, Skeleton.Of(Joint.LeftLowerLeg, side), TrunkShape.Step(at, .86f, 1.14f));
        return Weights.Mix(weights, Skeleton.Of(Joint.LeftFoot, side), TrunkShape.Step(at, 1.9f, 2.1f));
    }

    private static Weights ArmWeights(Side side, float at)
    {
        var weights = Weights.Mix(Skeleton.Of(Joint.LeftShoulder, side), Skeleton.Of(Joint.LeftUpperArm, side), .35f + .65f * TrunkShape.Step(at, -.15f, .2f));
        weights = Weights.Mix(weights, Skeleton.Of(Joint.LeftLowerArm, side), TrunkShape.Step(at, .86f, 1.14f));
        return Weights.Mix(weights, Skeleton.Of(Joint.LeftHand, side), TrunkShape.Step(at, 1.85f, 2.05f));
    }

    // Cloth: it stands off as far as it goes, hangs straight where a limb gets thinner, and ends in a step.
    private static (float At, float Side, float Front, float Back)[] Cuffed((float At, float Side, float Front, float Back)[] rings, float to, float thick, float loose)
    {
        if (to <= 0)
            return rings;
        var cloth = new List<(float, float, float, float)>();
        to = Math.Min(to, rings[^1].At - .05f);
        foreach (var (at, side, front, back) in rings)
        {
            if (at > to)
                break;
            var hang = loose * TrunkShape.Step(at, .2f, 1.6f);
            cloth.Add((at, side + thick + hang, front + thick + hang, back + thick + hang));
        }
        var (_, s, f, b) = cloth[^1];
        var under = At(rings, to);
        cloth.Add((to, Math.Max(s * .97f, under.Side + thick), Math.Max(f * .97f, under.Front + thick), Math.Max(b * .97f, under.Back + thick)));
        cloth.Add((to - .015f, under.Side, under.Front, under.Back));
        cloth.AddRange(rings.Where(ring => ring.At > to + .02f));
        return [.. cloth];
    }

    private static (float Side, float Front, float Back) At((float At, float Side, float Front, float Back)[] rings, float at)
    {
        var next = Math.Max(1, Array.FindIndex(rings, ring => ring.At >= at));
        var (a, b) = (rings[next - 1], rings[next]);
        var t = (at - a.At) / (b.At - a.At);
        return (float.Lerp(a.Side, b.Side, t), float.Lerp(a.Front, b.Front, t), float.Lerp(a.Back, b.Back, t));
    }

    private static float Fleshy(Proportions p) => 1 + (p.Build > 0 ? .20f : .17f) * p.Build;
}
