using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Samples of a plane at places in 1/16 sample; outside the picture the nearest edge sample counts.</summary>
internal static class Sampling
{
    // Catmull-Rom weights for the 16 phases, in 1/256; Keys, "Cubic convolution interpolation", 1981.
    private static readonly short[] Cubic = MakeCubic();

    /// <summary>Between the four samples around: cheap and a little soft, for comparing.</summary>
    public static int Bilinear(Plane plane, int x16, int y16)
    {
        var x = x16 >> 4;
        var y = y16 >> 4;
        var fx = x16 & 15;
        var fy = y16 & 15;
        var data = plane.Data;
        if ((uint)x < (uint)(plane.Width - 1) && (uint)y < (uint)(plane.Height - 1))
        {
            var at = y * plane.Stride + x;
            var below = at + plane.Stride;
            return ((data[at] * (16 - fx) + data[at + 1] * fx) * (16 - fy) + (data[below] * (16 - fx) + data[below + 1] * fx) * fy + 128) >> 8;
        }
        var x0 = Math.Clamp(x, 0, plane.Width - 1);
        var x1 = Math.Clamp(x + 1, 0, plane.Width - 1);
        var y0 = Math.Clamp(y, 0, plane.Height - 1) * plane.Stride;
        var y1 = Math.Clamp(y + 1, 0, plane.Height - 1) * plane.Stride;
        return ((data[y0 + x0] * (16 - fx) + data[y0 + x1] * fx) * (16 - fy) + (data[y1 + x0] * (16 - fx) + data[y1 + x1] * fx) * fy + 128) >> 8;
    }

    /// <summary>Between the sixteen samples around: sharp, for filling; may pass the range of 16 bit a little.</summary>
    public static int Sharp(Plane plane, int x16, int y16)
    {
        var x = x16 >> 4;
        var y = y16 >> 4;
        var wx = (x16 & 15) * 4;
        var wy = (y16 & 15) * 4;
        var sum = 0L;
        for (var j = 0; j < 4; j++)
        {
            var row = Math.Clamp(y + j - 1, 0, plane.Height - 1) * plane.Stride;
            var line = 0;
            for (var i = 0; i < 4; i++)
                line += plane.Data[row + Math.Clamp(x + i - 1, 0, plane.Width - 1)] * Cubic[wx + i];
            sum += (long)line * Cubic[wy + j];
        }
        return (int)((sum + 32768) >> 16);
    }

    private static short[] MakeCubic()
    {
        var weights = new short[64];
        for (var phase = 0; phase < 16; phase++)
        {
            var t = phase / 16.0;
            double[] w = [((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t, (0.5 * t - 0.5) * t * t];
            for (var i = 0; i < 4; i++)
                weights[phase * 4 + i] = (short)Math.Round(w[i] * 256);
            // The weights must add up to one whole, or a flat patch would change its level.
            weights[phase * 4 + (phase < 8 ? 1 : 2)] += (short)(256 - weights[phase * 4] - weights[phase * 4 + 1] - weights[phase * 4 + 2] - weights[phase * 4 + 3]);
        }
        return weights;
    }
}
