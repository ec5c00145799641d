using Kinolux.Core.Frames;

namespace Kinolux.Restore.Survey;

/// <summary>
/// Looks in from each side of a frame for the edge of the printed picture: how deep an even black or white rim is at some places along the side.
/// </summary>
internal static class RimMeter
{
    public const int Sides = 4;

    /// <summary>Places along a side; they lie closer towards the corners, where the printed frame is round.</summary>
    public const int Places = 32;

    /// <summary>As deep as this share of the picture a rim is looked for.</summary>
    public const double Deepest = 0.3;

    // Grey levels: as dark, or as bright, is a gate; a step towards the picture is at least so high, and stands out so far at its foot.
    private const float Dark = 0.17f * 65535;
    private const float Bright = 0.82f * 65535;
    private const float Step = 0.1f * 65535;
    private const float Foot = 0.035f * 65535;

    /// <summary>
    /// For left, top, right and bottom, at each place: the depth of a dark rim in luma samples, 0 where the picture goes to the side, NaN where it cannot be told; a bright one's depth is negative.
    /// </summary>
    public static float[] Measure(Plane plane)
    {
        var depths = new float[Sides * Places];
        var profile = new float[(int)(Math.Max(plane.Width, plane.Height) * Deepest) + 1];
        for (var side = 0; side < Sides; side++)
        {
            var upright = side is 0 or 2;
            var (deep, length) = upright ? (plane.Width, plane.Height) : (plane.Height, plane.Width);
            var line = profile.AsSpan(0, Math.Min(profile.Length, (int)(deep * Deepest) + 1));
            for (var place = 0; place < Places; place++)
            {
                Profile(plane, side, Math.Clamp(Position(place, length), 1, Math.Max(1, length - 2)), line);
                depths[side * Places + place] = Depth(line, Math.Max(3, deep / 100));
            }
        }
        return depths;
    }

    /// <summary>Where along a side of this length a place is.</summary>
    public static int Position(int place, int length) => (int)((1 - Math.Cos(Math.PI * (place + 0.5) / Places)) / 2 * length);

    // Three samples along the side are averaged, which takes grain down.
    private static void Profile(Plane plane, int side, int at, Span<float> line)
    {
        for (var k = 0; k < line.Length; k++)
        {
            var sum = 0;
            for (var along = at - 1; along <= at + 1; along++)
                sum += side switch
                {
                    0 => plane[k, Math.Min(along, plane.Height - 1)],
                    1 => plane[Math.Min(along, plane.Width - 1), k],
                    2 => plane[plane.Width - 1 - k, Math.Min(along, plane.Height - 1)],
                    _ => plane[Math.Min(along, plane.Width - 1), plane.Height - 1 - k],
                };
            line[k] = sum / 3f;
        }
    }

    private static float Depth(ReadOnlySpan<float> line, int soft)
    {
        var bright = line[0] > Bright;
        if (!bright && line[0] > Dark || line.Length < 2 * soft + 4)
            return 0;
        float Height(ReadOnlySpan<float> line, int k) => bright ? 65535 - line[k] : line[k];
        var limit = bright ? 65535 - Bright : Dark;
        for (var k = 1; k + soft + 1 < line.Length; k++)
        {
            // What the rim was last: a scanner's gate and the printer's within it may differ.
            var (rim, inside) = (0f, 0f);
            var before = Math.Min(k, soft);
            for (var i = 1; i <= before; i++)
                rim += Height(line, k - i) / before;
            if (Height(line, k) - rim < Foot || Height(line, k + 1) - rim < Foot)
                continue;
            for (var i = 1; i <= soft; i++)
                inside += Height(line, k + i) / soft;
            // A gate's edge is sharp; a shadow's is not.
            if (inside - rim < Step)
            {
                if (Height(line, k + 1) > limit)
                    return float.NaN;
                continue;
            }
            var half = (rim + inside) / 2;
            while (Height(line, k) < half && k + 1 < line.Length)
                k++;
            var (below, above) = (Height(line, k - 1), Height(line, k));
            var depth = k - (above > below ? Math.Clamp((above - half) / (above - below), 0, 1) : 0) + 0.5f;
            return bright ? -depth : depth;
        }
        return float.NaN;
    }
}
