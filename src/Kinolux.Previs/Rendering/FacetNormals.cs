using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinolux.Previs.Rendering;

/// <summary>The normal across a facet, seen from the camera, times nearness (so that it is even across the picture) and not of length 1.</summary>
internal struct FacetNormals
{
    public Vector128<float> Start, X, Y;

    public void Set(in Spot a, in Spot b, in Spot c, Vector3 atA, Vector3 atB, Vector3 atC)
    {
        var slopes = new Slopes(a, b, c);
        var (xx, xy) = slopes.Of(atA.X, atB.X, atC.X);
        var (yx, yy) = slopes.Of(atA.Y, atB.Y, atC.Y);
        var (zx, zy) = slopes.Of(atA.Z, atB.Z, atC.Z);
        Start = Vector128.Create(Facet.AtCorner(a, atA.X, xx, xy), Facet.AtCorner(a, atA.Y, yx, yy), Facet.AtCorner(a, atA.Z, zx, zy), 0);
        X = Vector128.Create(xx, yx, zx, 0);
        Y = Vector128.Create(xy, yy, zy, 0);
    }

    /// <param name="x">Pixels from the pixel in which the facet's first corner is.</param>
    /// <param name="y">Pixels down from there.</param>
    public readonly Vector128<float> At(float x, float y) => Start + X * x + Y * y;
}
