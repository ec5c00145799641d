using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey.Copies;
using Kinolux.Restore.Survey.Flecks;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Survey;

/// <summary>Measures frames one after the other; keeps the last few small, so memory does not grow.</summary>
internal sealed class FrameMeter(RowRunner rows) : IDisposable
{
    private const int Cells = FrameSurvey.GridWidth * FrameSurvey.GridHeight;
    private readonly Glimpse?[] _past = new Glimpse?[PairSurvey.Lags[^1] + 1];
    private readonly MotionPyramid?[] _pyramids = new MotionPyramid?[PairSurvey.Lags[^1] + 1];
    private readonly PairMeter?[] _meters = new PairMeter?[PairSurvey.Lags.Count];
    private readonly FleckMeter _flecks = new(rows);
    private readonly CopyMeter _copies = new(rows);
    private StepMeter? _steps;
    private Frame? _last;
    private int _count;

    public FrameSurvey Measure(Frame frame)
    {
        var glimpse = _past[_count % _past.Length] ??= new Glimpse(frame.Guide.Width, frame.Guide.Height);
        glimpse.Take(frame.Guide, rows);
        var pyramid = _pyramids[_count % _pyramids.Length] ??= new MotionPyramid(frame.Guide.Width, frame.Guide.Height);
        pyramid.Build(frame.Guide);
        var lags = PairSurvey.Lags.Where(lag => lag <= _count).ToArray();
        var pairs = new PairSurvey[lags.Length];
        rows.Run(lags.Length, (first, end) =>
        {
            for (var i = first; i < end; i++)
                pairs[i] = Pair(glimpse, pyramid, lags[i], _meters[i] ??= new PairMeter(glimpse.Width, glimpse.Height));
        });
        var (quantiles, mean) = Greys(frame.Guide);
        var differences = Differences(frame.Guide);
        var noise = NoiseMeter.Measure(frame.Guide, rows);
        var motion = pairs.Length == 0 ? default : pairs[0].Motion;
        var blockDifference = differences.Length == 0 ? 0 : differences.Max();
        var (flecks, unrest) = _flecks.Add(frame, motion, blockDifference, noise.Mean);
        var survey = new FrameSurvey
        {
            Mean = mean,
            Quantiles = quantiles,
            Grid = Average(glimpse, FrameSurvey.GridWidth, FrameSurvey.GridHeight),
            Thumbnail = [.. Average(glimpse, FrameSurvey.ThumbnailWidth, FrameSurvey.ThumbnailHeight).Select(grey => (byte)Math.Clamp(MathF.Round(grey / 257), 0, 255))],
            Noise = noise.Mean,
            NoiseCurve = noise,
            Coarseness = NoiseMeter.Coarseness(frame.Guide, noise, rows),
            Difference = differences.Length == 0 ? 0 : differences.Average(),
            BlockDifference = blockDifference,
            Motion = motion,
            IsCopy = _copies.Add(frame, noise.Mean),
            Unrest = unrest,
            Flecks = flecks,
            Text = TextMeter.Measure(glimpse, quantiles),
            Pairs = pairs,
            Rim = RimMeter.Measure(frame.Guide),
        };
        _steps ??= new StepMeter(glimpse.Width, glimpse.Height, glimpse.Factor, rows);
        survey = survey with { Step = _steps.Add(_count, glimpse, isMoment: !survey.IsCopy && !survey.IsBlank) };
        _count++;
        _last?.Dispose();
        _last = frame.Share();
        return survey;
    }

    public void Dispose()
    {
        _last?.Dispose();
        _flecks.Dispose();
        _copies.Dispose();
    }

    private PairSurvey Pair(Glimpse glimpse, MotionPyramid pyramid, int lag, PairMeter meter)
    {
        var at = (_count - lag) % _past.Length;
        // Both are there: the film has had that many frames.
        var (earlier, from) = (_past[at]!, _pyramids[at]!);
        return meter.Measure(earlier, glimpse, lag, GlobalMotionEstimator.Between(from, pyramid, RowRunner.Serial));
    }

    private (float[] Quantiles, float Mean) Greys(Plane plane)
    {
        const int shift = 6;
        var total = new int[65536 >> shift];
        rows.Run(plane.Height, (first, end) =>
        {
            var part = new int[total.Length];
            for (var y = first; y < end; y++)
                foreach (var sample in plane.Row(y))
                    part[sample >> shift]++;
            lock (total)
                for (var i = 0; i < part.Length; i++)
                    total[i] += part[i];
        });
        var quantiles = new float[FrameSurvey.QuantileCount];
        var count = (double)plane.Width * plane.Height;
        double below = 0, sum = 0;
        var next = 0;
        for (var i = 0; i < total.Length; i++)
        {
            sum += total[i] * ((i + 0.5) * (1 << shift));
            while (next < quantiles.Length && below + total[i] > (next + 0.5) / quantiles.Length * count)
                quantiles[next] = (float)((i + ((next++ + 0.5) / quantiles.Length * count - below) / total[i]) * (1 << shift));
            below += total[i];
        }
        return (quantiles, (float)(sum / count));
    }

    /// <summary>Mean |difference| to the last frame in each cell of the grid.</summary>
    private float[] Differences(Plane plane)
    {
        if (_last is null)
            return [];
        var last = _last.Guide;
        var sums = new long[plane.Height * FrameSurvey.GridWidth];
        rows.Run(plane.Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                var a = plane.Row(y);
                var b = last.Row(y);
                for (var c = 0; c < FrameSurvey.GridWidth; c++)
                {
                    var (left, right) = (Edge(c, FrameSurvey.GridWidth, plane.Width), Edge(c + 1, FrameSurvey.GridWidth, plane.Width));
                    sums[y * FrameSurvey.GridWidth + c] = AbsoluteDifference.Run(a[left..right], b[left..right]);
                }
            }
        });
        var cells = new float[Cells];
        for (var cell = 0; cell < Cells; cell++)
        {
            var (column, row) = (cell % FrameSurvey.GridWidth, cell / FrameSurvey.GridWidth);
            var (top, bottom) = (Edge(row, FrameSurvey.GridHeight, plane.Height), Edge(row + 1, FrameSurvey.GridHeight, plane.Height));
            var area = (bottom - top) * (Edge(column + 1, FrameSurvey.GridWidth, plane.Width) - Edge(column, FrameSurvey.GridWidth, plane.Width));
            var sum = 0L;
            for (var y = top; y < bottom; y++)
                sum += sums[y * FrameSurvey.GridWidth + column];
            cells[cell] = area == 0 ? 0 : (float)sum / area;
        }
        return cells;
    }

    // Cells of a picture smaller than the grid overlap rather than vanish.
    private static float[] Average(Glimpse glimpse, int width, int height)
    {
        var cells = new float[width * height];
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
            {
                var (left, top) = (Edge(column, width, glimpse.Width), Edge(row, height, glimpse.Height));
                var (right, bottom) = (Math.Max(left + 1, Edge(column + 1, width, glimpse.Width)), Math.Max(top + 1, Edge(row + 1, height, glimpse.Height)));
                var sum = 0.0;
                for (var y = top; y < bottom; y++)
                    for (var x = left; x < right; x++)
                        sum += glimpse.Grey[y * glimpse.Width + x];
                cells[row * width + column] = (float)(sum / ((right - left) * (bottom - top)));
            }
        return cells;
    }

    internal static int Edge(int cell, int cells, int size) => (int)((long)size * cell / cells);
}
