using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>A ball around corners: not the least, but quickly found. Of corners that are no numbers, its radius is none either.</summary>
internal readonly record struct Ball(Vector3 Middle, float Radius)
{
    public static Ball Around(ReadOnlySpan<Vector3> corners)
    {
        if (corners.IsEmpty)
            return default;
        var (least, most) = (corners[0], corners[0]);
        foreach (var corner in corners)
            (least, most) = (Vector3.Min(least, corner), Vector3.Max(most, corner));
        var half = (most - least) * 0.5f;
        return new Ball(least + half, MathF.Sqrt(Exact.Dot(half, half)));
    }
}
