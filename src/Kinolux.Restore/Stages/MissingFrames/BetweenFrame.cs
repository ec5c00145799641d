using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>Draws the picture between two frames along a <see cref="BetweenMotion"/>: each sample as the four nearest cells see it, blended by nearness (overlapped block motion compensation).</summary>
internal static class BetweenFrame
{
    // Catmull-Rom weights for the 16 phases, in 1/256 (R. Keys, "Cubic convolution interpolation for digital image processing", 1981).
    private static readonly int[] Cubic = MakeCubic();

    /// <param name="shift">How much smaller than luma the planes are, as powers of two.</param>
    public static void Draw(Plane first, Plane last, BetweenMotion motion, (int X, int Y) shift, RowRunner rows, Plane target)
    {
        var before = new (int X, int Y)[motion.U.Length];
        for (var i = 0; i < before.Length; i++)
            before[i] = motion.Before(motion.U[i], motion.V[i]);
        rows.Run(target.Height, (top, end) =>
        {
            for (var y = top; y < end; y++)
            {
                var row = target.Row(y);
                for (var x = 0; x < row.Length; x++)
                    row[x] = Sample(first, last, motion, before, shift, x, y);
            }
        });
    }

    private static ushort Sample(Plane first, Plane last, BetweenMotion motion, (int X, int Y)[] before, (int X, int Y) shift, int x, int y)
    {
        // Twice the distance from the centre of the cell up left, in luma samples: odd values from 1 to 7.
        var twiceX = 2 * (x << shift.X) + 1 + (1 << shift.X) - 1 - BetweenMotion.Step;
        var twiceY = 2 * (y << shift.Y) + 1 + (1 << shift.Y) - 1 - BetweenMotion.Step;
        var (cellX, cellY) = (twiceX >> 3, twiceY >> 3);
        var (right, below) = (twiceX & 7, twiceY & 7);
        var (left0, left1) = (Math.Clamp(cellX, 0, motion.Width - 1), Math.Clamp(cellX + 1, 0, motion.Width - 1));
        var (top0, top1) = (Math.Clamp(cellY, 0, motion.Height - 1) * motion.Width, Math.Clamp(cellY + 1, 0, motion.Height - 1) * motion.Width);
        var (a, b, c, d) = (top0 + left0, top0 + left1, top1 + left0, top1 + left1);
        if (Same(motion, a, b) && Same(motion, a, c) && Same(motion, a, d))
            return (ushort)Math.Clamp((Along(first, last, motion, before, shift, x, y, a) + 128) >> 8, 0, 65535);
        var sum = (long)Along(first, last, motion, before, shift, x, y, a) * ((8 - right) * (8 - below))
            + (long)Along(first, last, motion, before, shift, x, y, b) * (right * (8 - below))
            + (long)Along(first, last, motion, before, shift, x, y, c) * ((8 - right) * below)
            + (long)Along(first, last, motion, before, shift, x, y, d) * (right * below);
        return (ushort)Math.Clamp((sum + 8192) >> 14, 0, 65535);
    }

    private static bool Same(BetweenMotion motion, int one, int two) =>
        motion.U[one] == motion.U[two] && motion.V[one] == motion.V[two] && motion.First[one] == motion.First[two];

    // 256 times the sample that a cell's vector brings here.
    private static int Along(Plane first, Plane last, BetweenMotion motion, (int X, int Y)[] before, (int X, int Y) shift, int x, int y, int cell)
    {
        var (beforeX, beforeY) = before[cell];
        var (afterX, afterY) = (beforeX + motion.U[cell], beforeY + motion.V[cell]);
        var sum = 0;
        if (motion.First[cell] > 0)
            sum += motion.First[cell] * Sharp(first, x * 16 + (beforeX >> shift.X), y * 16 + (beforeY >> shift.Y));
        if (motion.Last[cell] > 0)
            sum += motion.Last[cell] * Sharp(last, x * 16 + (afterX >> shift.X), y * 16 + (afterY >> shift.Y));
        return sum;
    }

    private static int Sharp(Plane plane, int x16, int y16)
    {
        var (x, y) = (x16 >> 4, y16 >> 4);
        var across = Cubic.AsSpan((x16 & 15) * 4, 4);
        var down = Cubic.AsSpan((y16 & 15) * 4, 4);
        var inside = x >= 1 && y >= 1 && x < plane.Width - 2 && y < plane.Height - 2;
        var sum = 0L;
        for (var j = 0; j < 4; j++)
            sum += (long)(inside ? Line(plane.Data.AsSpan((y + j - 1) * plane.Stride + x - 1, 4), across) : EdgeLine(plane, x, y + j - 1, across)) * down[j];
        return (int)Math.Clamp((sum + 32768) >> 16, 0, 65535);
    }

    private static int Line(ReadOnlySpan<ushort> samples, ReadOnlySpan<int> weights) =>
        samples[0] * weights[0] + samples[1] * weights[1] + samples[2] * weights[2] + samples[3] * weights[3];

    // The nearest sample stands for those beyond the edge.
    private static int EdgeLine(Plane plane, int x, int y, ReadOnlySpan<int> weights)
    {
        var row = plane.Row(Math.Clamp(y, 0, plane.Height - 1));
        Span<ushort> samples = stackalloc ushort[4];
        for (var i = 0; i < 4; i++)
            samples[i] = row[Math.Clamp(x + i - 1, 0, row.Length - 1)];
        return Line(samples, weights);
    }

    private static int[] MakeCubic()
    {
        var weights = new int[64];
        for (var phase = 0; phase < 16; phase++)
        {
            var t = phase / 16.0;
            double[] exact = [((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t, (0.5 * t - 0.5) * t * t];
            for (var i = 0; i < 4; i++)
                weights[phase * 4 + i] = (int)Math.Round(exact[i] * 256);
            // Together exactly one whole, or a flat patch would change its level.
            weights[phase * 4 + (phase < 8 ? 1 : 2)] += 256 - weights.AsSpan(phase * 4, 4).ToArray().Sum();
        }
        return weights;
    }
}
