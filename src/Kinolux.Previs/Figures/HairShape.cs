using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>Hair and beard: a layer over the head, and what hangs or stands off.</summary>
internal static class HairShape
{
    /// <summary>True where the quad after a row and a column is under hair, so that nobody sees the skin.</summary>
    public static bool Covers(Looks looks, int row, int column)
    {
        if (looks.Hair.Value == HairStyle.Bald || looks.Hat.Value is HatKind.Veil or HatKind.Turban)
            return false;
        var covered = looks.Hat.Value is not (HatKind.None or HatKind.Crown or HatKind.Nurse);
        for (var i = 0; i < 4; i++)
            if (Layer(looks.Hair.Value, HeadShape.AngleOf(column + i / 2), HeadShape.HeightOf(row + i % 2), covered, looks) < .003f)
                return false;
        return true;
    }

    public static void Add(Sculpture to, HeadShape head, Sleeve sleeve, Looks looks)
    {
        var part = to.Part("hair", looks.HairColour.Value);
        var style = looks.Hair.Value;
        var covered = looks.Hat.Value is not (HatKind.None or HatKind.Crown or HatKind.Nurse);
        if (style != HairStyle.Bald && looks.Hat.Value is not (HatKind.Veil or HatKind.Turban))
        {
            to.Over(sleeve, part, (r, c) => Layer(style, HeadShape.AngleOf(c), HeadShape.HeightOf(r), covered, looks), (_, _) => Joint.Head);
            Hanging(to, head, style, part);
        }
        if (looks.Beard.Value != BeardStyle.None)
            Beard(to, head, sleeve, looks, part);
    }

    // How thick hair is at a place of the head, metres; below zero where there is none.
    private static float Layer(HairStyle style, float angle, float y, bool covered, Looks looks)
    {
        var side = MathF.Abs(angle);
        var older = Math.Clamp((looks.Age.Value - 40) / 40, 0, 1) * (looks.Sex.Value == Sex.Male ? .012f : .003f);
        // Brow, temple, before the ear, behind the ear, nape.
        var line = Line(side, style switch
        {
            HairStyle.Fringe => [.30f, .27f, .14f, .09f, .03f],
            HairStyle.Cropped => [.184f + older, .172f + older, .112f, .105f, .045f],
            HairStyle.Bob or HairStyle.Pigtails => [.166f, .150f, .085f, .06f, .012f],
            HairStyle.Long or HairStyle.Afro => [.182f, .165f, .080f, .06f, .0f],
            _ => [.182f + older, .168f + older, .092f, .088f, .024f],
        });
        var full = style switch
        {
            HairStyle.Cropped => .0045f,
            HairStyle.Fringe => .008f,
            HairStyle.Afro => .055f,
            HairStyle.Curly => .027f + .007f * MathF.Sin(angle * 9) * MathF.Sin(y * 190),
            HairStyle.Bob or HairStyle.Long => .017f,
            HairStyle.Bun or HairStyle.Ponytail or HairStyle.Braid or HairStyle.Pigtails => .009f,
            _ => .013f,
        };
        if (style == HairStyle.Fringe && y > .185f - .03f * MathF.Max(0, side - 1.5f))
            return -.004f;
        // Combed to one side: fuller over the brow on the left.
        if (style is HairStyle.Short or HairStyle.Long)
            full *= 1 + .45f * TrunkShape.Bump(angle, -.35f, .9f) * TrunkShape.Step(y, .16f, .2f) - .35f * TrunkShape.Bump(angle, .75f, .16f) * TrunkShape.Step(y, .15f, .19f);
        if (covered && y > .150f)
            full = Math.Min(full, .006f);
        var edge = style is HairStyle.Bob or HairStyle.Afro ? .010f : .014f;
        return Math.Clamp((y - line) / edge, -1, 1) is var t && t > 0 ? full * MathF.Sqrt(t) : -.003f + t * .004f;
    }

    private static float Line(float side, float[] heights)
    {
        ReadOnlySpan<float> angles = [0, .85f, 1.28f, 1.75f, 2.5f];
        var next = 1;
        while (next < 4 && angles[next] < side)
            next++;
        var t = Math.Clamp((side - angles[next - 1]) / (angles[next] - angles[next - 1]), 0, 1);
        return float.Lerp(heights[next - 1], heights[next], t * t * (3 - 2 * t));
    }

    private static void Hanging(Sculpture to, HeadShape head, HairStyle style, byte part)
    {
        switch (style)
        {
            case HairStyle.Long:
                Curtain(to, head, part, -.125f, .026f);
                break;
            case HairStyle.Bob:
                Curtain(to, head, part, -.004f, .020f);
                break;
            case HairStyle.Bun:
                Lock(to, head, part, [new(0, .168f, -.085f), new(0, .176f, -.105f), new(0, .182f, -.132f), new(0, .184f, -.150f)], [.018f, .036f, .034f, .012f], null);
                break;
            case HairStyle.Ponytail:
                Lock(to, head, part, [new(0, .165f, -.088f), new(0, .172f, -.118f), new(0, .140f, -.152f), new(0, .080f, -.158f), new(0, .010f, -.146f), new(0, -.05f, -.14f)], [.012f, .016f, .030f, .032f, .024f, .005f], Joint.Neck);
                break;
            case HairStyle.Braid:
                Lock(to, head, part, [new(0, .060f, -.070f), new(0, .030f, -.100f), new(0, -.005f, -.110f), new(0, -.040f, -.118f), new(0, -.075f, -.122f), new(0, -.11f, -.124f), new(0, -.15f, -.124f), new(0, -.18f, -.124f)], [.022f, .026f, .020f, .025f, .018f, .023f, .015f, .004f], Joint.Chest);
                break;
            case HairStyle.Pigtails:
                foreach (var sign in (int[])[1, -1])
                    Lock(to, head, part, [new(sign * .068f, .100f, -.045f), new(sign * .098f, .104f, -.05f), new(sign * .122f, .070f, -.05f), new(sign * .122f, .020f, -.045f), new(sign * .112f, -.035f, -.035f)], [.012f, .013f, .027f, .025f, .004f], null);
                break;
        }
    }

