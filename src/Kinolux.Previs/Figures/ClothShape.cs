using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Cloth over the trunk and below the waist: openings, ties, skirts, aprons, scarves, belts and cloaks.</summary>
internal sealed class ClothShape(Sculpture to, Proportions p, Skeleton s)
{
    public void Add(Outfit outfit, Looks looks)
    {
        foreach (var hanging in outfit.Hangs)
            Skirt(hanging);
        if (outfit.Opening is { } opening)
            Bib(to.Part("opening", opening), outfit.OpeningDepth, outfit.Thick);
        if (outfit.Tie is { } tie)
            Strip(to.Part("tie", tie), .075f, .40f, 1.13f, outfit.Thick, .009f);
        if (outfit.Buttoned)
            Strip(to.Part("buttons", outfit.Trunk.Linear * .6f), .012f, .36f, 1.13f - outfit.OpeningDepth * .76f, outfit.Thick, .0025f);
        if (looks.Worn(GarmentKind.Belt) is { } belt)
            Band(to.Part("belt", belt.Colour!), .345f, .40f, outfit.Thick + .010f);
        if (looks.Worn(GarmentKind.Apron) is { } apron)
            Apron(to.Part("apron", apron.Colour!), outfit);
        if (looks.Worn(GarmentKind.Scarf) is { } scarf)
            Band(to.Part("scarf", scarf.Colour!), 1.09f, 1.22f, outfit.Thick * .5f + .010f);
        else if (outfit.Thick > 0)
            Band(to.Part("collar", outfit.Opening is { } inner && outfit.OpeningDepth > .3f ? inner.Linear : outfit.Trunk.Linear * .88f), 1.12f, 1.185f, outfit.Thick * .4f + .007f);
        if (looks.Worn(GarmentKind.Cloak) is { } cloak)
            Cloak(to.Part("cloak", cloak.Colour!));
    }

    /// <summary>What moves cloth at a place below the waist: the legs, each its side, the knees below them.</summary>
    private Weights SkirtWeights(Vector3 point)
    {
        if (point.Y > s[Joint.Hips].Y + .05f * p.Scale)
            return TrunkShape.WeightsAt(s, point);
        var at = point.Y > p.KneeHeight ? (p.HipHeight - point.Y) / (p.HipHeight - p.KneeHeight) : 1 + (p.KneeHeight - point.Y) / (p.KneeHeight - p.AnkleHeight);
        var left = TrunkShape.Step(point.X / p.HipWidth, -1.1f, 1.1f);
        var legs = Weights.Mix(LimbShape.LegWeights(Side.Right, Math.Min(at, 1.8f)), LimbShape.LegWeights(Side.Left, Math.Min(at, 1.8f)), left);
        return Weights.Mix(Joint.Hips, legs, TrunkShape.Step(at, -.15f, .35f));
    }

    private void Skirt(Outfit.Hanging hanging)
    {
        var hem = hanging.Down <= .5f ? float.Lerp(p.HipHeight, p.KneeHeight, hanging.Down * 2) : float.Lerp(p.KneeHeight, 0, hanging.Down * 2 - 1);
        var top = p.HipHeight + .36f * (p.ShoulderHeight - p.HipHeight);
        // Cloth falls straight from where a body is widest.
        var (wide, front) = (0f, 0f);
        var steps = 4 + (int)(hanging.Down * 10);
        var skirt = new Sleeve(steps + 3, 22);
        for (var r = 0; r < steps + 3; r++)
        {
            var t = Math.Min(1, r / (float)steps);
            var y = float.Lerp(top, hem, t);
            var at = (y - p.HipHeight) / (p.ShoulderHeight - p.HipHeight);
            var ring = TrunkShape.SectionAt(p, Math.Max(at, -.02f));
            ring.Middle.Y = y;
            (wide, front) = (Math.Max(ring.Wide, wide * .99f), Math.Max(ring.Front, front * .975f));
            (ring.Wide, ring.Front) = (wide, front);
            var below = TrunkShape.Step(p.HipHeight - y, -.1f, Math.Max(.1f, p.HipHeight - hem));
            var narrow = hanging.Flare < .02f ? 0 : -.012f * below;
            var thick = (hanging.Thick + hanging.Flare * below + narrow) * p.Scale * (r == 0 ? .35f : 1);
            if (r > steps)
                (thick, ring.Middle.Y) = r == steps + 1 ? (thick - .008f * p.Scale, y + .004f) : (-.06f * p.Scale, y + .05f * p.Scale);
            for (var c = 0; c < 22; c++)
            {
                var angle = MathF.Tau * c / 22;
                var fold = hanging.Flare > .04f ? 1 + .10f * below * MathF.Cos(angle * 7) : 1;
                var point = TrunkShape.Point(ring, angle, thick * fold + hanging.Flare * .2f * below * p.Scale);
                skirt[r, c] = point;
                skirt.Weight(r, c) = SkirtWeights(point);
            }
        }
        to.Add(skirt, to.Part(hanging.Name, hanging.Colour));
    }

