using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>What is worn on a head, turned on the oval of the head from a profile.</summary>
internal static class HatShape
{
    private const int Columns = 28;

    // Height, how far it stands off the head's oval; below −.05 it closes over the crown.
    private static (float Y, float Out)[] Profile(HatKind kind) => kind switch
    {
        HatKind.Brim => [(.163f, .010f), (.165f, .058f), (.169f, .060f), (.172f, .058f), (.173f, .016f), (.215f, .010f), (.250f, .002f), (.262f, -.014f), (.258f, -.045f), (.254f, -.070f)],
        HatKind.Cowboy => [(.160f, .010f), (.165f, .080f), (.169f, .083f), (.172f, .080f), (.171f, .018f), (.220f, .008f), (.268f, -.004f), (.278f, -.020f), (.266f, -.050f), (.262f, -.070f)],
        HatKind.Top => [(.163f, .010f), (.165f, .042f), (.169f, .044f), (.172f, .042f), (.173f, .014f), (.240f, .010f), (.310f, .016f), (.318f, .012f), (.320f, -.03f), (.320f, -.070f)],
        HatKind.Bowler => [(.163f, .010f), (.165f, .036f), (.169f, .038f), (.173f, .036f), (.172f, .014f), (.205f, .014f), (.235f, .002f), (.255f, -.018f), (.266f, -.045f), (.269f, -.070f)],
        HatKind.Cap => [(.168f, .010f), (.168f, .013f), (.176f, .013f), (.177f, .014f), (.205f, .012f), (.228f, .000f), (.243f, -.020f), (.250f, -.045f), (.252f, -.070f)],
        HatKind.Peaked => [(.166f, .010f), (.166f, .014f), (.174f, .014f), (.176f, .014f), (.200f, .014f), (.222f, .040f), (.232f, .042f), (.240f, .034f), (.246f, -.02f), (.247f, -.070f)],
        HatKind.Sailor => [(.178f, .008f), (.179f, .015f), (.200f, .018f), (.218f, .022f), (.219f, .010f), (.232f, .000f), (.241f, -.020f), (.247f, -.045f), (.249f, -.070f)],
        HatKind.Wool => [(.158f, .008f), (.159f, .019f), (.184f, .020f), (.186f, .014f), (.212f, .012f), (.236f, -.004f), (.252f, -.022f), (.260f, -.045f), (.263f, -.070f)],
        HatKind.Helmet => [(.140f, .020f), (.142f, .036f), (.147f, .038f), (.150f, .032f), (.190f, .034f), (.225f, .020f), (.250f, -.004f), (.264f, -.030f), (.272f, -.055f), (.274f, -.070f)],
        HatKind.Turban => [(.150f, .006f), (.153f, .030f), (.175f, .044f), (.205f, .044f), (.230f, .026f), (.245f, .000f), (.258f, -.020f), (.266f, -.045f), (.268f, -.070f)],
        HatKind.Chef => [(.170f, .008f), (.170f, .013f), (.220f, .013f), (.225f, .020f), (.250f, .044f), (.285f, .054f), (.318f, .036f), (.334f, -.01f), (.336f, -.070f)],
        HatKind.Nurse => [(.196f, .012f), (.198f, .020f), (.240f, .022f), (.244f, .014f), (.236f, -.02f), (.232f, -.070f)],
        HatKind.Crown => [(.176f, .010f), (.176f, .018f), (.190f, .018f), (.232f, .026f), (.230f, .020f), (.192f, .012f), (.186f, -.070f)],
        _ => [],
    };

    public static void Add(Sculpture to, HeadShape head, Sleeve sleeve, Looks looks)
    {
        var kind = looks.Hat.Value;
        var part = to.Part("hat", looks.HatColour);
        if (kind is HatKind.Hood or HatKind.Headscarf or HatKind.Veil)
            Cloth(to, head, sleeve, kind, part);
        var profile = Profile(kind);
        if (profile.Length == 0)
            return;
        var band = to.Part("band", looks.HatColour.Linear * .45f);
        var hat = new Sleeve(profile.Length, Columns);
        for (var r = 0; r < profile.Length; r++)
            for (var c = 0; c < Columns; c++)
            {
                hat[r, c] = Point(head, kind, r, profile[r], MathF.Tau * c / Columns, c);
                hat.Weight(r, c) = Joint.Head;
            }
        to.Add(hat, (r, _) => kind is HatKind.Brim or HatKind.Cowboy or HatKind.Bowler or HatKind.Top && r == 4 || kind == HatKind.Peaked && r is 0 or 1 ? band : part);
        if (kind is HatKind.Cap or HatKind.Peaked)
            Visor(to, head, kind, kind == HatKind.Peaked ? band : part);
    }

