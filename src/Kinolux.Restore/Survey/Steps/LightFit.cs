using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey.Steps;

/// <summary>Gain and offset that carry greys seen earlier into those seen later: least squares, once over all and once without what fits worst.</summary>
internal static class LightFit
{
    // Of the usual error: what is off by more changed otherwise than the light.
    private const float Off = 2;

    /// <param name="earlier">NaN where nothing was seen.</param>
    public static (float Gain, float Offset) Of(float[] earlier, float[] later)
    {
        var fit = Fit(earlier, later, (1, 0), float.PositiveInfinity);
        var errors = new float[earlier.Length];
        var count = 0;
        for (var i = 0; i < earlier.Length; i++)
            if (!float.IsNaN(earlier[i]))
                errors[count++] = MathF.Abs(later[i] - (fit.Gain * earlier[i] + fit.Offset));
        return count == 0 ? (1, 0) : Fit(earlier, later, fit, Off * Selection.Nth(errors.AsSpan(0, count), count / 2));
    }

    private static (float Gain, float Offset) Fit(float[] earlier, float[] later, (float Gain, float Offset) last, float limit)
    {
        double n = 0, a = 0, b = 0, aa = 0, ab = 0;
        for (var i = 0; i < earlier.Length; i++)
        {
            if (float.IsNaN(earlier[i]) || MathF.Abs(later[i] - (last.Gain * earlier[i] + last.Offset)) > limit)
                continue;
            n++;
            (a, b) = (a + earlier[i], b + later[i]);
            (aa, ab) = (aa + (double)earlier[i] * earlier[i], ab + (double)earlier[i] * later[i]);
        }
        var spread = n * aa - a * a;
        if (n < 16 || spread <= 0)
            return last;
        var gain = Math.Clamp((n * ab - a * b) / spread, 0.2, 5);
        return ((float)gain, (float)((b - gain * a) / n));
    }
}
