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

    public void Add(int pixel, int owner, in Facet facet, in FacetNormals normals, Vector3 tone, float x, float y, float weight)
    {
        var i = Count++;
        (Pixel[i], Owner[i], X[i], Y[i], Weight[i]) = (pixel, owner, x, y, weight);
        Nearness[i] = MathF.Min(MathF.Max(facet.NearnessAt(x, y), facet.NearLeast), facet.NearMost);
        var normal = normals.At(x - facet.FromX, y - facet.FromY);
        (NormalX[i], NormalY[i], NormalZ[i]) = (normal.GetElement(0), normal.GetElement(1), normal.GetElement(2));
        (Red[i], Green[i], Blue[i]) = (tone.X, tone.Y, tone.Z);
    }
}