    // Hair that falls round the back of head and neck, from ear to ear.
    private static void Curtain(Sculpture to, HeadShape head, byte part, float down, float thick)
    {
        const int Half = 12;
        var rows = 8;
        var fall = new Sleeve(rows, Half * 2);
        for (var r = 0; r < rows; r++)
        {
            var t = r / (rows - 1f);
            var y = float.Lerp(.150f, down, t);
            for (var c = 0; c < Half * 2; c++)
            {
                var inner = c >= Half;
                var k = inner ? 2 * Half - 1 - c : c;
                var side = (k / (Half - 1f) - .5f) * 2;
                var angle = MathF.PI + side * float.Lerp(1.72f, 1.62f, t);
                var shell = head.Surface(angle, Math.Max(y, .075f));
                var out_ = inner ? -.012f : thick * (.55f + .45f * MathF.Sin(MathF.Min(1, t * 2.2f) * MathF.PI / 2)) * (1 - .25f * MathF.Abs(side) * (1 - t));
                var flat = new Vector3(shell.X, 0, shell.Z);
                fall[r, c] = head.World(flat + Vector3.Normalize(flat) * out_ * (t > .9f && !inner ? .7f : 1) + Vector3.UnitY * (y + (inner ? .012f * t : 0)));
                fall.Weight(r, c) = Weights.Mix(Joint.Head, Weights.Mix(Joint.Neck, Joint.Chest, .6f), TrunkShape.Step(-y, -.03f, .14f) * .8f);
            }
        }
        to.Add(fall, part);
    }

    private static void Lock(Sculpture to, HeadShape head, byte part, Vector3[] path, float[] radii, Joint? end)
    {
        var lock_ = new Sleeve(path.Length, 10);
        for (var r = 0; r < path.Length; r++)
        {
            var along = Vector3.Normalize(path[Math.Min(r + 1, path.Length - 1)] - path[Math.Max(r - 1, 0)]);
            var across = Vector3.Normalize(Vector3.Cross(along, MathF.Abs(along.X) > .8f ? Vector3.UnitZ : Vector3.UnitX));
            var other = Vector3.Cross(across, along);
            for (var c = 0; c < 10; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 10);
                lock_[r, c] = head.World(path[r] + radii[r] * (across * cos + other * sin));
                lock_.Weight(r, c) = end is { } joint ? Weights.Mix(Joint.Head, joint, .7f * r / (path.Length - 1f)) : Joint.Head;
            }
        }
        to.Add(lock_, part);
    }

    private static void Beard(Sculpture to, HeadShape head, Sleeve sleeve, Looks looks, byte hair)
    {
        var style = looks.Beard.Value;
        var part = style == BeardStyle.Stubble ? to.Part("stubble", Vector3.Lerp(looks.Skin.Value.Linear, looks.HairColour.Value.Linear, .35f)) : hair;
        to.Over(sleeve, part, (r, c) =>
        {
            var local = head.Surface(HeadShape.AngleOf(c), HeadShape.HeightOf(r));
            return HeadShape.AngleOf(c) is < -1.5f or > 1.5f ? -.004f : Beard(style, MathF.Abs(HeadShape.AngleOf(c)), local, r);
        });
        if (style != BeardStyle.Long)
            return;
        Lock(to, head, part, [new(0, .022f, .080f), new(0, .004f, .088f), new(0, -.030f, .088f), new(0, -.065f, .083f), new(0, -.10f, .076f)], [.030f, .038f, .036f, .026f, .005f], null);
    }

    private static float Beard(BeardStyle style, float angle, Vector3 local, int row)
    {
        var x = MathF.Abs(local.X);
        var moustache = TrunkShape.Step(.034f - x, 0, .010f) * TrunkShape.Step(local.Y, .0500f + .10f * MathF.Max(0, x - .018f) - .25f * MathF.Max(0, x - .018f), .0535f) * TrunkShape.Step(-local.Y, -.0665f, -.0600f);
        // From the sideburn down the cheek to the mouth's corner, and under the lip.
        var upper = angle > 1.05f ? .100f : float.Lerp(.040f, .092f, TrunkShape.Step(angle, .42f, 1.12f));
        var mouth = x < .026f && row >= HeadShape.Mouth - 3 && local.Y < .056f;
        var chin = mouth ? 0 : TrunkShape.Step(upper - local.Y, 0, .012f) * TrunkShape.Step(local.Y, -.012f, -.004f);
        if (x < .026f && local.Y > .036f)
            chin = 0;
        var amount = style switch
        {
            BeardStyle.Moustache => moustache * .0075f,
            BeardStyle.Goatee => MathF.Max(moustache * .006f, x < .030f ? chin * .010f * TrunkShape.Step(.030f - x, 0, .008f) : 0),
            BeardStyle.Stubble => MathF.Max(moustache, chin) * .0012f,
            BeardStyle.Long => MathF.Max(moustache * .009f, chin * .016f),
            _ => MathF.Max(moustache * .008f, chin * .011f),
        };
        return amount > .0003f ? amount : -.003f;
    }
}
