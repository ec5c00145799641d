using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Damage;

/// <summary>Applies flicker to a frame in place; chroma follows the gain.</summary>
internal static class Exposure
{
    public static void Apply(Frame frame, FlickerState flicker, RowRunner rows)
    {
        var format = frame.Format;
        for (var i = 0; i < format.PlaneCount; i++)
        {
            var chroma = i > 0 && format.HasChroma;
            Apply(frame.Planes[i], flicker, chroma ? format.NeutralChroma : 0, chroma ? 0 : 257, rows);
        }
    }

    private static void Apply(Plane plane, FlickerState flicker, float pivot, float offsetScale, RowRunner rows)
    {
        var local = flicker.Gains.Length > 0;
        var columns = new Spline(plane.Width, FlickerState.GridWidth);
        var lines = new Spline(plane.Height, FlickerState.GridHeight);
        rows.Run(plane.Height, (first, end) =>
        {
            Span<float> gains = stackalloc float[FlickerState.GridWidth];
            Span<float> offsets = stackalloc float[FlickerState.GridWidth];
            for (var y = first; y < end; y++)
            {
                for (var g = 0; local && g < FlickerState.GridWidth; g++)
                {
                    gains[g] = lines.At(y, flicker.Gains.AsSpan(g), FlickerState.GridWidth);
                    offsets[g] = lines.At(y, flicker.Offsets.AsSpan(g), FlickerState.GridWidth);
                }
                var row = plane.Row(y);
                for (var x = 0; x < row.Length; x++)
                {
                    var gain = flicker.Gain + (local ? columns.At(x, gains, 1) : 0);
                    var offset = flicker.Offset + (local ? columns.At(x, offsets, 1) : 0);
                    row[x] = (ushort)Math.Clamp((row[x] - pivot) * gain + pivot + offset * offsetScale + 0.5f, 0, 65535);
                }
            }
        });
    }

    /// <summary>Weights of a uniform cubic B-spline for every place along a line; control values beyond the ends repeat.</summary>
    private sealed class Spline
    {
        private readonly int _controls;
        private readonly int[] _first;
        private readonly float[] _weights;

        public Spline(int length, int controls)
        {
            _controls = controls;
            _first = new int[length];
            _weights = new float[length * 4];
            for (var i = 0; i < length; i++)
            {
                var at = length == 1 ? 0 : i * (controls - 1f) / (length - 1);
                var cell = Math.Min((int)at, controls - 2);
                var t = at - cell;
                _first[i] = cell - 1;
                _weights[4 * i] = (1 - t) * (1 - t) * (1 - t) / 6;
                _weights[4 * i + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
                _weights[4 * i + 2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
                _weights[4 * i + 3] = t * t * t / 6;
            }
        }

        public float At(int place, ReadOnlySpan<float> controls, int stride)
        {
            var sum = 0f;
            for (var k = 0; k < 4; k++)
                sum += _weights[4 * place + k] * controls[Math.Clamp(_first[place] + k, 0, _controls - 1) * stride];
            return sum;
        }
    }
}
