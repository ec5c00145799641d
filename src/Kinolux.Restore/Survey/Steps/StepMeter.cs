using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Survey.Steps;

/// <summary>
/// Compares each frame with one half a second earlier along dense motion, small: a stain that grew meanwhile is seen in its whole width, however little the scene moves.
/// Frames that repeat others or show nothing are stepped over. Keeps so many small pictures, and no more.
/// </summary>
internal sealed class StepMeter(int width, int height, int factor, RowRunner rows)
{
    /// <summary>Moments between the frames compared: a stain has grown in fewer, and a scene has not yet changed by much.</summary>
    public const int Apart = 12;

    private const float Level = 257;

    // 16-bit levels: detail that is no stronger has no vigour to speak of.
    private const float Flat = Level / 2;

    // One vector for 2 × 2 samples.
    private static readonly FlowSettings Settings = new(0, 6, 0);

    private readonly Moment?[] _past = new Moment?[Apart + 1];
    private readonly Plane _plane = new(width, height);
    private readonly FlowBuffers _buffers = new();
    private readonly float[] _change = new float[width * height];
    private readonly float[] _detail = new float[width * height];
    private int _moments;

    /// <summary>The step up to a frame; null where there is none to compare with yet.</summary>
    /// <param name="isMoment">False for a frame that repeats another, or shows nothing.</param>
    public StepGrid? Add(int number, Glimpse glimpse, bool isMoment)
    {
        if (!isMoment)
            return null;
        var now = _past[_moments % _past.Length] ??= new Moment(width, height);
        now.Take(number, glimpse, _plane, rows);
        var then = _moments >= Apart ? _past[(_moments - Apart) % _past.Length] : null;
        _moments++;
        return then is not null && number - then.Number <= ushort.MaxValue ? Compare(now, then) : null;
    }

    private StepGrid Compare(Moment now, Moment then)
    {
        var flow = DenseFlow.Estimate(now.Pyramid, then.Pyramid, Settings, _buffers, rows);
        Follow(now, then, flow);
        var (gain, offset) = LightFit.Of(_change, now.Grey);
        for (var i = 0; i < _change.Length; i++)
        {
            _change[i] = float.IsNaN(_change[i]) ? 0 : now.Grey[i] - (gain * _change[i] + offset);
            _detail[i] *= gain;
        }
        WideLight.TakeOff(_change, width, height);
        var (change, mismatch, vigour) = (new sbyte[StepGrid.Cells], new byte[StepGrid.Cells], new sbyte[StepGrid.Cells]);
        for (var cell = 0; cell < StepGrid.Cells; cell++)
        {
            var (mean, deviation, stronger) = Cell(cell, now);
            change[cell] = (sbyte)Math.Clamp(MathF.Round(mean / (Level * StepGrid.Unit)), -127, 127);
            mismatch[cell] = (byte)Math.Clamp(MathF.Round(deviation / (Level * StepGrid.Unit)), 0, 255);
            vigour[cell] = (sbyte)Math.Clamp(MathF.Round(stronger / StepGrid.VigourUnit), -127, 127);
        }
        return new StepGrid(now.Number - then.Number, Middle(flow.U) * factor / 16f, Middle(flow.V) * factor / 16f, change, mismatch, vigour);
    }

    // What was seen then of each place: its grey (NaN where it lay outside the picture) and its detail.
    private void Follow(Moment now, Moment then, FlowField flow)
    {
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = (y >> flow.Shift) * flow.Width + (x >> flow.Shift);
                var (u, v) = (x + flow.U[at] / 16f, y + flow.V[at] / 16f);
                var isInside = u > -0.5f && v > -0.5f && u < width - 0.5f && v < height - 0.5f;
                var i = y * width + x;
                (_change[i], _detail[i]) = isInside ? (then.At(then.Grey, u, v), then.At(then.Detail, u, v)) : (float.NaN, now.Detail[i]);
            }
    }

    private (float Mean, float Deviation, float Vigour) Cell(int cell, Moment now)
    {
        var (row, column) = Math.DivRem(cell, StepGrid.Width);
        var (left, top) = (FrameMeter.Edge(column, StepGrid.Width, width), FrameMeter.Edge(row, StepGrid.Height, height));
        var (right, bottom) = (Math.Max(left + 1, FrameMeter.Edge(column + 1, StepGrid.Width, width)), Math.Max(top + 1, FrameMeter.Edge(row + 1, StepGrid.Height, height)));
        var (sum, apart, own, former) = (0f, 0f, 0f, 0f);
        for (var y = top; y < bottom; y++)
            for (var (x, i) = (left, y * width + left); x < right; x++, i++)
            {
                var (detail, was) = (now.Detail[i], _detail[i]);
                (sum, apart, own, former) = (sum + _change[i], apart + (detail - was) * (detail - was), own + detail * detail, former + was * was);
            }
        var count = (right - left) * (bottom - top);
        var flat = count * Flat * Flat;
        return (sum / count, MathF.Sqrt(apart / count), MathF.Log((own + flat) / (former + flat)));
    }

    private static short Middle(short[] values)
    {
        var sorted = (short[])values.Clone();
        return Selection.Nth(sorted.AsSpan(), sorted.Length / 2);
    }

    /// <summary>A frame, small.</summary>
    private sealed class Moment(int width, int height)
    {
        public int Number { get; private set; }

        public float[] Grey { get; } = new float[width * height];

        public float[] Detail { get; } = new float[width * height];

        public MotionPyramid Pyramid { get; } = new(width, height, 0, 0);

        public void Take(int number, Glimpse glimpse, Plane plane, RowRunner rows)
        {
            Number = number;
            glimpse.Grey.CopyTo(Grey, 0);
            glimpse.Detail.CopyTo(Detail, 0);
            for (var y = 0; y < height; y++)
            {
                var row = plane.Row(y);
                for (var x = 0; x < width; x++)
                    row[x] = (ushort)Grey[y * width + x];
            }
            Pyramid.Build(plane, rows);
        }

        /// <summary>A value between samples; beyond the edge it repeats.</summary>
        public float At(float[] values, float x, float y)
        {
            (x, y) = (Math.Clamp(x, 0, width - 1), Math.Clamp(y, 0, height - 1));
            var (left, top) = (Math.Min((int)x, Math.Max(0, width - 2)), Math.Min((int)y, Math.Max(0, height - 2)));
            var (fx, fy) = (x - left, y - top);
            var (right, below) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
            var upper = values[top * width + left] + fx * (values[top * width + right] - values[top * width + left]);
            var lower = values[below * width + left] + fx * (values[below * width + right] - values[below * width + left]);
            return upper + fy * (lower - upper);
        }
    }
}
