using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey.Steps;

/// <summary>Takes off what changed over wide parts of a picture, as uneven exposure does; what changed in a smaller part, such as a stain, stays.</summary>
internal static class WideLight
{
    private const int Rounds = 2;

    // Of the usual change: what changed by more counts as so much, so that a stain does not pull its surroundings along.
    private const float Most = 3;

    // 16-bit levels.
    private const float Least = 257;

    public static void TakeOff(float[] change, int width, int height)
    {
        var reach = Math.Max(1, width / 9);
        var sizes = Array.ConvertAll(change, MathF.Abs);
        var limit = Most * Selection.Nth(sizes.AsSpan(), sizes.Length / 2) + Least;
        for (var round = 0; round < Rounds; round++)
        {
            var wide = Array.ConvertAll(change, value => Math.Clamp(value, -limit, limit));
            foreach (var radius in new[] { reach, Math.Max(1, reach / 2) })
                wide = Mean(Mean(wide, width, height, radius, isAcross: true), width, height, radius, isAcross: false);
            for (var i = 0; i < change.Length; i++)
                change[i] -= wide[i];
        }
    }

    /// <summary>Running means along rows or columns; at the ends of what is there.</summary>
    private static float[] Mean(float[] values, int width, int height, int radius, bool isAcross)
    {
        var result = new float[values.Length];
        var (lines, length, line, step) = isAcross ? (height, width, width, 1) : (width, height, 1, width);
        for (var n = 0; n < lines; n++)
        {
            var sum = 0.0;
            for (var i = 0; i < Math.Min(radius, length); i++)
                sum += values[n * line + i * step];
            for (var i = 0; i < length; i++)
            {
                if (i + radius < length)
                    sum += values[n * line + (i + radius) * step];
                if (i - radius - 1 >= 0)
                    sum -= values[n * line + (i - radius - 1) * step];
                result[n * line + i * step] = (float)(sum / (Math.Min(length - 1, i + radius) - Math.Max(0, i - radius) + 1));
            }
        }
        return result;
    }
}
