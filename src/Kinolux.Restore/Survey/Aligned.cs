namespace Kinolux.Restore.Survey;

/// <summary>A glimpse moved along the motion of the whole picture; NaN where it has nothing to show.</summary>
internal sealed record Aligned(float[] Grey, float[] Detail)
{
    /// <param name="motion">In luma samples.</param>
    /// <param name="share">How much of the motion, negative for against it.</param>
    public static Aligned Of(Glimpse glimpse, GlobalMotion motion, float share)
    {
        var aligned = new Aligned(new float[glimpse.Grey.Length], new float[glimpse.Grey.Length]);
        var (width, height) = (glimpse.Width, glimpse.Height);
        var (cx, cy) = ((width - 1) / 2f, (height - 1) / 2f);
        var (dx, dy) = (share * motion.X / glimpse.Factor, share * motion.Y / glimpse.Factor);
        var (rotation, zoom) = (share * motion.Rotation, share * motion.Zoom);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                // The motion is small, so its inverse is its negative.
                var (u, v) = (x - dx - cx, y - dy - cy);
                var sx = x - dx + rotation * v - zoom * u;
                var sy = y - dy - rotation * u - zoom * v;
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
                aligned.Grey[i] = a * glimpse.Grey[at] + b * glimpse.Grey[at + right] + c * glimpse.Grey[at + down] + d * glimpse.Grey[at + right + down];
                aligned.Detail[i] = a * glimpse.Detail[at] + b * glimpse.Detail[at + right] + c * glimpse.Detail[at + down] + d * glimpse.Detail[at + right + down];
            }
        return aligned;
    }
}
