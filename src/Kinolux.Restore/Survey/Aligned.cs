using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Survey;

/// <summary>A glimpse moved along the motion of the whole picture; NaN where it has nothing to show.</summary>
internal sealed class Aligned(int width, int height)
{
    public float[] Grey { get; } = new float[width * height];

    public float[] Detail { get; } = new float[width * height];

    /// <param name="glimpse">Of the size given at the start.</param>
    /// <param name="motion">In luma samples.</param>
    /// <param name="share">How much of the motion, negative for against it.</param>
    public void Take(Glimpse glimpse, GlobalMotion motion, float share)
    {
        var (cx, cy) = ((width - 1) / 2f, (height - 1) / 2f);
        var (dx, dy) = (share * motion.X / glimpse.Factor, share * motion.Y / glimpse.Factor);
        var (rotation, zoom) = (share * motion.Rotation, share * motion.Zoom);
        for (var y = 0; y < height; y++)
        {
            // The motion is small, so its inverse is its negative.
            var left = -dx + rotation * (y - dy - cy) + zoom * (dx + cx);
            var above = y - dy + rotation * (dx + cx) - zoom * (y - dy - cy);
            Row(glimpse, y * width, (left, 1 - zoom), (above, -rotation));
        }
    }

    private void Row(Glimpse glimpse, int start, (float At, float Step) across, (float At, float Step) down)
    {
        var (grey, detail) = (glimpse.Grey, glimpse.Detail);
        var toGrey = Grey.AsSpan(start, width);
        var toDetail = Detail.AsSpan(start, width);
        for (var x = 0; x < toGrey.Length; x++)
        {
            var (sx, sy) = (across.At + x * across.Step, down.At + x * down.Step);
            if (!(sx >= 0 && sy >= 0 && sx <= width - 1 && sy <= height - 1))
            {
                toGrey[x] = toDetail[x] = float.NaN;
                continue;
            }
            var (x0, y0) = ((int)sx, (int)sy);
            var (fx, fy) = (sx - x0, sy - y0);
            var at = y0 * width + x0;
            var (right, under) = (x0 + 1 < width ? at + 1 : at, y0 + 1 < height ? width : 0);
            var (a, b, c, d) = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy);
            toGrey[x] = a * grey[at] + b * grey[right] + c * grey[at + under] + d * grey[right + under];
            toDetail[x] = a * detail[at] + b * detail[right] + c * detail[at + under] + d * detail[right + under];
        }
    }
}
