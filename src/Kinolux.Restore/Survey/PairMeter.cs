namespace Kinolux.Restore.Survey;

/// <summary>Compares two glimpses: how the picture moved, how the light changed on what did not move by itself, and whether it is the same scene at all.</summary>
internal static class PairMeter
{
    private const int Cells = FrameSurvey.GridWidth * FrameSurvey.GridHeight;

    public static PairSurvey Measure(Glimpse earlier, Glimpse later, int lag, GlobalMotion motion)
    {
        // Both go half the way: moving one alone would blur it alone, and its lower contrast would read as a change of light.
        var (from, to) = (Aligned.Of(earlier, motion, 0.5f), Aligned.Of(later, motion, -0.5f));
        for (var i = 0; i < from.Grey.Length; i++)
            if (float.IsNaN(to.Grey[i]))
                from.Grey[i] = from.Detail[i] = float.NaN;
        var (gain, offset) = Light(from.Grey, to.Grey);
        var shifts = new float[Cells];
        var gains = new float[Cells];
        var scratch = new CellScratch(to.Grey.Length);
        for (var cell = 0; cell < Cells; cell++)
            (shifts[cell], gains[cell]) = CellLight(from.Grey, to.Grey, later.Width, later.Height, cell, gain, offset, scratch);
        return new PairSurvey
        {
            Lag = lag,
            Motion = motion,
            Match = Match(from.Detail, to.Detail),
            Gain = gain,
            Offset = offset,
            Residual = Residual(from.Grey, to.Grey, gain, offset),
            CellShift = shifts,
            CellGain = gains,
        };
    }

    /// <summary>
    /// Gain and offset that carry the earlier greys into the later ones, from the quantiles of what both show:
    /// matching greys by rank needs no exact alignment and is not pulled down by noise, as a regression is.
    /// </summary>
    private static (float Gain, float Offset) Light(float[] earlier, float[] later)
    {
        var count = 0;
        var a = new float[earlier.Length];
        var b = new float[earlier.Length];
        for (var i = 0; i < earlier.Length; i++)
            if (!float.IsNaN(earlier[i]))
                (a[count], b[count++]) = (earlier[i], later[i]);
        if (count < 4)
            return (1, 0);
        Array.Sort(a, 0, count);
        Array.Sort(b, 0, count);
        // The ends belong to dirt, the burnt-out and the black.
        var (first, end) = (count * 3 / 100, count - count * 3 / 100);
        double meanA = 0, meanB = 0;
        for (var i = first; i < end; i++)
            (meanA, meanB) = (meanA + a[i], meanB + b[i]);
        (meanA, meanB) = (meanA / (end - first), meanB / (end - first));
        double aa = 0, bb = 0;
        for (var i = first; i < end; i++)
        {
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        var gain = aa > 0 ? Math.Clamp(Math.Sqrt((bb + 1) / (aa + 1)), 0.2, 5) : 1;
        return ((float)gain, (float)(meanB - gain * meanA));
    }

    private static (float Shift, float Gain) CellLight(float[] earlier, float[] later, int width, int height, int cell, float gain, float offset, CellScratch scratch)
    {
        var (left, right, top, bottom) = Bounds(cell, width, height);
        var count = 0;
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
            {
                var i = y * width + x;
                if (float.IsNaN(earlier[i]))
                    continue;
                scratch.Earlier[count] = earlier[i];
                scratch.Later[count] = later[i];
                scratch.Error[count] = scratch.Sorted[count] = later[i] - (gain * earlier[i] + offset);
                count++;
            }
        if (count < 6 || count * 3 < (right - left) * (bottom - top))
            return (float.NaN, float.NaN);
        Array.Sort(scratch.Sorted, 0, count);
        var median = scratch.Sorted[count / 2];
        for (var i = 0; i < count; i++)
            scratch.Sorted[i] = MathF.Abs(scratch.Error[i] - median);
        Array.Sort(scratch.Sorted, 0, count);
        var limit = Math.Max(64f, 2.5f * 1.4826f * scratch.Sorted[count / 2]);
        return Inliers(scratch, count, median, limit, gain);
    }

    private static (float Shift, float Gain) Inliers(CellScratch scratch, int count, float median, float limit, float gain)
    {
        double n = 0, a = 0, b = 0, aa = 0, bb = 0;
        for (var i = 0; i < count; i++)
        {
            if (MathF.Abs(scratch.Error[i] - median) > limit)
                continue;
            var (earlier, later) = (scratch.Earlier[i], scratch.Later[i]);
            n++;
            a += earlier;
            b += later;
            aa += (double)earlier * earlier;
            bb += (double)later * later;
        }
        if (n < 4 || n * 3 < count)
            return (float.NaN, float.NaN);
        var (meanA, meanB) = (a / n, b / n);
        var (spreadA, spreadB) = (Math.Max(0, aa / n - meanA * meanA), Math.Max(0, bb / n - meanB * meanB));
        // A cell of a few levels' contrast knows nothing of gain.
        const double prior = 1500.0 * 1500.0;
        var own = (spreadB + prior * gain * gain) / (spreadA + prior);
        return ((float)(meanB - meanA), (float)Math.Clamp(Math.Sqrt(own), 0.2, 5));
    }

    private static float Match(float[] earlier, float[] later)
    {
        double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (var i = 0; i < earlier.Length; i++)
        {
            if (float.IsNaN(earlier[i]))
                continue;
            // Strong edges must not speak for the whole picture.
            var (p, q) = (Math.Clamp(earlier[i], -4000f, 4000f), Math.Clamp(later[i], -4000f, 4000f));
            n++;
            a += p;
            b += q;
            aa += (double)p * p;
            bb += (double)q * q;
            ab += (double)p * q;
        }
        if (n < 16)
            return 0;
        var (va, vb) = (aa / n - a / n * (a / n), bb / n - b / n * (b / n));
        return va <= 1 || vb <= 1 ? 0 : (float)((ab / n - a / n * (b / n)) / Math.Sqrt(va * vb));
    }

    private static float Residual(float[] earlier, float[] later, float gain, float offset)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < earlier.Length; i++)
            if (!float.IsNaN(earlier[i]))
            {
                sum += MathF.Abs(later[i] - (gain * earlier[i] + offset));
                count++;
            }
        return count == 0 ? 0 : (float)(sum / count);
    }

    private static (int Left, int Right, int Top, int Bottom) Bounds(int cell, int width, int height)
    {
        var (column, row) = (cell % FrameSurvey.GridWidth, cell / FrameSurvey.GridWidth);
        return (FrameMeter.Edge(column, FrameSurvey.GridWidth, width), FrameMeter.Edge(column + 1, FrameSurvey.GridWidth, width),
            FrameMeter.Edge(row, FrameSurvey.GridHeight, height), FrameMeter.Edge(row + 1, FrameSurvey.GridHeight, height));
    }

    private sealed class CellScratch(int size)
    {
        public readonly float[] Earlier = new float[size];
        public readonly float[] Later = new float[size];
        public readonly float[] Error = new float[size];
        public readonly float[] Sorted = new float[size];
    }
}
