using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>
/// A head as a tube of rings from the throat to the crown, dense before, where the face is modelled as heights over an oval: brow, sockets,
/// nose, lips, chin. Measures are of a head of .233 m: the chin at 0, eyes halfway. Two rows meet where the mouth opens.
/// </summary>
internal sealed class HeadShape
{
    public const int Columns = 40;

    /// <summary>The row of the lower lip's edge; the next is the upper lip's.</summary>
    public const int Mouth = 11;

    // Height, half width, depth before and behind.
    private static readonly (float Y, float Wide, float Front, float Back)[] Oval =
    [
        (-.030f, .048f, .026f, .052f), (-.012f, .050f, .046f, .054f), (-.003f, .043f, .070f, .056f), (.001f, .041f, .080f, .057f), (.007f, .045f, .0865f, .058f),
        (.014f, .0485f, .0885f, .060f), (.028f, .0560f, .088f, .064f), (.0485f, .0622f, .087f, .073f), (.068f, .0678f, .0872f, .083f), (.090f, .0738f, .0875f, .0925f),
        (.110f, .0748f, .0868f, .0985f), (.122f, .0753f, .0880f, .101f), (.134f, .0763f, .0915f, .1025f), (.147f, .0773f, .0935f, .1032f), (.167f, .0771f, .0935f, .1018f),
        (.179f, .0752f, .0910f, .0985f), (.191f, .0705f, .0855f, .0920f), (.202f, .0628f, .0765f, .0828f), (.212f, .0540f, .0660f, .0715f), (.221f, .0425f, .0520f, .0570f),
        (.228f, .0290f, .0360f, .0400f), (.2325f, .0120f, .0150f, .0170f),
    ];

    private static readonly float[] Heights =
    [
        -.030f, -.012f, -.003f, .001f, .007f, .014f, .021f, .028f, .034f, .039f, .0435f, .0482f, .0488f, .0532f, .058f, .063f, .068f, .073f, .078f, .084f, .090f,
        .097f, .104f, .110f, .116f, .122f, .128f, .134f, .140f, .147f, .156f, .167f, .179f, .191f, .202f, .212f, .221f, .228f, .2325f,
    ];

    private static readonly (float Y, float Out)[] Nose = [(.058f, 0), (.066f, .003f), (.0705f, .017f), (.076f, .0265f), (.083f, .0262f), (.100f, .0175f), (.118f, .0085f), (.130f, .0045f), (.150f, 0)];

    private readonly Face _face;
    private readonly Proportions _p;
    private readonly float _fat;

    public HeadShape(Proportions proportions, Face face)
    {
        (_p, _face) = (proportions, face);
        _fat = Math.Max(0, proportions.Build);
    }

    public Proportions Proportions => _p;

    public Face Face => _face;

    public static int Rows => Heights.Length;

    /// <summary>How high a row is, metres of a head of .233 m.</summary>
    public static float HeightOf(int row) => Heights[row];

    /// <summary>The angle of a column from the front, −π to π, positive to the left.</summary>
    public static float AngleOf(int column)
    {
        var u = MathF.Tau * (column % Columns) / Columns;
        if (u > MathF.PI)
            u -= MathF.Tau;
        return u - .52f * MathF.Sin(u);
    }

    /// <summary>The rings, in the figure's space.</summary>
    public Sleeve Make()
    {
        var sleeve = new Sleeve(Rows, Columns);
        for (var r = 0; r < Rows; r++)
            for (var c = 0; c < Columns; c++)
            {
                var local = Surface(AngleOf(c), Heights[r]);
                sleeve[r, c] = World(local);
                sleeve.Weight(r, c) = WeightsAt(local, r > Mouth);
            }
        return sleeve;
    }

    /// <summary>From the measures of a head of .233 m to the figure's space.</summary>
    public Vector3 World(Vector3 local) => new Vector3(local.X, local.Y, local.Z) * _p.HeadScale + new Vector3(0, _p.ChinHeight, _p.HeadForward);

    /// <summary>A point of the surface at an angle and a height.</summary>
    public Vector3 Surface(float angle, float y)
    {
        var (wide, front, back) = RingAt(y);
        var (sin, cos) = MathF.SinCos(angle);
        var x = MathF.CopySign(MathF.Pow(MathF.Abs(sin), .9f), sin) * wide;
        var z = MathF.CopySign(MathF.Pow(MathF.Abs(cos), .9f), cos) * (cos >= 0 ? front : back);
        return cos > 0 ? new(x, y, z + Relief(x, y) * TrunkShape.Step(cos, 0, .35f)) : new(x, y, z);
    }

