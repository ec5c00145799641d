using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kinolux.Previs.Rendering;

/// <summary>What one sample of every pixel of a tile sees: how near the nearest facet is, and which.</summary>
internal sealed class Samples(int offsetX, int offsetY)
{
    public const int Side = Tiles.Side;

    /// <summary>1 by the distance; 0 where nothing is.</summary>
    public readonly float[] Nearness = new float[Side * Side];

    /// <summary>The facet; -1 where nothing is.</summary>
    public readonly int[] Owners = new int[Side * Side];

    private static readonly Vector<int> Lanes = Vector.CreateSequence(0, 1);

    /// <summary>Where the sample is in its pixel, from the left and from the top, in steps.</summary>
    public int OffsetX => offsetX;

    public int OffsetY => offsetY;

    public void Clear()
    {
        Nearness.AsSpan().Clear();
        Owners.AsSpan().Fill(-1);
    }

    /// <summary>Draws a facet: what is nearer stays, and of what is equally near the first.</summary>
    /// <param name="tileX">The first pixel of the tile.</param>
    /// <param name="owner">What the facet is called in <see cref="Owners"/>.</param>
    public void Draw(in Facet facet, int tileX, int tileY, int owner)
    {
        long x = tileX * Facet.Steps + offsetX, y = tileY * Facet.Steps + offsetY;
        var (a0, b0, a1, b1, a2, b2) = (facet.A0, facet.B0, facet.A1, facet.B1, facet.A2, facet.B2);
        if (!Edge(ref a0, ref b0, facet.C0, x, y, out var e0) || !Edge(ref a1, ref b1, facet.C1, x, y, out var e1) || !Edge(ref a2, ref b2, facet.C2, x, y, out var e2))
            return;
        var left = Math.Max(facet.Left - tileX, 0) & -Vector<int>.Count;
        var (right, top, bottom) = (Math.Min(facet.Right - tileX, Side - 1), Math.Max(facet.Top - tileY, 0), Math.Min(facet.Bottom - tileY, Side - 1));
        var (step0, step1, step2) = (new Vector<int>(a0) * Lanes, new Vector<int>(a1) * Lanes, new Vector<int>(a2) * Lanes);
        var (nearX, most, least, name) = (new Vector<float>(facet.NearX), new Vector<float>(facet.NearMost), new Vector<float>(facet.NearLeast), new Vector<int>(owner));
        var near = facet.NearnessAt(tileX, tileY) + facet.NearX * (offsetX / 256f);
        ref var nearness = ref MemoryMarshal.GetArrayDataReference(Nearness);
        ref var owners = ref MemoryMarshal.GetArrayDataReference(Owners);
        for (var row = top; row <= bottom; row++)
        {
            var rowNear = new Vector<float>(near + facet.NearY * (row + offsetY / 256f));
            for (var column = left; column <= right; column += Vector<int>.Count)
            {
                var inside = (new Vector<int>(e0 + b0 * row + a0 * column) + step0) | (new Vector<int>(e1 + b1 * row + a1 * column) + step1) | (new Vector<int>(e2 + b2 * row + a2 * column) + step2);
                var place = (nuint)(row * Side + column);
                var before = Vector.LoadUnsafe(ref nearness, place);
                var here = Vector.Min(Vector.Max(rowNear + nearX * Vector.ConvertToSingle(new Vector<int>(column) + Lanes), least), most);
                var wins = Vector.GreaterThanOrEqual(inside, Vector<int>.Zero) & Vector.GreaterThan(here, before);
                if (Vector.EqualsAll(wins, Vector<int>.Zero))
                    continue;
                Vector.ConditionalSelect(wins, here, before).StoreUnsafe(ref nearness, place);
                Vector.ConditionalSelect(wins, name, Vector.LoadUnsafe(ref owners, place)).StoreUnsafe(ref owners, place);
            }
        }
    }

    // The edge in whole pixels from the tile's first sample: exact, since the steps of a sample are the same in every pixel.
    // An edge that holds the whole tile becomes 0, so that the others stay within 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Edge(ref int a, ref int b, long c, long x, long y, out int edge)
    {
        var start = (c + a * x + b * y) >> 8;
        var reach = (Math.Abs((long)a) + Math.Abs((long)b)) * Side;
        edge = 0;
        if (start < -reach)
            return false;
        if (start >= reach)
            (a, b) = (0, 0);
        else
            edge = (int)start;
        return true;
    }
}
