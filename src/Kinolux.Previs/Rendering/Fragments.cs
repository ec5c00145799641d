using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// What a tile's pixels show, to be lit many at a time: one fragment where all samples of a pixel see one facet, and one for each facet where they see several.
/// </summary>
internal sealed class Fragments
{
    public const int Capacity = 4 * Tiles.Side * Tiles.Side + 64;

    /// <summary>Where in the picture, in pixels; and how near.</summary>
    public readonly float[] X = new float[Capacity], Y = new float[Capacity], Nearness = new float[Capacity];

    public readonly float[] NormalX = new float[Capacity], NormalY = new float[Capacity], NormalZ = new float[Capacity];

    /// <summary>First the colour of the surface, linear; when lit, what is shown, 0 to 1.</summary>
    public readonly float[] Red = new float[Capacity], Green = new float[Capacity], Blue = new float[Capacity];

    /// <summary>How much of its pixel it is.</summary>
    public readonly float[] Weight = new float[Capacity];

    /// <summary>How much of the key light gets here: 0 in its shadow.</summary>
    public readonly float[] Lit = new float[Capacity];

    /// <summary>The pixel in its tile, and the facet.</summary>
    public readonly int[] Pixel = new int[Capacity], Owner = new int[Capacity];

    public int Count;

    private static readonly Vector<float> Lanes = Vector.ConvertToSingle(Vector.CreateSequence(0, 1));

    /// <summary>Adds as many whole pixels as a vector has lanes, beside each other, of one facet.</summary>
    public void AddRun(int pixel, int owner, in Facet facet, in FacetNormals normals, Vector3 tone, float x, float y)
    {
        var i = (nuint)Count;
        Count += Vector<float>.Count;
        var (across, down) = (Lanes + new Vector<float>(x), y - facet.FromY);
        var there = across - new Vector<float>(facet.FromX);
        across.StoreUnsafe(ref X[0], i);
        new Vector<float>(y).StoreUnsafe(ref Y[0], i);
        Vector<float>.One.StoreUnsafe(ref Weight[0], i);
        (Vector.CreateSequence(0, 1) + new Vector<int>(pixel)).StoreUnsafe(ref Pixel[0], i);
        new Vector<int>(owner).StoreUnsafe(ref Owner[0], i);
        var near = new Vector<float>(facet.Near) + there * facet.NearX + new Vector<float>(facet.NearY * down);
        Vector.Min(Vector.Max(near, new Vector<float>(facet.NearLeast)), new Vector<float>(facet.NearMost)).StoreUnsafe(ref Nearness[0], i);
        Plane(normals, 0, there, down).StoreUnsafe(ref NormalX[0], i);
        Plane(normals, 1, there, down).StoreUnsafe(ref NormalY[0], i);
        Plane(normals, 2, there, down).StoreUnsafe(ref NormalZ[0], i);
        new Vector<float>(tone.X).StoreUnsafe(ref Red[0], i);
        new Vector<float>(tone.Y).StoreUnsafe(ref Green[0], i);
        new Vector<float>(tone.Z).StoreUnsafe(ref Blue[0], i);
    }

    // The same sums in the same order as one by one: what is a run depends on how wide vectors are, what it shows does not.
    private static Vector<float> Plane(in FacetNormals normals, int axis, Vector<float> x, float y) =>
        new Vector<float>(normals.Start.GetElement(axis)) + x * normals.X.GetElement(axis) + new Vector<float>(normals.Y.GetElement(axis) * y);

    /// <summary>Makes all normals of length 1.</summary>
    public void Level()
    {
        for (var i = 0; i < Count; i += Vector<float>.Count)
        {
            ref var x = ref NormalX[i];
            ref var y = ref NormalY[i];
            ref var z = ref NormalZ[i];
            var (across, up, ahead) = (Vector.LoadUnsafe(ref x), Vector.LoadUnsafe(ref y), Vector.LoadUnsafe(ref z));
            var length = Vector.Max(Vector.SquareRoot(across * across + up * up + ahead * ahead), new Vector<float>(1e-20f));
            (across / length).StoreUnsafe(ref x);
            (up / length).StoreUnsafe(ref y);
            (ahead / length).StoreUnsafe(ref z);
        }
    }

    public void Add(int pixel, int owner, in Facet facet, in FacetNormals normals, Vector3 tone, Vector2 at, float weight)
    {
        var (i, x, y) = (Count++, at.X, at.Y);
        (Pixel[i], Owner[i], X[i], Y[i], Weight[i]) = (pixel, owner, x, y, weight);
        Nearness[i] = MathF.Min(MathF.Max(facet.NearnessAt(x, y), facet.NearLeast), facet.NearMost);
        var normal = normals.At(x - facet.FromX, y - facet.FromY);
        (NormalX[i], NormalY[i], NormalZ[i]) = (normal.GetElement(0), normal.GetElement(1), normal.GetElement(2));
        (Red[i], Green[i], Blue[i]) = (tone.X, tone.Y, tone.Z);
    }
}
