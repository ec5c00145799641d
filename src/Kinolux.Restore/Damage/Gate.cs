using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Damage;

/// <summary>Moves a picture as a worn gate does: Lanczos-3 at a 1/256 sample, edge samples repeated outside.</summary>
internal static class Gate
{
    private const int Phases = 256;
    private const int Taps = 6;
    private static readonly float[] Weights = MakeWeights();

    public static void Move(Frame source, Frame target, WeaveOffset weave, RowRunner rows)
    {
        var format = source.Format;
        for (var i = 0; i < format.PlaneCount; i++)
        {
            var chroma = i > 0 && format.HasChroma;
            Move(source.Planes[i], target.Planes[i], weave, chroma ? 1 << format.ChromaShiftX : 1, chroma ? 1 << format.ChromaShiftY : 1, rows);
        }
    }

    private static void Move(Plane source, Plane target, WeaveOffset weave, int stepX, int stepY, RowRunner rows)
    {
        var cx = (source.Width - 1) / 2f;
        var cy = (source.Height - 1) / 2f;
        var r = weave.Rotation;
        var shrink = 1 / (1 + r * r);
        rows.Run(target.Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                var row = target.Row(y);
                var v = (y - cy) * stepY - weave.Y;
                for (var x = 0; x < row.Length; x++)
                {
                    var u = (x - cx) * stepX - weave.X;
                    row[x] = Sample(source, cx + shrink * (u + r * v) / stepX, cy + shrink * (v - r * u) / stepY);
                }
            }
        });
    }

    private static ushort Sample(Plane plane, float x, float y)
    {
        var fixedX = (int)MathF.Floor(x * Phases + 0.5f);
        var fixedY = (int)MathF.Floor(y * Phases + 0.5f);
        var left = (fixedX >> 8) - 2;
        var top = (fixedY >> 8) - 2;
        var wx = Weights.AsSpan((fixedX & 255) * Taps, Taps);
        var wy = Weights.AsSpan((fixedY & 255) * Taps, Taps);
        var inside = left >= 0 && left + Taps <= plane.Width;
        var sum = 0f;
        for (var j = 0; j < Taps; j++)
        {
            var row = plane.Row(Math.Clamp(top + j, 0, plane.Height - 1));
            var line = 0f;
            if (inside)
            {
                var samples = row.Slice(left, Taps);
                for (var i = 0; i < Taps; i++)
                    line += wx[i] * samples[i];
            }
            else
            {
                for (var i = 0; i < Taps; i++)
                    line += wx[i] * row[Math.Clamp(left + i, 0, row.Length - 1)];
            }
            sum += wy[j] * line;
        }
        return (ushort)Math.Clamp(sum + 0.5f, 0, 65535);
    }

    private static float[] MakeWeights()
    {
        var weights = new float[Phases * Taps];
        for (var phase = 0; phase < Phases; phase++)
        {
            var row = weights.AsSpan(phase * Taps, Taps);
            var sum = 0f;
            for (var i = 0; i < Taps; i++)
                sum += row[i] = (float)Lanczos(i - 2 - phase / (double)Phases);
            foreach (ref var weight in row)
                weight /= sum;
        }
        return weights;
    }

    private static double Lanczos(double x) =>
        x == 0 ? 1 : Math.Abs(x) >= 3 ? 0 : 3 * Math.Sin(Math.PI * x) * Math.Sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x);
}