    private static Vector3 Point(HeadShape head, HatKind kind, int row, (float Y, float Out) at, float angle, int column)
    {
        var (sin, cos) = MathF.SinCos(angle);
        var (wide, deep) = (.0775f * head.Face.Breadth + .004f, cos >= 0 ? .0945f : .1035f);
        var out_ = Math.Max(at.Out, -Math.Min(wide, deep) * .92f);
        var y = at.Y + kind switch
        {
            HatKind.Cowboy when row is >= 1 and <= 3 => .045f * sin * sin - .016f,
            HatKind.Brim when row is >= 1 and <= 3 => -.008f * cos * cos + .006f * sin * sin,
            HatKind.Crown when row is 3 or 4 => column % 4 < 2 ? .016f : -.022f,
            HatKind.Peaked when row is >= 5 => .016f * cos,
            HatKind.Helmet when row <= 3 => -.012f * (1 - cos) * .5f + .010f * cos,
            HatKind.Brim or HatKind.Cowboy when row >= 7 => -.010f * MathF.Abs(cos) * 0 + .008f * sin * sin,
            _ => 0,
        };
        // Hats sit a little to the back.
        return head.World(new(sin * (wide + out_), y + .010f * cos, cos * (deep + out_) - .002f));
    }

    private static void Visor(Sculpture to, HeadShape head, HatKind kind, byte part)
    {
        const int Across = 13;
        var peak = new Sleeve(4, Across * 2);
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < Across * 2; c++)
            {
                var top = c < Across;
                var k = top ? c : 2 * Across - 1 - c;
                var angle = (k / (Across - 1f) - .5f) * 2.3f;
                var (sin, cos) = MathF.SinCos(angle);
                var reach = r / 3f * (kind == HatKind.Cap ? .068f : .048f) * MathF.Pow(MathF.Max(0, MathF.Cos(angle * 1.28f)), .55f);
                var y = .178f - r / 3f * (kind == HatKind.Cap ? .016f : .026f) - .014f * sin * sin + (top ? .002f : -.002f);
                peak[r, c] = head.World(new(sin * .088f, y, cos * .100f + reach - .004f));
                peak.Weight(r, c) = Joint.Head;
            }
        to.Add(peak, part);
    }

    private static void Cloth(Sculpture to, HeadShape head, Sleeve sleeve, HatKind kind, byte part)
    {
        var thick = kind == HatKind.Hood ? .030f : .016f;
        to.Over(sleeve, part, (r, c) =>
        {
            var (side, y) = (MathF.Abs(HeadShape.AngleOf(c)), HeadShape.HeightOf(r));
            var open = side < 1.25f ? 1 - MathF.Pow(side / 1.15f, 2) - MathF.Pow((y - .092f) / .093f, 2) : -1;
            return open > 0 ? -.004f : Math.Min(thick, -open * .06f);
        }, (_, _) => Joint.Head);
        const int Half = 13;
        var fall = new Sleeve(7, Half * 2);
        for (var r = 0; r < 7; r++)
            for (var c = 0; c < Half * 2; c++)
            {
                var t = r / 6f;
                var inner = c >= Half;
                var k = inner ? 2 * Half - 1 - c : c;
                var angle = MathF.PI + (k / (Half - 1f) - .5f) * 2 * float.Lerp(2.0f, kind == HatKind.Veil ? 1.9f : 2.6f, t);
                var y = float.Lerp(.13f, kind == HatKind.Veil ? -.16f : -.055f, t);
                var shell = head.Surface(angle, Math.Max(y, .07f)) with { Y = 0 };
                var out_ = inner ? -.010f : thick + .004f + (kind == HatKind.Veil ? .022f * t : -.004f * t);
                fall[r, c] = head.World(shell + Vector3.Normalize(shell) * out_ + Vector3.UnitY * y);
                fall.Weight(r, c) = Weights.Mix(Joint.Head, Joint.Chest, .7f * TrunkShape.Step(-y, -.04f, .12f));
            }
        to.Add(fall, part);
    }
}
