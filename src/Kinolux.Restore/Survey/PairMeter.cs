using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Survey;

/// <summary>
/// Compares two glimpses: how the light changed on what did not move by itself, and whether it is the same scene at all. For one thread at a time.
/// </summary>
internal sealed class PairMeter(int width, int height)
{
    private const int Cells = FrameSurvey.GridWidth * FrameSurvey.GridHeight;
    private const int BinShift = 5;

    private readonly Aligned _from = new(width, height);
    private readonly Aligned _to = new(width, height);
    private readonly int[] _bins = new int[65536 >> BinShift];
    private readonly CellScratch _scratch = new((width / FrameSurvey.GridWidth + 1) * (height / FrameSurvey.GridHeight + 1));

    /// <param name="earlier">Of the size given at the start, as the later one.</param>
    public PairSurvey Measure(Glimpse earlier, Glimpse later, int lag, GlobalMotion motion)
    {
        // Both go half the way: moving one alone would blur it alone, and its lower contrast would read as a change of light.
        var (from, to) = (_from, _to);
        from.Take(earlier, motion, 0.5f);
        to.Take(later, motion, -0.5f);
        for (var i = 0; i < from.Grey.Length; i++)
            if (float.IsNaN(to.Grey[i]))
                from.Grey[i] = from.Detail[i] = float.NaN;
        var (gain, offset) = Light(from.Grey, to.Grey);
        var shifts = new float[Cells];
        var gains = new float[Cells];
        for (var cell = 0; cell < Cells; cell++)
            (shifts[cell], gains[cell]) = CellLight(from.Grey, to.Grey, cell, gain, offset);
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
    private (float Gain, float Offset) Light(float[] earlier, float[] later)
    {
        if (Trimmed(earlier, earlier) is not var (meanA, spreadA) || Trimmed(later, earlier) is not var (meanB, spreadB))
            return (1, 0);
        var gain = spreadA > 0 ? Math.Clamp(Math.Sqrt((spreadB + 1) / (spreadA + 1)), 0.2, 5) : 1;
        return ((float)gain, (float)(meanB - gain * meanA));
    }

    /// <summary>Mean and variance without the lowest and highest three percent, which belong to dirt, the burnt-out and the black; null where there is too little to see.</summary>
    /// <param name="seen">NaN where a value does not count.</param>
    private (double Mean, double Spread)? Trimmed(float[] values, float[] seen)
    {
        Array.Clear(_bins);
        var count = 0;
        for (var i = 0; i < values.Length; i++)
            if (!float.IsNaN(seen[i]))
            {
                _bins[Bin(values[i])]++;
                count++;
            }
        if (count < 4)
            return null;
        var cut = count * 3 / 100;
        var (low, lowShare) = Cut(cut, fromBelow: true);
        var (high, highShare) = Cut(cut, fromBelow: false);
        double n = 0, sum = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (float.IsNaN(seen[i]) || Bin(values[i]) is var bin && (bin < low || bin > high))
                continue;
            var weight = (bin == low ? lowShare : 1) + (bin == high ? highShare : 1) - 1;
            var part = weight * values[i];
            n += weight;
            sum += part;
            squares += part * values[i];
        }
        return n <= 0 ? null : (sum / n, Math.Max(0, squares / n - sum / n * (sum / n)) * n);
    }

    /// <summary>The bin in which so many values from an end are passed, and the share of it that is left.</summary>
    private (int Bin, double Share) Cut(int cut, bool fromBelow)
    {
        for (var (i, passed) = (0, 0); ; i++)
        {
            var bin = fromBelow ? i : _bins.Length - 1 - i;
            passed += _bins[bin];
            if (passed > cut)
                return (bin, (double)(passed - cut) / _bins[bin]);
        }
    }

    private static int Bin(float grey) => Math.Clamp((int)grey, 0, 65535) >> BinShift;

    private (float Shift, float Gain) CellLight(float[] earlier, float[] later, int cell, float gain, float offset)
    {
        var scratch = _scratch;
        var (left, right, top, bottom) = Bounds(cell);
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
        var median = Selection.Nth(scratch.Sorted.AsSpan(0, count), count / 2);
        for (var i = 0; i < count; i++)
            scratch.Sorted[i] = MathF.Abs(scratch.Error[i] - median);
        var limit = Math.Max(64f, 2.5f * 1.4826f * Selection.Nth(scratch.Sorted.AsSpan(0, count), count / 2));
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

    private (int Left, int Right, int Top, int Bottom) Bounds(int cell)
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
