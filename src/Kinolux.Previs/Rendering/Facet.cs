namespace Kinolux.Previs.Rendering;

/// <summary>
/// A triangle on a picture. Corners are in steps of 1/256 pixel, so that edges are exact: a sample is inside where each A·x + B·y + C is 0 or more, and of two
/// triangles that share an edge exactly one holds a sample on it (the rule of top and left). Nearness, 1 by distance, is even across the picture.
/// </summary>
internal struct Facet
{
    /// <summary>Steps a pixel.</summary>
    public const int Steps = 256;

    public int A0, B0, A1, B1, A2, B2;
    public long C0, C1, C2;

    /// <summary>Nearness at the upper left corner of the pixel (<see cref="FromX"/>, <see cref="FromY"/>), and what it grows by from pixel to pixel.</summary>
    public float Near, NearX, NearY;

    public float NearLeast, NearMost;
    public int FromX, FromY;

    /// <summary>The pixels that may have samples inside, both ends included.</summary>
    public int Left, Right, Top, Bottom;

    /// <summary>Which body, which of all pieces and which of all tones.</summary>
    public int Body, Piece, Tone;

    /// <summary>Nearness at a place of the picture, in pixels.</summary>
    public readonly float NearnessAt(float x, float y) => Near + NearX * (x - FromX) + NearY * (y - FromY);

    /// <summary>Sets edges, nearness and pixels.</summary>
    /// <param name="first">The first sample of a pixel, from its left and from its top, in steps.</param>
    /// <param name="last">The last one.</param>
    /// <returns>False where no sample can be inside.</returns>
    public bool Set(in Spot a, in Spot b, in Spot c, int first, int last, int width, int height)
    {
        var area = (long)(b.X - a.X) * (c.Y - a.Y) - (long)(c.X - a.X) * (b.Y - a.Y);
        if (area <= 0)
            return false;
        Left = Math.Max(0, (Math.Min(a.X, Math.Min(b.X, c.X)) - last + Steps - 1) >> 8);
        Top = Math.Max(0, (Math.Min(a.Y, Math.Min(b.Y, c.Y)) - last + Steps - 1) >> 8);
        Right = Math.Min(width - 1, (Math.Max(a.X, Math.Max(b.X, c.X)) - first) >> 8);
        Bottom = Math.Min(height - 1, (Math.Max(a.Y, Math.Max(b.Y, c.Y)) - first) >> 8);
        if (Left > Right || Top > Bottom)
            return false;
        SetEdge(a, b, out A0, out B0, out C0);
        SetEdge(b, c, out A1, out B1, out C1);
        SetEdge(c, a, out A2, out B2, out C2);
        (FromX, FromY) = (a.X >> 8, a.Y >> 8);
        (NearX, NearY) = new Slopes(a, b, c).Of(a.Nearness, b.Nearness, c.Nearness);
        Near = AtCorner(a, a.Nearness, NearX, NearY);
        NearLeast = MathF.Min(a.Nearness, MathF.Min(b.Nearness, c.Nearness));
        NearMost = MathF.Max(a.Nearness, MathF.Max(b.Nearness, c.Nearness));
        return true;
    }

    /// <summary>The value at the upper left corner of the pixel in which a corner is.</summary>
    public static float AtCorner(in Spot a, float atA, float slopeX, float slopeY) => atA - slopeX * ((a.X & 255) / 256f) - slopeY * ((a.Y & 255) / 256f);

    private static void SetEdge(in Spot from, in Spot to, out int a, out int b, out long c)
    {
        a = from.Y - to.Y;
        b = to.X - from.X;
        c = -((long)a * from.X + (long)b * from.Y);
        if (a < 0 || (a == 0 && b <= 0))
            c--;
    }
}