    private float HeightIn(float y) => (y - p.HipHeight) / (p.ShoulderHeight - p.HipHeight);

    // A wedge from the collar down the chest.
    private void Bib(byte part, float depth, float thick) =>
        Front(part, 1.13f - depth * .78f, 1.15f, t => .004f + .075f * t * (1 - .25f * t), thick, .0035f);

    private void Strip(byte part, float width, float from, float until, float under, float thick) =>
        Front(part, from, until, t => width * (width > .03f ? float.Lerp(.58f, .34f, t) * (t < .06f ? .3f : 1) : .5f), under, thick);

    // Cloth on the front of the trunk, half as wide as <paramref name="half"/> says from its foot (0) to its top (1).
    private void Front(byte part, float from, float until, Func<float, float> half, float under, float thick)
    {
        const int Rows = 11, Across = 9;
        var points = new Vector3[Rows, Across];
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Across; c++)
            {
                var t = r / (Rows - 1f);
                var x = (c / (Across - 1f) - .5f) * 2 * half(t) * p.Scale;
                points[r, c] = TrunkShape.FrontAt(p, float.Lerp(from, until, t), x, (under + (r is 0 || c is 0 or Across - 1 ? -.004f : thick)) * p.Scale);
            }
        to.Patch(points, (r, c) => TrunkShape.WeightsAt(s, points[r, c]), _ => part, new(0, points[0, 0].Y, -1));
    }

    private void Band(byte part, float low, float high, float thick)
    {
        var band = new Sleeve(4, 22);
        for (var r = 0; r < 4; r++)
        {
            var at = r is 0 or 1 ? low : high;
            var ring = TrunkShape.SectionAt(p, at);
            for (var c = 0; c < 22; c++)
            {
                var angle = MathF.Tau * c / 22;
                // Collars and scarves stand lower at the throat.
                var drop = low > 1 ? -.016f * p.Scale * MathF.Max(0, MathF.Cos(angle)) : 0;
                var point = TrunkShape.Point(ring, angle, (r is 0 or 3 ? -.004f : thick) * p.Scale) + new Vector3(0, drop, 0);
                band[r, c] = point;
                band.Weight(r, c) = TrunkShape.WeightsAt(s, point with { Y = Math.Min(point.Y, s[Joint.Neck].Y + .01f) });
            }
        }
        to.Add(band, part);
    }

    private void Apron(byte part, Outfit outfit)
    {
        Front(part, .33f, .9f, t => .135f - .03f * t, outfit.Thick, .008f);
        var points = new Vector3[8, 13];
        var weights = new Weights[8, 13];
        var under = outfit.Hangs.Count == 0 ? .014f : outfit.Hangs.Max(hang => hang.Thick + hang.Flare * .5f);
        for (var r = 0; r < 8; r++)
            for (var c = 0; c < 13; c++)
            {
                var y = float.Lerp(p.HipHeight + .37f * (p.ShoulderHeight - p.HipHeight), p.KneeHeight * 1.08f, r / 7f);
                var ring = TrunkShape.SectionAt(p, Math.Max(HeightIn(y), -.02f));
                ring.Middle.Y = y;
                points[r, c] = TrunkShape.Point(ring, (c / 12f - .5f) * 2.5f, (under * MathF.Min(1, .4f + r / 4f) + .016f) * p.Scale);
                weights[r, c] = SkirtWeights(points[r, c]);
            }
        to.Patch(points, (r, c) => weights[r, c], _ => part, new(0, p.HipHeight, -.2f));
    }

    private void Cloak(byte part)
    {
        const int Half = 15;
        var cloak = new Sleeve(10, Half * 2);
        for (var r = 0; r < 10; r++)
            for (var c = 0; c < Half * 2; c++)
            {
                var t = r / 9f;
                var inner = c >= Half;
                var k = inner ? 2 * Half - 1 - c : c;
                var angle = MathF.PI + (k / (Half - 1f) - .5f) * 2 * float.Lerp(2.6f, 1.9f, MathF.Min(1, t * 2));
                var y = float.Lerp(p.ShoulderHeight + .055f * p.Scale, p.KneeHeight * .5f, t);
                var round = TrunkShape.SectionAt(p, 1.10f);
                var (wide, deep) = (float.Lerp(round.Wide * .9f, p.ShoulderWidth + .10f * p.Scale, TrunkShape.Step(t, -.02f, .14f)), float.Lerp(.095f, .20f, TrunkShape.Step(t, 0, .7f)) * p.Scale);
                var (sin, cos) = MathF.SinCos(angle);
                var fold = 1 + .05f * t * MathF.Cos(angle * 9);
                var off = inner ? -.010f * p.Scale : 0;
                cloak[r, c] = new(sin * (wide + off) * fold, y, cos * (deep + off) * fold - .015f * p.Scale);
                cloak.Weight(r, c) = Weights.Mix(Joint.Chest, Weights.Mix(Joint.Hips, Joint.Chest, .3f), TrunkShape.Step(t, .1f, .6f));
            }
        to.Add(cloak, part);
    }
}
