using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Refines a translation, rotation and zoom at one pyramid level: inverse compositional alignment (S. Baker and I. Matthews, "Lucas-Kanade 20 Years On", 2004)
/// over 8 × 8 patches, each free of its mean brightness, with Tukey's weights by how far a patch itself would go, so that what moves otherwise, dirt and flicker have no say.
/// Where a level has many more patches than four numbers need, some are left out, evenly over the picture.
/// </summary>
internal sealed unsafe class SimilarityAlignment
{
    /// <summary>Squared slope, summed over a patch, that noise alone makes: below it a patch shows nothing.</summary>
    private const double Nothing = 64 * 40.0 * 40.0;

    private const double NoiseVariance = 24 * 24;

    private readonly MotionLevel _from;
    private readonly MotionLevel _to;
    private readonly int _across;
    private readonly int _down;
    private readonly int _thinning = 1;

    /// <param name="plenty">More patches than this are thinned out.</param>
    public SimilarityAlignment(MotionLevel from, MotionLevel to, int plenty)
    {
        (_from, _to) = (from, to);
        var (across, down) = (Math.Max(1, from.Width / PatchSums.Size), Math.Max(1, from.Height / PatchSums.Size));
        while (across / _thinning * down > plenty)
            _thinning++;
        (_across, _down) = (across / _thinning, down);
        Unit = Math.Max(from.Width, from.Height) / 2.0;
    }

    /// <summary>Half the larger side: the unit of distance from the centre, so that all four parameters are of one size.</summary>
    public double Unit { get; }

    /// <param name="motion">In samples of the level; rotation and zoom times <see cref="Unit"/>.</param>
    /// <param name="iterations">At most.</param>
    /// <param name="arrived">A smaller step is the last.</param>
    /// <returns>The motion, and the share of the patches that show something that goes along.</returns>
    public ((double X, double Y, double R, double Z) Motion, double Agreement) Refine(
        (double X, double Y, double R, double Z) motion, int iterations, double arrived, RowRunner rows)
    {
        var patches = new Patch[_across * _down];
        rows.Run(_down, (top, end) => Anchor(patches, top, end));
        var said = new Answer[patches.Length];
        var distances = new double[patches.Length];
        var agreement = 0.0;
        for (var k = 0; k < iterations; k++)
        {
            var now = motion;
            rows.Run(_down, (top, end) => Ask(patches, said, now, top * _across, end * _across));
            var step = Step(patches, said, distances, out agreement);
            motion = (motion.X + step.X, motion.Y + step.Y, motion.R + step.R, motion.Z + step.Z);
            if (Math.Abs(step.X) + Math.Abs(step.Y) + Math.Abs(step.R) + Math.Abs(step.Z) < arrived)
                break;
        }
        return (motion, agreement);
    }

    private static (double X, double Y, double R, double Z) Step(Patch[] patches, Answer[] said, double[] distances, out double agreement)
    {
        var telling = 0;
        foreach (var answer in said)
            if (answer.Variance > 0)
                distances[telling++] = answer.Distance;
        if (telling == 0)
        {
            agreement = 0;
            return default;
        }
        // From a low quantile, so that the larger part of the picture may move otherwise.
        var reach = Math.Clamp(8 * Selection.Nth(distances.AsSpan(0, telling), telling * 2 / 5), 0.08, 2);
        var (near, close) = (Math.Max(0.25, reach / 2), 0);
        var system = new SimilaritySystem();
        var information = 0.0;
        for (var i = 0; i < patches.Length; i++)
        {
            ref readonly var answer = ref said[i];
            if (answer.Variance == 0)
                continue;
            if (answer.Distance < near)
                close++;
            var r = answer.Distance / reach;
            if (r >= 1)
                continue;
            ref readonly var patch = ref patches[i];
            var weight = (1 - r * r) * (1 - r * r) / answer.Variance;
            information += weight * patch.Trace;
            system.Add(patch.X, patch.Y, weight * patch.Xx, weight * patch.Xy, weight * patch.Yy, weight * answer.Bx, weight * answer.By);
        }
        agreement = close / (double)telling;
        system.Steady(0.01 * information / Math.Max(1, telling / 20.0));
        return system.Solve();
    }

