using Kinolux.Core.Frames;

namespace Kinolux.Restore.Survey;

/// <summary>
/// Finds the edge of the printed picture from what <see cref="RimMeter"/> saw: a line that runs straight along a side, dark or bright all along, at the same depth in every frame.
/// Dark corners, night and letters on black are rims too, but their depth differs from place to place; where that cannot be told there is no edge.
/// </summary>
internal static class PrintedFrameFinder
{
    // Of a side's length or the picture's depth: how far one place may lie off the line, how far the line may weave, and up to where a rim may be on one side alone.
    // Wider bars are alike on both sides.
    private const double Straight = 0.003;
    private const double Hairy = 0.015;
    private const double MostWeave = 0.012;
    private const double Narrow = 0.03;

    // A gate is dark all along, but for a speck; and what is less deep than its line is one too.
    private const double MostOpen = 0.2;
    private const double MostBefore = 0.1;

    /// <summary>The shots, each with the printed frame that it shows.</summary>
    public static IReadOnlyList<Shot> Find(IReadOnlyList<FrameSurvey> frames, IReadOnlyList<Shot> shots, FrameFormat format, CancellationToken cancel)
    {
        var seen = new List<Line?[]>(shots.Count);
        foreach (var shot in shots)
        {
            cancel.ThrowIfCancellationRequested();
            seen.Add(Lines(frames, shot, format));
        }
        var found = new List<Shot>(shots.Count);
        for (var i = 0; i < shots.Count; i++)
        {
            var lines = new double[RimMeter.Sides];
            var corner = 0.0;
            for (var side = 0; side < RimMeter.Sides; side++)
                lines[side] = Settle(seen, i, side, format);
            for (var side = 0; side < RimMeter.Sides; side++)
                if (lines[side] == 0 && seen[i][side] is { Loose: var loose } && lines[(side + 2) % 4] is var other && other > Narrow * Deep(side, format) && loose > other / 1.6 && loose < 1.6 * other)
                    lines[side] = loose;
            for (var side = 0; side < RimMeter.Sides; side++)
                if (lines[side] > Math.Max(Narrow * Deep(side, format), 1.6 * lines[(side + 2) % 4]))
                    lines[side] = 0;
            if (lines.Any(depth => depth > 0))
                corner = Corner(frames, shots[i], lines, format);
            found.Add(shots[i] with { Printed = Frame(lines, corner, format) });
        }
        return found;
    }

    /// <summary>A side's own line; where it shows none and nothing speaks against it, that of the film's other shots.</summary>
    private static double Settle(List<Line?[]> seen, int shot, int side, FrameFormat format)
    {
        var depths = seen.Where(lines => lines[side] is { Depth: > 0 }).Select(lines => lines[side]!.Depth).Order().ToArray();
        var most = depths.Length == 0 ? 0 : depths[depths.Length / 2];
        var near = 1.5 + 0.01 * Deep(side, format);
        var line = seen[shot][side];
        if (line is { Depth: > 0 })
            // A wide bar in one shot of many is more likely a doorway.
            return line.Depth <= Narrow * Deep(side, format) || seen.Count == 1 || depths.Count(depth => Math.Abs(depth - line.Depth) < near) > 1 ? line.Depth : 0;
        return line is { Least: var least } && depths.Length > 1 && depths.Count(depth => Math.Abs(depth - most) < near) * 4 >= depths.Length * 3 && least > most - near ? most : 0;
    }

    private static double Deep(int side, FrameFormat format) => side is 0 or 2 ? format.Width : format.Height;

    /// <summary>What each side of a shot shows; null where the picture goes to the side.</summary>
    private static Line?[] Lines(IReadOnlyList<FrameSurvey> frames, Shot shot, FrameFormat format)
    {
        var lines = new Line?[RimMeter.Sides];
        for (var side = 0; side < lines.Length; side++)
            lines[side] = LineOf(frames, shot, side, Deep(side, format));
        return lines;
    }

    private static Line? LineOf(IReadOnlyList<FrameSurvey> frames, Shot shot, int side, double deep)
    {
        var rims = new List<float[]>(shot.Frames.Count);
        for (var t = shot.Frames.First; t <= shot.Frames.Last; t++)
            if (frames[t].Rim is { Length: > 0 } rim)
                rims.Add(rim[(side * RimMeter.Places)..((side + 1) * RimMeter.Places)]);
        var all = rims.SelectMany(rim => rim).ToArray();
        var (bright, dark) = (all.Count(depth => depth < 0), all.Count(depth => depth > 0));
        if (all.Length == 0 || all.Count(depth => depth == 0) > MostOpen * all.Length || Math.Min(bright, dark) > 0.1 * Math.Max(bright, dark))
            return null;
        var depths = all.Where(depth => !float.IsNaN(depth) && depth != 0).Select(depth => (double)Math.Abs(depth)).Order().ToArray();
        var nothing = new Line(0, 0, depths.Length == 0 ? double.PositiveInfinity : depths[depths.Length / 10]);
        if (shot.Kind != ShotKind.Picture || depths.Length * 4 < all.Length)
            return nothing;
        var tolerance = Math.Max(1, Straight * deep);
        var most = Fullest(depths, 2 * tolerance);
        var (strict, share) = Depth(rims, most, tolerance, deep);
        var loose = Depth(rims, most, Hairy * deep, deep);
        return new Line(share >= (strict <= Narrow * deep ? 0.35 : 0.65) ? strict : 0, loose.Share >= 0.65 ? loose.Depth : 0, nothing.Least);
    }

