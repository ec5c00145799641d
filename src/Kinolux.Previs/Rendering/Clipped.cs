using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>A corner as the camera sees it, with its normal.</summary>
internal readonly record struct SeenCorner(Vector3 Place, Vector3 Normal)
{
    // In double: a ground of many kilometres is cut a hand's breadth before the lens.
    public SeenCorner Towards(in SeenCorner other, double share) => new(Between(Place, other.Place, share), Between(Normal, other.Normal, share));

    private static Vector3 Between(Vector3 a, Vector3 b, double share) =>
        new((float)(a.X + ((double)b.X - a.X) * share), (float)(a.Y + ((double)b.Y - a.Y) * share), (float)(a.Z + ((double)b.Z - a.Z) * share));
}

/// <summary>
/// Cuts triangles at what is too near and at what is far outside the picture (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
/// A cut is always reckoned from the inside outwards, so that two triangles that share an edge are cut at the same point.
/// </summary>
internal static class Clipped
{
    /// <summary>A triangle cut by five planes has at most this many corners.</summary>
    public const int MostCorners = 8;

    /// <summary>How far from the middle of the picture a corner may be, in pixels: edges then stay within their 32 bits.</summary>
    public const float Reach = 12_000;

    /// <summary>How far away a corner may be, metres.</summary>
    public const float Far = 1e6f;

    /// <returns>How many corners of <paramref name="polygon"/> remain.</returns>
    public static int Cut(Span<SeenCorner> polygon, in Camera camera)
    {
        Span<SeenCorner> other = stackalloc SeenCorner[MostCorners];
        var count = Cut(polygon, 3, other, new Vector4(0, 0, 1, -Camera.Near));
        var (x, y) = (camera.FocalX / Reach, camera.FocalY / Reach);
        count = Cut(other, count, polygon, new Vector4(x, 0, 1, 0));
        count = Cut(polygon, count, other, new Vector4(-x, 0, 1, 0));
        count = Cut(other, count, polygon, new Vector4(0, y, 1, 0));
        count = Cut(polygon, count, other, new Vector4(0, -y, 1, 0));
        other[..count].CopyTo(polygon);
        return count;
    }

    private static int Cut(ReadOnlySpan<SeenCorner> polygon, int count, Span<SeenCorner> kept, Vector4 plane)
    {
        var many = 0;
        for (var i = 0; i < count; i++)
        {
            ref readonly var here = ref polygon[i];
            ref readonly var next = ref polygon[i + 1 == count ? 0 : i + 1];
            var (distance, after) = (Distance(plane, here.Place), Distance(plane, next.Place));
            if (distance >= 0)
                kept[many++] = here;
            if (distance >= 0 != after >= 0)
                kept[many++] = distance >= 0 ? here.Towards(next, distance / (distance - after)) : next.Towards(here, after / (after - distance));
        }
        return many;
    }

    private static double Distance(Vector4 plane, Vector3 place) => (double)place.X * plane.X + (double)place.Y * plane.Y + (double)place.Z * plane.Z + plane.W;
}
