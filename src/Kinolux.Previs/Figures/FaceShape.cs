using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>What is set into and onto a head: eyes, lids, brows, lips with the mouth behind them, ears, glasses.</summary>
internal static class FaceShape
{
    private static readonly Vector3 Dark = new(.03f, .012f, .012f);

    public static void Add(Sculpture to, HeadShape head, Sleeve sleeve, Looks looks, Func<int, int, bool> covered)
    {
        var skin = to.Part("skin", looks.Skin.Value);
        var lips = to.Part("lips", looks.Skin.Value.Linear * new Vector3(.80f, .58f, .56f));
        const int first = -4, columns = 4;
        var corner = to.Add(sleeve, (r, c) => r == HeadShape.Mouth && IsWithin(c, 4) || covered(r, c) ? Sculpture.Nothing : skin);
        Lip(to, head, lips, upper: true);
        Lip(to, head, lips, upper: false);
        Pocket(to, head, sleeve, corner, first, columns);
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            Eye(to, head, side, looks);
            Brow(to, head, side, looks);
            Ear(to, head, side, skin);
        }
        if (looks.Glasses.Value != Glasses.None)
            SpectaclesShape.Add(to, head, looks.Glasses.Value);
    }

    private static bool IsWithin(int column, int half) => column < half || column >= HeadShape.Columns - half;

    private static void Lip(Sculpture to, HeadShape head, byte part, bool upper)
    {
        const int Across = 13;
        var points = new Vector3[3, Across];
        var weights = new Weights[3, Across];
        for (var r = 0; r < 3; r++)
            for (var c = 0; c < Across; c++)
            {
                var x = (c / (Across - 1f) - .5f) * 2;
                var full = MathF.Pow(1 - x * x, .7f) * head.Face.Lips;
                var tall = upper ? .0052f * full * (1 - .22f * TrunkShape.Bump(x, 0, .16f)) : .0066f * full;
                var local = head.Front(x * .0235f, upper ? HeadShape.HeightOf(HeadShape.Mouth + 1) + tall * r / 2 : HeadShape.HeightOf(HeadShape.Mouth) - tall * r / 2);
                weights[r, c] = Weights.Mix(Joint.Head, Joint.Jaw, HeadShape.JawAt(local, upper));
                points[r, c] = head.World(local + new Vector3(0, 0, r == 0 ? .0008f : r == 1 ? .0016f : .0002f));
            }
        to.Patch(points, (r, c) => weights[r, c], _ => part, head.World(new(0, .05f, 0)));
    }

    // The mouth behind the lips, which opens with the jaw.
    private static void Pocket(Sculpture to, HeadShape head, Sleeve sleeve, int corner, int first, int last)
    {
        var dark = to.Part("mouth", Dark);
        var depth = new Vector3(0, 0, -.022f * head.Proportions.HeadScale);
        int At(int row, int column) => corner + row * sleeve.Columns + (column + sleeve.Columns) % sleeve.Columns;
        var inner = Enumerable.Range(first, last - first + 1).Select(c => to.Corner(sleeve[HeadShape.Mouth, c] + depth * (c == first || c == last ? .15f : 1), Weights.Mix(Joint.Head, Joint.Jaw, .5f))).ToArray();
        for (var c = first; c < last; c++)
        {
            var (i, j) = (inner[c - first], inner[c - first + 1]);
            var (low, high) = ((At(HeadShape.Mouth, c), At(HeadShape.Mouth, c + 1)), (At(HeadShape.Mouth + 1, c), At(HeadShape.Mouth + 1, c + 1)));
            to.Triangle(low.Item1, low.Item2, j, dark);
            to.Triangle(low.Item1, j, i, dark);
            to.Triangle(i, j, high.Item2, dark);
            to.Triangle(i, high.Item2, high.Item1, dark);
        }
    }

    private static void Eye(Sculpture to, HeadShape head, Side side, Looks looks)
    {
        var scale = head.Proportions.HeadScale;
        var sign = side == Side.Left ? 1 : -1;
        var middle = head.World(new(.0305f * sign, .118f, .0655f));
        var joint = side == Side.Left ? Joint.LeftEye : Joint.RightEye;
        var radius = .0124f * scale * head.Face.Eyes;
        var ball = new Sleeve(6, 12);
        for (var r = 0; r < 6; r++)
            for (var c = 0; c < 12; c++)
            {
                var (s, k) = MathF.SinCos(((ReadOnlySpan<float>)[.06f, .24f, .50f, .85f, 1.2f, 1.65f])[r]);
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 12);
                ball[r, c] = middle + radius * new Vector3(cos * s, sin * s, k);
                ball.Weight(r, c) = joint;
            }
        var iris = looks.Skin.Value.Luminance < .25f || looks.HairColour.Value.Luminance < .03f ? new Vector3(.055f, .028f, .014f) : new Vector3(.09f, .12f, .13f);
        var (pupil, colour, white) = (to.Part("pupil", new Vector3(.008f)), to.Part("iris", iris), to.Part("eye", new Vector3(.80f, .79f, .76f)));
        to.Add(ball, (r, _) => r < 1 ? pupil : r < 2 ? colour : white);
        var skin = to.Part("skin", looks.Skin.Value);
        Lid(to, middle, radius * 1.085f, 1, (.46f, .02f), (to.Part("lash", new Vector3(.02f, .014f, .012f)), skin), sign);
        Lid(to, middle, radius * 1.06f, -1, (.36f, -.05f), (to.Part("lid", looks.Skin.Value.Linear * .62f), skin), sign);
    }

    // A piece of a sphere over the eye, from its edge upwards or downwards; the edge is a line of lashes.
    private static void Lid(Sculpture to, Vector3 middle, float radius, int way, (float Open, float Corner) edge, (byte Edge, byte Skin) parts, int sign)
    {
        var points = new Vector3[5, 9];
        for (var r = 0; r < 5; r++)
            for (var c = 0; c < 9; c++)
            {
                var across = (c - 4) / 4f * 1.35f;
                var rim = edge.Open * MathF.Cos(across * 1.02f) + edge.Corner + .05f * way * MathF.Sin(across * sign);
                var up = r switch { 0 => rim, 1 => rim + (way > 0 ? .13f : .05f), 2 => rim + .3f, 3 => float.Lerp(rim, 1.35f, .6f), _ => 1.35f };
                var far = radius * (r == 0 ? .97f : r == 1 ? 1.015f : 1);
                points[r, c] = middle + far * new Vector3(MathF.Sin(across) * MathF.Cos(up), MathF.Sin(up) * way, MathF.Cos(across) * MathF.Cos(up));
            }
        to.Patch(points, Joint.Head, r => r == 0 ? parts.Edge : parts.Skin, middle);
    }

    private static void Brow(Sculpture to, HeadShape head, Side side, Looks looks)
    {
        var sign = side == Side.Left ? 1 : -1;
        var heavy = float.Lerp(.0026f, .0042f, Math.Clamp(head.Face.Brow, 0, 1.2f)) * (1 - .3f * head.Proportions.Child);
        var points = new Vector3[3, 8];
        for (var r = 0; r < 3; r++)
            for (var c = 0; c < 8; c++)
            {
                var along = c / 7f;
                var x = float.Lerp(.0125f, .0475f, along);
                var y = .1375f + .0052f * MathF.Sin(along * 2.7f + .1f) + (r - 1) * heavy * MathF.Min(1, 1.25f * (1.06f - along)) * (c == 0 ? .7f : 1);
                points[r, c] = head.World(head.Front(x * sign, y) + new Vector3(0, 0, r == 1 ? .0026f : .0006f));
            }
        to.Patch(points, Joint.Head, _ => to.Part("brow", looks.HairColour.Value.Luminance > .5f ? looks.HairColour.Value.Linear * .7f : looks.HairColour.Value.Linear * .55f), head.World(new(0, .11f, 0)));
    }

    private static void Ear(Sculpture to, HeadShape head, Side side, byte skin)
    {
        var sign = side == Side.Left ? 1 : -1;
        var ear = new Sleeve(5, 12);
        for (var r = 0; r < 5; r++)
            for (var c = 0; c < 12; c++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * c / 12);
                var (out_, size) = ((ReadOnlySpan<float>)[-.004f, .006f, .013f, .012f, .006f])[r] is var o ? (o, ((ReadOnlySpan<float>)[.66f, .82f, 1, .82f, .45f])[r]) : default;
                var high = sin > 0 ? .030f : .032f;
                var back = cos * (sin < -.3f ? .012f : .0175f);
                var lean = .35f * (.013f * cos) - .003f * sin;
                ear[r, c] = head.World(new(sign * (.0735f * head.Face.Breadth + out_ - lean), .104f + high * sin * size * head.Face.Ears, -.014f + back * size * head.Face.Ears - .1f * high * sin));
                ear.Weight(r, c) = Joint.Head;
            }
        to.Add(ear, skin);
    }
}