    /// <summary>The middle of the fullest stretch of depths with little before it: dark things at the edge make it look deeper, never less deep.</summary>
    private static double Fullest(double[] sorted, double width)
    {
        var (best, most) = (0, 0);
        for (int first = 0, end = 0; first <= sorted.Length * MostBefore; first++)
        {
            while (end < sorted.Length && sorted[end] <= sorted[first] + width)
                end++;
            if (end - first > most)
                (best, most) = (first, end - first);
        }
        return sorted[best + most / 2];
    }

    /// <summary>How deep the line is that passes near <paramref name="most"/>, with its weave, and the share of places that lie on it; as deep as the picture where they lie on none.</summary>
    private static (double Depth, double Share) Depth(List<float[]> rims, double most, double tolerance, double deep)
    {
        var places = new (int Seen, int Near)[RimMeter.Places];
        var (near, lines) = (new List<double>(), new List<double>());
        foreach (var rim in rims)
        {
            near.Clear();
            foreach (var depth in rim)
                if (Math.Abs(Math.Abs(depth) - most) <= tolerance + MostWeave * deep)
                    near.Add(Math.Abs(depth));
            if (near.Count < 3)
                continue;
            near.Sort();
            var line = near[near.Count / 2];
            // What a hairy or slanting edge leaves of the picture is behind most of its places.
            lines.Add(Math.Max(line, near.Where(depth => Math.Abs(depth - line) <= tolerance).ElementAt(near.Count(depth => Math.Abs(depth - line) <= tolerance) * 17 / 20)));
            for (var place = 0; place < places.Length; place++)
                if (!float.IsNaN(rim[place]) && rim[place] != 0)
                {
                    places[place].Seen++;
                    if (Math.Abs(Math.Abs(rim[place]) - line) <= tolerance)
                        places[place].Near++;
                }
        }
        var seen = places.Count(place => place.Seen * 4 >= lines.Count);
        if (lines.Count * 2 < rims.Count || seen < RimMeter.Places * 0.4)
            return (deep, 0);
        lines.Sort();
        var (low, high) = (lines[lines.Count / 20], lines[lines.Count * 19 / 20]);
        var share = places.Count(place => place.Seen * 4 >= lines.Count && place.Near * 3 >= place.Seen) / (double)seen;
        return high - low > Math.Max(2, MostWeave * deep) ? (deep, 0) : (high, share);
    }

    /// <summary>The radius that fits the places near the corners best, from how much deeper the rim is there.</summary>
    private static double Corner(IReadOnlyList<FrameSurvey> frames, Shot shot, double[] lines, FrameFormat format)
    {
        var radii = new List<double>();
        for (var corner = 0; corner < 4; corner++)
            if (lines[corner] > 0 && lines[(corner + 1) % 4] > 0 && Radius(frames, shot, lines, corner, format) is var radius and >= 0)
                radii.Add(radius);
        radii.Sort();
        return radii.Count < 2 ? 0 : radii[radii.Count / 2];
    }

    /// <summary>Of the corner between a side and the next; -1 where nothing shows.</summary>
    private static double Radius(IReadOnlyList<FrameSurvey> frames, Shot shot, double[] lines, int corner, FrameFormat format)
    {
        var radii = new List<double>();
        foreach (var side in (ReadOnlySpan<int>)[corner, (corner + 1) % 4])
        {
            var other = side == corner ? (corner + 1) % 4 : corner;
            var length = side is 0 or 2 ? format.Height : format.Width;
            for (var place = 0; place < RimMeter.Places; place++)
            {
                var at = RimMeter.Position(place, length) + 0.5;
                // Left and top count along from the corner they share with the other side.
                var along = (other is 0 or 1 ? at : length - at) - lines[other];
                if (along < 1 || along > 0.2 * length)
                    continue;
                var depths = new List<double>();
                for (var t = shot.Frames.First; t <= shot.Frames.Last; t++)
                    if (frames[t].Rim is { Length: > 0 } rim && Math.Abs(rim[side * RimMeter.Places + place]) is > 0 and var depth)
                        depths.Add(depth);
                if (depths.Count * 4 < shot.Frames.Count)
                    continue;
                depths.Sort();
                var more = Math.Max(0, depths[depths.Count / 4] - lines[side]);
                radii.Add(more + along + Math.Sqrt(2 * more * along));
            }
        }
        radii.Sort();
        return radii.Count < 3 ? -1 : radii[radii.Count / 5];
    }

    private static PrintedFrame? Frame(double[] lines, double corner, FrameFormat format)
    {
        if (lines.All(depth => depth == 0))
            return null;
        // The edge itself is soft, and is no picture either.
        int Inset(int side) => lines[side] == 0 ? 0 : (int)Math.Ceiling(lines[side] + 1 + Deep(side, format) / 400);
        var (left, top, right, bottom) = (Inset(0), Inset(1), Inset(2), Inset(3));
        var (width, height) = (format.Width - left - right, format.Height - top - bottom);
        return width < format.Width / 4 || height < format.Height / 4 ? null : new PrintedFrame(left, top, width, height, corner < 3 ? 0 : (int)Math.Ceiling(corner));
    }

    /// <param name="Depth">Of the line, luma samples with its weave; 0 where none is to be seen.</param>
    /// <param name="Loose">The same of an edge that need not be straight: hairs in the gate.</param>
    /// <param name="Least">How deep the rim is at least.</param>
    private sealed record Line(double Depth, double Loose, double Least);
}
