using Kinolux.Core.Frames;
using Kinolux.Restore.Damage;

namespace Kinolux.Restore.Evaluation;

/// <summary>
/// Where a picture is against its reference: shift and rotation to a few hundredths of a sample, by inverse-compositional alignment from coarse to fine
/// (Baker and Matthews: Lucas-Kanade 20 Years On, 2004) with Tukey weights, so that dirt and lost corners do not count, and free gain and offset, so that flicker does not.
/// </summary>
public static class Registration
{
    private const int Rounds = 8;
    private const int Margin = 2;

    public static WeaveOffset Locate(Plane reference, Plane film)
    {
        Fidelity.RequireSameSize(reference, film);
        var (a, b) = (Pyramid(reference), Pyramid(film));
        var found = default(WeaveOffset);
        for (var level = a.Count - 1; level >= 0; level--)
        {
            found = found with { X = found.X * 2, Y = found.Y * 2 };
            found = Align(a[level], b[level], found, level == 0 ? 3 : 1);
        }
        return found;
    }

    private static WeaveOffset Align(Picture reference, Picture film, WeaveOffset start, int step)
    {
        var place = start;
        var pairs = new Pair[(reference.Width / step + 1) * (reference.Height / step + 1)];
        for (var round = 0; round < Rounds; round++)
        {
            var seen = pairs.AsSpan(0, Look(reference, film, place, step, pairs));
            var (gain, offset, scale) = Fit(seen);
            var change = Solve(reference, seen, gain, offset, scale);
            // The reference was moved by the change to look like the film; so the film's place takes it on.
            place = new WeaveOffset(
                place.X + change.X - place.Rotation * change.Y, place.Y + change.Y + place.Rotation * change.X, place.Rotation + change.Rotation);
            if (Math.Abs(change.X) + Math.Abs(change.Y) < 0.004f)
                break;
        }
        return place;
    }

    /// <summary>Gain and offset of the film against the reference, and three times the median-like spread of what remains.</summary>
    private static (double Gain, double Offset, double Scale) Fit(ReadOnlySpan<Pair> pairs)
    {
        double sa = 0, sb = 0, saa = 0, sab = 0;
        foreach (var (_, at, to) in pairs)
        {
            double a = at, b = to;
            sa += a;
            sb += b;
            saa += a * a;
            sab += a * b;
        }
        double n = Math.Max(1, pairs.Length);
        var variance = saa - sa * sa / n;
        var gain = variance > 1e-6 ? Math.Clamp((sab - sa * sb / n) / variance, 0.2, 5) : 1;
        var offset = (sb - gain * sa) / n;
        var absolute = 0.0;
        foreach (var (_, a, b) in pairs)
            absolute += Math.Abs(b - gain * a - offset);
        return (gain, offset, Math.Max(1, 4 * absolute / n));
    }

    private static WeaveOffset Solve(Picture reference, ReadOnlySpan<Pair> pairs, double gain, double offset, double scale)
    {
        Span<double> h = stackalloc double[9];
        Span<double> r = stackalloc double[3];
        h.Clear();
        r.Clear();
        var (cx, cy) = ((reference.Width - 1) / 2.0, (reference.Height - 1) / 2.0);
        foreach (var (at, a, b) in pairs)
        {
            var error = b - gain * a - offset;
            var t = error / scale;
            if (t * t >= 1)
                continue;
            var weight = (1 - t * t) * (1 - t * t);
            var (y, x) = Math.DivRem(at, reference.Width);
            var gx = gain * (reference.Grey[at + 1] - reference.Grey[at - 1]) / 2;
            var gy = gain * (reference.Grey[at + reference.Width] - reference.Grey[at - reference.Width]) / 2;
            // The film at a place shows the reference from before the move: error ≈ -gradient · move.
            var gr = gy * (x - cx) - gx * (y - cy);
            h[0] += weight * gx * gx;
            h[1] += weight * gx * gy;
            h[2] += weight * gx * gr;
            h[4] += weight * gy * gy;
            h[5] += weight * gy * gr;
            h[8] += weight * gr * gr;
            r[0] -= weight * gx * error;
            r[1] -= weight * gy * error;
            r[2] -= weight * gr * error;
        }
        (h[3], h[6], h[7]) = (h[1], h[2], h[5]);
        return Cramer(h, r);
    }

