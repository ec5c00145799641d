namespace Kinolux.Restore.Survey;

/// <summary>Shift between two glimpses: an exhaustive search on their detail, refined by gradient steps.</summary>
internal static class GlimpseMotion
{
    public static GlobalMotion Estimate(Glimpse earlier, Glimpse later)
    {
        var reach = Math.Min(10, Math.Min(later.Width, later.Height) / 4);
        var (best, bx, by) = (double.NegativeInfinity, 0, 0);
        for (var dy = -reach; dy <= reach; dy++)
            for (var dx = -reach; dx <= reach; dx++)
            {
                var score = Score(earlier, later, dx, dy) - 1e-3 * (Math.Abs(dx) + Math.Abs(dy));
                if (score > best)
                    (best, bx, by) = (score, dx, dy);
            }
        double x = bx, y = by;
        for (var i = 0; i < 4; i++)
            (x, y) = Step(earlier, later, x, y);
        if (Math.Abs(x - bx) > 1.5 || Math.Abs(y - by) > 1.5)
            (x, y) = (bx, by);
        return new GlobalMotion((float)(x * later.Factor), (float)(y * later.Factor), 0, 0, (float)Math.Clamp(best, 0, 1));
    }

    private static double Score(Glimpse a, Glimpse b, int dx, int dy)
    {
        double aa = 1, bb = 1, ab = 0;
        for (var y = Math.Max(0, dy); y < Math.Min(b.Height, b.Height + dy); y += 2)
            for (var x = Math.Max(0, dx); x < Math.Min(b.Width, b.Width + dx); x += 2)
            {
                var (p, q) = (a.Detail[(y - dy) * a.Width + x - dx], b.Detail[y * b.Width + x]);
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        return ab / Math.Sqrt(aa * bb);
    }

    private static (double X, double Y) Step(Glimpse earlier, Glimpse later, double x, double y)
    {
        var aligned = Aligned.Of(earlier, new GlobalMotion((float)(x * later.Factor), (float)(y * later.Factor), 0, 0, 1), 1).Detail;
        double xx = 1, yy = 1, xy = 0, xe = 0, ye = 0;
        for (var v = 1; v < later.Height - 1; v++)
            for (var u = 1; u < later.Width - 1; u++)
            {
                var i = v * later.Width + u;
                var error = aligned[i] - later.Detail[i];
                if (float.IsNaN(error) || MathF.Abs(error) > 2000)
                    continue;
                var (gx, gy) = ((later.Detail[i + 1] - later.Detail[i - 1]) / 2, (later.Detail[i + later.Width] - later.Detail[i - later.Width]) / 2);
                xx += gx * gx;
                yy += gy * gy;
                xy += gx * gy;
                xe += gx * error;
                ye += gy * error;
            }
        var det = xx * yy - xy * xy;
        // aligned(u) = later(u + what is still missing).
        return det <= 0 ? (x, y) : (x + (yy * xe - xy * ye) / det, y + (xx * ye - xy * xe) / det);
    }
}