    /// <summary>The point of the face that is seen at a place from before.</summary>
    public Vector3 Front(float x, float y)
    {
        var wide = RingAt(y).Wide;
        var sin = MathF.CopySign(MathF.Pow(Math.Min(1, MathF.Abs(x) / wide), 1 / .9f), x);
        return Surface(MathF.Asin(sin), y);
    }

    /// <summary>How much a point goes with the jaw.</summary>
    public static float JawAt(Vector3 local, bool upper)
    {
        var cheek = TrunkShape.Step(-local.Y, -.088f, -.018f);
        var mouth = upper ? 0 : 1;
        var corner = TrunkShape.Step(MathF.Abs(local.X), .017f, .036f);
        return float.Lerp(mouth, cheek, corner) * TrunkShape.Step(local.Z, -.005f, .045f) * TrunkShape.Step(local.Y, -.02f, -.001f);
    }

    private static Weights WeightsAt(Vector3 local, bool upper) =>
        Weights.Mix(Weights.Mix(Joint.Neck, Joint.Head, TrunkShape.Step(local.Y, -.05f, .0f)), Joint.Jaw, JawAt(local, upper));

    private (float Wide, float Front, float Back) RingAt(float y)
    {
        var next = 1;
        while (next < Oval.Length - 1 && Oval[next].Y < y)
            next++;
        var (a, b) = (Oval[next - 1], Oval[next]);
        var t = Math.Clamp((y - a.Y) / (b.Y - a.Y), 0, 1);
        t = float.Lerp(t, t * t * (3 - 2 * t), .3f);
        var jaw = float.Lerp(_face.Jaw, 1, TrunkShape.Step(y, .03f, .1f));
        var jowl = _fat * .006f * TrunkShape.Bump(y, .03f, .035f) * TrunkShape.Step(y, -.005f, .02f);
        var wide = float.Lerp(a.Wide, b.Wide, t) * jaw * _face.Breadth + jowl * 1.4f;
        return (wide, float.Lerp(a.Front, b.Front, t) - .003f * _p.Child * TrunkShape.Bump(y, .01f, .03f), float.Lerp(a.Back, b.Back, t) * (1 + .03f * _p.Child));
    }

    // How far the face stands out over its oval.
    private float Relief(float x, float y)
    {
        float At(float x0, float y0, float width, float height) => TrunkShape.Bump(x, x0, width) * TrunkShape.Bump(y, y0, height);
        var side = MathF.Abs(x);
        float Both(float x0, float y0, float width, float height) => TrunkShape.Bump(side, x0, width) * TrunkShape.Bump(y, y0, height);

        var nose = Along(y) * _face.Nose * TrunkShape.Bump(x, 0, float.Lerp(.0130f, .0088f, TrunkShape.Step(y, .075f, .115f)) * _face.NoseWidth);
        var wings = .0105f * _face.Nose * Both(.0128f * _face.NoseWidth, .0755f, .0055f, .0062f);
        var sockets = -.0115f * Both(.031f, .1175f, .0165f, .0105f);
        var brow = (.0030f + .0034f * _face.Brow) * Both(.026f, .1365f, .022f, .0065f);
        var cheeks = .0042f * _face.Cheeks * Both(.044f, .086f, .020f, .020f);
        var hollow = -.0030f * (2 - Math.Min(2, _face.Cheeks)) * Both(.050f, .050f, .013f, .020f);
        var muzzle = .0030f * At(0, .050f, .028f, .020f);
        var upper = .0052f * _face.Lips * At(0, .0540f, .0195f, .0043f);
        var lower = .0060f * _face.Lips * At(0, .0425f, .0170f, .0046f);
        var line = -.0042f * TrunkShape.Bump(x, 0, .026f) * TrunkShape.Bump(y, .0485f, .0022f);
        var under = -.0050f * At(0, .0325f, .020f, .0055f);
        var chin = .0062f * _face.Chin * At(0, .0125f, .018f, .0105f);
        return nose + wings + sockets + brow + cheeks + hollow + muzzle + upper + lower + line + under + chin;
    }

    private static float Along(float y)
    {
        if (y <= Nose[0].Y || y >= Nose[^1].Y)
            return 0;
        var next = 1;
        while (Nose[next].Y < y)
            next++;
        return float.Lerp(Nose[next - 1].Out, Nose[next].Out, (y - Nose[next - 1].Y) / (Nose[next].Y - Nose[next - 1].Y));
    }
}
