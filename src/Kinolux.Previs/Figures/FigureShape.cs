using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Figures;

/// <summary>Puts a figure together from its parts.</summary>
internal static class FigureShape
{
    public static (Mesh Mesh, Weights[] Weights, string[] Parts, Vector3[] Tones) Make(Looks looks, Proportions p, Skeleton s)
    {
        var to = new Sculpture();
        var outfit = Outfit.Of(looks);
        var skin = to.Part("skin", looks.Skin.Value);
        var (top, legs, arms) = (to.Part("top", outfit.Trunk), to.Part("legs", outfit.Legs), to.Part("arms", outfit.Arms));
        var whole = outfit.Hangs.FirstOrDefault(hang => hang.Name is "dress" or "coat");
        var trunk = TrunkShape.Make(p, s, r => (r > TrunkShape.Collar ? 0 : r > TrunkShape.Waist ? outfit.Thick : outfit.Trousers > 0 ? .007f : .004f) * p.Scale);
        to.Add(trunk, (r, _) => r >= TrunkShape.Collar ? skin : r >= TrunkShape.Waist ? (outfit.Thick > 0 ? top : skin) : outfit.Trousers > 0 ? legs : whole is null ? top : to.Part(whole.Name, whole.Colour));
        new ClothShape(to, p, s).Add(outfit, looks);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            var arm = LimbShape.MakeArm(p, s, side, outfit.Thick, outfit.Sleeve);
            var cuff = Cuff(arm, outfit.Sleeve, false);
            to.Add(arm, (r, _) => r < cuff ? arms : skin);
            var leg = LimbShape.MakeLeg(p, s, side, .009f * p.Scale, outfit.Trousers);
            var hem = Cuff(leg, outfit.Trousers, true);
            to.Add(leg, (r, _) => r < hem ? legs : skin);
            HandShape.Add(to, p, s, side, looks.Worn(GarmentKind.Gloves) is { } gloves ? to.Part("gloves", gloves.Colour!) : skin);
            ShoeShape.Add(to, p, s, side, looks);
        }
        var head = new HeadShape(p, Face.Of(p, looks.Seed));
        var skull = head.Make();
        FaceShape.Add(to, head, skull, looks, (r, c) => HairShape.Covers(looks, r, c));
        HairShape.Add(to, head, skull, looks);
        HatShape.Add(to, head, skull, looks);
        return to.Finish();
    }

    // The row at which cloth ends: the first at which a limb goes back on itself.
    private static int Cuff(Sleeve limb, float covered, bool down)
    {
        if (covered <= 0)
            return 0;
        for (var r = 1; r < limb.Rows; r++)
            if (down ? limb.Middle(r).Y > limb.Middle(r - 1).Y : MathF.Abs(limb.Middle(r).X) < MathF.Abs(limb.Middle(r - 1).X))
                return r;
        return limb.Rows;
    }
}
