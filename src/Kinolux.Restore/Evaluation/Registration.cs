using Kinolux.Core.Frames;
using Kinolux.Restore.Damage;

namespace Kinolux.Restore.Evaluation;

/// <summary>
/// Where a picture lies against its reference: shift and rotation to a few hundredths of a sample, by inverse-compositional alignment from coarse to fine
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
        for (var round = 0; round < Rounds; round++)
        {
            var (gain, offset, scale) = Fit(reference, film, place, step);
            var change = Solve(reference, film, place, step, gain, offset, scale);
            // The reference was moved by the change to look like the film; so the film's place takes it on.
            place = new WeaveOffset(
                place.X + change.X - place.Rotation * change.Y, place.Y + change.Y + place.Rotation * change.X, place.Rotation + change.Rotation);
            if (Math.Abs(change.X) + Math.Abs(change.Y) < 0.004f)
                break;
        }
        return place;
    }

    /// <summary>Gain and offset of the film against the reference, and three times the median-like spread of what remains.</summary>
    private static (double Gain, double Offset, double Scale) Fit(Picture reference, Picture film, WeaveOffset place, int step)
    {
        double n = 0, sa = 0, sb = 0, saa = 0, sab = 0;
        Visit(reference, film, place, step, (a, b, _) => (n, sa, sb, saa, sab) = (n + 1, sa + a, sb + b, saa + a * a, sab + a * b));
        var variance = saa - sa * sa / Math.Max(1, n);
        var gain = variance > 1e-6 ? Math.Clamp((sab - sa * sb / n) / variance, 0.2, 5) : 1;
        var offset = (sb - gain * sa) / Math.Max(1, n);
        var absolute = 0.0;
        Visit(reference, film, place, step, (a, b, _) => absolute += Math.Abs(b - gain * a - offset));
        return (gain, offset, Math.Max(1, 4 * absolute / Math.Max(1, n)));
    }

    private static WeaveOffset Solve(Picture reference, Picture film, WeaveOffset place, int step, double gain, double offset, double scale)
    {
        Span<double> h = stackalloc double[9];
        Span<double> r = stackalloc double[3];
        var (cx, cy) = ((reference.Width - 1) / 2.0, (reference.Height - 1) / 2.0);
        var sums = new double[12];
        Visit(reference, film, place, step, (a, b, at) =>
        {
            var error = b - gain * a - offset;
            var t = error / scale;
            if (t * t >= 1)
                return;
            var weight = (1 - t * t) * (1 - t * t);
            var (x, y) = (at % reference.Width, at / reference.Width);
            var gx = gain * (reference.Grey[at + 1] - reference.Grey[at - 1]) / 2;
            var gy = gain * (reference.Grey[at + reference.Width] - reference.Grey[at - reference.Width]) / 2;
            // The film at a place shows the reference from before the move: error ≈ -gradient · move.
            var gr = gy * (x - cx) - gx * (y - cy);
            sums[0] += weight * gx * gx;
            sums[1] += weight * gx * gy;
            sums[2] += weight * gx * gr;
            sums[4] += weight * gy * gy;
            sums[5] += weight * gy * gr;
            sums[8] += weight * gr * gr;
            sums[9] -= weight * gx * error;
            sums[10] -= weight * gy * error;
            sums[11] -= weight * gr * error;
        });
        (h[0], h[1], h[2], h[4], h[5], h[8]) = (sums[0], sums[1], sums[2], sums[4], sums[5], sums[8]);
        (h[3], h[6], h[7]) = (h[1], h[2], h[5]);
        (r[0], r[1], r[2]) = (sums[9], sums[10], sums[11]);
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

    /// <summary>Calls with the reference's grey, the film's grey where that sample was moved to, and the sample's index, wherever both exist.</summary>
    private static void Visit(Picture reference, Picture film, WeaveOffset place, int step, Action<double, double, int> visit)
    {
        var (cx, cy) = ((reference.Width - 1) / 2f, (reference.Height - 1) / 2f);
        for (var y = Margin; y < reference.Height - Margin; y += step)
            for (var x = Margin; x < reference.Width - Margin; x += step)
            {
                var u = x + place.X - place.Rotation * (y - cy);
                var v = y + place.Y + place.Rotation * (x - cx);
                if (u < 1 || v < 1 || u >= film.Width - 3 || v >= film.Height - 3)
                    continue;
                var at = y * reference.Width + x;
                visit(reference.Grey[at], film.Sample(u, v), at);
            }
    }

    private static List<Picture> Pyramid(Plane plane)
    {
        var levels = new List<Picture> { Picture.From(plane) };
        while (levels.Count < 5 && Math.Min(levels[^1].Width, levels[^1].Height) >= 48)
            levels.Add(levels[^1].Half());
        return levels;
    }

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
            Span<float> lines = stackalloc float[4];
            for (var j = 0; j < 4; j++)
            {
                var at = (top - 1 + j) * Width + left - 1;
                lines[j] = Cubic(Grey[at], Grey[at + 1], Grey[at + 2], Grey[at + 3], tx);
            }
            return Cubic(lines[0], lines[1], lines[2], lines[3], ty);
        }

        private static float Cubic(float a, float b, float c, float d, float t) =>
            b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
