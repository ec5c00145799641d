namespace Kinolux.Previs.Rendering;

/// <summary>
/// The facets of one band of triangles and the tiles that each touches. Bands do not depend on the number of threads, and a tile takes
/// them in their order, so a picture does not either.
/// </summary>
internal sealed class Tiles
{
    /// <summary>Pixels of a tile's side.</summary>
    public const int Side = 32;

    /// <summary>Into how many bands triangles are split.</summary>
    public const int Bands = 16;

    public Facet[] Facets = new Facet[256];
    private readonly Bins _bins = new();
    private int _count, _across;

    /// <summary>How many tiles cover so many pixels.</summary>
    public static int Across(int pixels) => (pixels + Side - 1) / Side;

    public int Count => _count;

    public void Begin(int width, int height)
    {
        (_count, _across) = (0, Across(width));
        _bins.Begin(_across * Across(height));
    }

    /// <summary>A place for the next facet, which is taken only by <see cref="Keep"/>.</summary>
    public ref Facet Next()
    {
        if (_count == Facets.Length)
            Array.Resize(ref Facets, 2 * _count);
        return ref Facets[_count];
    }

    /// <summary>Keeps the facet that was set at <see cref="Next"/>, for the tiles that it touches.</summary>
    public void Keep()
    {
        ref readonly var facet = ref Facets[_count];
        var (left, right, top, bottom) = (facet.Left / Side, facet.Right / Side, facet.Top / Side, facet.Bottom / Side);
        var single = left == right && top == bottom;
        for (var y = top; y <= bottom; y++)
            for (var x = left; x <= right; x++)
                if (single || Touches(facet, x, y))
                    _bins.Add(y * _across + x, _count);
        _count++;
    }

    /// <summary>Sorts what was kept by tiles.</summary>
    public void Sort() => _bins.Sort();

    /// <summary>The facets of a tile, in the order in which they were kept.</summary>
    public ReadOnlySpan<int> Of(int tile) => _bins.Of(tile);

    private static bool Touches(in Facet facet, int x, int y)
    {
        long left = x * Side * Facet.Steps, top = y * Side * Facet.Steps;
        return Reaches(facet.A0, facet.B0, facet.C0, left, top) && Reaches(facet.A1, facet.B1, facet.C1, left, top) && Reaches(facet.A2, facet.B2, facet.C2, left, top);
    }

    private static bool Reaches(int a, int b, long c, long left, long top) =>
        c + a * (a > 0 ? left + Side * Facet.Steps : left) + b * (b > 0 ? top + Side * Facet.Steps : top) >= 0;
}
