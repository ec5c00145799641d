using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A shoe, a boot or a bare foot: rings from the heel to the toe with a flat sole. Measures are of a foot of .266 m.</summary>
internal static class ShoeShape
{
    private static readonly (float Z, float Wide, float Low, float High)[] Rings =
    [
        (-.072f, .010f, .012f, .040f), (-.066f, .025f, .002f, .062f), (-.050f, .0335f, 0, .082f), (-.020f, .037f, 0, .098f), (.012f, .0375f, 0, .100f), (.042f, .0385f, 0, .086f), (.072f, .0415f, 0, .070f),
        (.105f, .0455f, 0, .057f), (.135f, .0480f, 0, .049f), (.160f, .0460f, .001f, .043f), (.182f, .0370f, .004f, .037f), (.196f, .0240f, .009f, .031f), (.202f, .010f, .014f, .025f),
    ];

    public static void Add(Sculpture to, Proportions p, Skeleton s, Side side, Looks looks)
    {
        var boots = looks.Worn(GarmentKind.Boots);
        var worn = boots ?? looks.Worn(GarmentKind.Shoes);
        var bare = worn is null;
        var part = bare ? to.Part("skin", looks.Skin.Value) : to.Part("shoes", worn!.Colour!);
        var sole = bare ? part : to.Part("soles", worn!.Colour!.Linear * .35f);
        var ankle = s[Skeleton.Of(Joint.LeftFoot, side)];
        var sign = side == Side.Left ? 1 : -1;
        var scale = p.Foot / .266f;
        var (foot, toes) = (Skeleton.Of(Joint.LeftFoot, side), Skeleton.Of(Joint.LeftToes, side));
        var shoe = new Sleeve(Rings.Length, 12);
        for (var r = 0; r < Rings.Length; r++)
        {
            var (z, wide, low, high) = Rings[r];
            wide *= (bare ? .92f : 1) * (p.Sex == Sex.Female ? .92f : 1) * (1 + .12f * p.Child);
            for (var c = 0; c < 12; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * (c + .5f) / 12);
                // Flat below, round above; the toe points a little outwards.
                var up = sin < -.3f ? low : sin < .3f ? float.Lerp(low, high, .16f) : float.Lerp(low, high * (bare ? .94f : 1), .30f + .70f * (sin - .3f) / .7f);
                var across = sin < -.3f ? MathF.CopySign(MathF.Min(1, MathF.Abs(cos) * 1.08f), cos) : cos * (sin < .3f ? 1.02f : 1);
                shoe[r, c] = new(ankle.X + (across * wide + sign * .10f * MathF.Max(0, z) * .6f) * scale, up * scale, ankle.Z + z * scale + .008f * scale);
                shoe.Weight(r, c) = Weights.Mix(foot, toes, TrunkShape.Step(z, .105f, .145f));
            }
        }
        to.Add(shoe, (_, c) => c is >= 6 and <= 10 ? sole : part);
        if (boots is not null)
            Shaft(to, p, s, side, part);
    }

    private static void Shaft(Sculpture to, Proportions p, Skeleton s, Side side, byte part)
    {
        var (knee, ankle) = (s[Skeleton.Of(Joint.LeftLowerLeg, side)], s[Skeleton.Of(Joint.LeftFoot, side)]);
        ReadOnlySpan<(float At, float Wide)> rings = [(1.08f, .054f), (.93f, .069f), (.75f, .075f), (.55f, .081f), (.32f, .087f), (.31f, .060f)];
        var shaft = new Sleeve(rings.Length, 11);
        for (var r = 0; r < rings.Length; r++)
            for (var c = 0; c < 11; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 11);
                var girth = p.Scale * (1 + .2f * Math.Max(0, p.Build));
                shaft[r, c] = Vector3.Lerp(knee, ankle, rings[r].At) + new Vector3(sin, 0, cos - .1f) * rings[r].Wide * girth;
                shaft.Weight(r, c) = LimbShape.LegWeights(side, 1 + rings[r].At);
            }
        to.Add(shaft, part);
    }
}
