namespace Kinolux.Restore.Survey;

/// <summary>An earlier glimpse moved onto a later one; NaN where it has nothing to show.</summary>
internal sealed record Aligned(float[] Grey, float[] Detail)
{
    /// <param name="motion">From the earlier to the later, in luma samples.</param>
    public static Aligned Of(Glimpse earlier, Glimpse later, GlobalMotion motion)
    {
        var aligned = new Aligned(new float[later.Grey.Length], new float[later.Grey.Length]);
        var (width, height) = (later.Width, later.Height);
        var (cx, cy) = ((width - 1) / 2f, (height - 1) / 2f);
        var (dx, dy) = (motion.X / later.Factor, motion.Y / later.Factor);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                // The motion is small, so its inverse is its negative.
                var (u, v) = (x - dx - cx, y - dy - cy);
                var sx = x - dx + motion.Rotation * v - motion.Zoom * u;
                var sy = y - dy - motion.Rotation * u - motion.Zoom * v;
                var (x0, y0) = ((int)MathF.Floor(sx), (int)MathF.Floor(sy));
                var i = y * width + x;
                if (x0 < 0 || y0 < 0 || x0 > width - 1 || y0 > height - 1 || sx > width - 1 || sy > height - 1)
                {
                    aligned.Grey[i] = aligned.Detail[i] = float.NaN;
                    continue;
                }
                var (fx, fy) = (sx - x0, sy - y0);
                var at = y0 * width + x0;
                var (right, down) = (x0 + 1 < width ? 1 : 0, y0 + 1 < height ? width : 0);
                var (a, b, c, d) = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy);
                aligned.Grey[i] = a * earlier.Grey[at] + b * earlier.Grey[at + right] + c * earlier.Grey[at + down] + d * earlier.Grey[at + right + down];
                aligned.Detail[i] = a * earlier.Detail[at] + b * earlier.Detail[at + right] + c * earlier.Detail[at + down] + d * earlier.Detail[at + right + down];
            }
        return aligned;
    }
}