    private static WeaveOffset Cramer(ReadOnlySpan<double> h, ReadOnlySpan<double> r)
    {
        static double Det(double a, double b, double c, double d, double e, double f, double g, double i, double j) =>
            a * (e * j - f * i) - b * (d * j - f * g) + c * (d * i - e * g);
        var all = Det(h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], h[8]);
        if (Math.Abs(all) < 1e-9)
            return default;
        return new WeaveOffset(
            (float)(Det(r[0], h[1], h[2], r[1], h[4], h[5], r[2], h[7], h[8]) / all),
            (float)(Det(h[0], r[0], h[2], h[3], r[1], h[5], h[6], r[2], h[8]) / all),
            (float)(Det(h[0], h[1], r[0], h[3], h[4], r[1], h[6], h[7], r[2]) / all));
    }

    /// <summary>Fills in the reference's grey and the film's where that sample was moved to, wherever both exist; returns how many there are.</summary>
    private static int Look(Picture reference, Picture film, WeaveOffset place, int step, Span<Pair> pairs)
    {
        var (cx, cy) = ((reference.Width - 1) / 2f, (reference.Height - 1) / 2f);
        var count = 0;
        for (var y = Margin; y < reference.Height - Margin; y += step)
            for (var x = Margin; x < reference.Width - Margin; x += step)
            {
                var u = x + place.X - place.Rotation * (y - cy);
                var v = y + place.Y + place.Rotation * (x - cx);
                if (u < 1 || v < 1 || u >= film.Width - 3 || v >= film.Height - 3)
                    continue;
                var at = y * reference.Width + x;
                pairs[count++] = new Pair(at, reference.Grey[at], film.Sample(u, v));
            }
        return count;
    }

    private static List<Picture> Pyramid(Plane plane)
    {
        var levels = new List<Picture> { Picture.From(plane) };
        while (levels.Count < 5 && Math.Min(levels[^1].Width, levels[^1].Height) >= 48)
            levels.Add(levels[^1].Half());
        return levels;
    }

    /// <param name="At">The reference's sample, row by row.</param>
    private readonly record struct Pair(int At, float Reference, float Film);

    private sealed record Picture(int Width, int Height, float[] Grey)
    {
        public static Picture From(Plane plane)
        {
            var grey = new float[plane.Width * plane.Height];
            for (var y = 0; y < plane.Height; y++)
                for (var x = 0; x < plane.Width; x++)
                    grey[y * plane.Width + x] = plane[x, y] / 257f;
            return new Picture(plane.Width, plane.Height, grey);
        }

        public Picture Half()
        {
            var (width, height) = (Width / 2, Height / 2);
            var grey = new float[width * height];
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                {
                    var at = 2 * y * Width + 2 * x;
                    grey[y * width + x] = (Grey[at] + Grey[at + 1] + Grey[at + Width] + Grey[at + Width + 1]) / 4;
                }
            return new Picture(width, height, grey);
        }

        /// <summary>Bicubic (Catmull-Rom); one sample of margin to the left and two to the right must exist.</summary>
        public float Sample(float x, float y)
        {
            var (left, top) = ((int)x, (int)y);
            var (tx, ty) = (x - left, y - top);
            var at = (top - 1) * Width + left - 1;
            return Cubic(Line(at), Line(at + Width), Line(at + 2 * Width), Line(at + 3 * Width), ty);

            float Line(int from) => Cubic(Grey[from], Grey[from + 1], Grey[from + 2], Grey[from + 3], tx);
        }

        private static float Cubic(float a, float b, float c, float d, float t) =>
            b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