    private void Anchor(Patch[] patches, int top, int end)
    {
        fixed (short* grey = _from.Grey, slopeX = _from.SlopeX, slopeY = _from.SlopeY)
        {
            // Centred, so that what is left over at the edges is the same on both sides.
            var left = (_from.Width - _across * _thinning * PatchSums.Size) / 2;
            var above = (_from.Height - _down * PatchSums.Size) / 2;
            for (var j = top; j < end; j++)
                for (var i = 0; i < _across; i++)
                {
                    var (x, y) = (left + (i * _thinning + j % _thinning) * PatchSums.Size, above + j * PatchSums.Size);
                    var at = _from.At(x, y);
                    var tensor = PatchTensor.Run(grey + at, slopeX + at, slopeY + at, _from.Stride);
                    patches[j * _across + i] = new Patch(x, y, (x + 3.5 - (_from.Width - 1) / 2.0) / Unit, (y + 3.5 - (_from.Height - 1) / 2.0) / Unit, tensor);
                }
        }
    }

    private void Ask(Patch[] patches, Answer[] said, (double X, double Y, double R, double Z) motion, int first, int end)
    {
        fixed (short* grey = _from.Grey, slopeX = _from.SlopeX, slopeY = _from.SlopeY, other = _to.Grey)
        {
            for (var k = first; k < end; k++)
            {
                ref readonly var patch = ref patches[k];
                var u = motion.X - motion.R * patch.Y + motion.Z * patch.X;
                var v = motion.Y + motion.R * patch.X + motion.Z * patch.Y;
                var (left, above) = (Math.Floor(u), Math.Floor(v));
                // A patch that shows nothing or has left the picture cannot tell anything.
                if (patch.Trace <= Nothing || patch.Left + left < 0 || patch.Top + above < 0 || patch.Left + left + 9 > _to.Width || patch.Top + above + 9 > _to.Height)
                {
                    said[k] = default;
                    continue;
                }
                var at = _from.At(patch.Left, patch.Top);
                var place = other + at + (int)above * _to.Stride + (int)left;
                said[k] = patch.Answer(PatchSums.Run(grey + at, slopeX + at, slopeY + at, place, _to.Stride, Fraction(u - left), Fraction(v - above)));
            }
        }
    }

    private static short Fraction(double part) => (short)Math.Min(32767, part * 32768);

    /// <summary>What a patch says of a motion: its information vector, how far it would go by itself, and the variance of what stays unexplained, 0 where it is silent.</summary>
    private readonly record struct Answer(double Bx, double By, double Distance, double Variance);

    /// <summary>A patch: its place, from the centre too, and its information matrix.</summary>
    private readonly struct Patch
    {
        private readonly double _sumX;
        private readonly double _sumY;

        public Patch(int left, int top, double x, double y, PatchTensor tensor)
        {
            (Left, Top, X, Y, _sumX, _sumY) = (left, top, x, y, tensor.X / 64.0, tensor.Y / 64.0);
            Xx = tensor.Xx - _sumX * tensor.X;
            Yy = tensor.Yy - _sumY * tensor.Y;
            Xy = tensor.Xy - _sumX * tensor.Y;
        }

        public int Left { get; }

        public int Top { get; }

        public double X { get; }

        public double Y { get; }

        public double Xx { get; }

        public double Xy { get; }

        public double Yy { get; }

        public double Trace => Xx + Yy;

        public Answer Answer(PatchSums sums)
        {
            // Slopes are doubled, so the displacement is -2 H⁻¹ b.
            var bx = -2 * (sums.X - _sumX * sums.D);
            var by = -2 * (sums.Y - _sumY * sums.D);
            var (sx, sy) = (Xx + Nothing / 4, Yy + Nothing / 4);
            var scale = 1 / (sx * sy - Xy * Xy);
            var (u, v) = (scale * (sy * bx - Xy * by), scale * (sx * by - Xy * bx));
            return new Answer(bx, by, Math.Sqrt(u * u + v * v), NoiseVariance + sums.Cost / 64.0);
        }
    }
}
