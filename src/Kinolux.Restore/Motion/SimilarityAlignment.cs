using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Refines a translation, rotation and zoom at one pyramid level: inverse compositional alignment (S. Baker and I. Matthews, "Lucas-Kanade 20 Years On", 2004)
/// over 8 × 8 patches, each free of its mean brightness, with Tukey's weights by how far a patch itself would go, so that what moves otherwise, dirt and flicker have no say.
/// </summary>
internal sealed unsafe class SimilarityAlignment(MotionLevel from, MotionLevel to)
{
    /// <summary>Squared slope, summed over a patch, that noise alone makes: below it a patch shows nothing.</summary>
    private const double Nothing = 64 * 40.0 * 40.0;

    private const double NoiseVariance = 24 * 24;
    private readonly int _across = Math.Max(1, from.Width / PatchSums.Size);
    private readonly int _down = Math.Max(1, from.Height / PatchSums.Size);

    /// <summary>Half the larger side: the unit of distance from the centre, so that all four parameters are of one size.</summary>
    public double Unit { get; } = Math.Max(from.Width, from.Height) / 2.0;

    /// <param name="motion">In samples of the level; rotation and zoom times <see cref="Unit"/>.</param>
    /// <returns>The motion, and the share of the patches that show something that goes along.</returns>
    public ((double X, double Y, double R, double Z) Motion, double Agreement) Refine(
        (double X, double Y, double R, double Z) motion, int iterations, RowRunner rows)
    {
        var patches = new Measured[_across * _down];
        var agreement = 0.0;
        for (var k = 0; k < iterations; k++)
        {
            var now = motion;
            rows.Run(_down, (top, end) => Measure(patches, now, top, end));
            var step = Step(patches, out agreement);
            motion = (motion.X + step.X, motion.Y + step.Y, motion.R + step.R, motion.Z + step.Z);
            if (Math.Abs(step.X) + Math.Abs(step.Y) + Math.Abs(step.R) + Math.Abs(step.Z) < 0.002)
                break;
        }
        return (motion, agreement);
    }

    private static (double X, double Y, double R, double Z) Step(Measured[] patches, out double agreement)
    {
        var telling = patches.Where(static p => p.Trace > Nothing).Select(static p => p.Distance).ToArray();
        if (telling.Length == 0)
        {
            agreement = 0;
            return default;
        }
        Array.Sort(telling);
        // From a low quantile, so that the larger part of the picture may move otherwise.
        var reach = Math.Clamp(8 * telling[telling.Length * 2 / 5], 0.08, 2);
        agreement = telling.Count(distance => distance < Math.Max(0.25, reach / 2)) / (double)telling.Length;
        var system = new SimilaritySystem();
        var information = 0.0;
        foreach (var patch in patches)
        {
            var r = patch.Distance / reach;
            if (patch.Trace == 0 || r >= 1)
                continue;
            var weight = (1 - r * r) * (1 - r * r) / patch.Variance;
            information += weight * patch.Trace;
            system.Add(patch.X, patch.Y, weight * patch.Xx, weight * patch.Xy, weight * patch.Yy, weight * patch.Bx, weight * patch.By);
        }
        system.Steady(0.01 * information / Math.Max(1, telling.Length / 20.0));
        return system.Solve();
    }

    private void Measure(Measured[] patches, (double X, double Y, double R, double Z) motion, int top, int end)
    {
        fixed (short* grey = from.Grey, slopeX = from.SlopeX, slopeY = from.SlopeY, other = to.Grey)
        {
            for (var j = top; j < end; j++)
            {
                for (var i = 0; i < _across; i++)
                {
                    // Centred, so that what is left over at the edges is the same on both sides.
                    var x = i * PatchSums.Size + (from.Width - _across * PatchSums.Size) / 2;
                    var y = j * PatchSums.Size + (from.Height - _down * PatchSums.Size) / 2;
                    var at = from.At(x, y);
                    var dx = (x + 3.5 - (from.Width - 1) / 2.0) / Unit;
                    var dy = (y + 3.5 - (from.Height - 1) / 2.0) / Unit;
                    var u = motion.X - motion.R * dy + motion.Z * dx;
                    var v = motion.Y + motion.R * dx + motion.Z * dy;
                    var (left, above) = (Math.Floor(u), Math.Floor(v));
                    // A patch that has left the picture cannot tell anything.
                    if (x + left < 0 || y + above < 0 || x + left + 9 > to.Width || y + above + 9 > to.Height)
                    {
                        patches[j * _across + i] = default;
                        continue;
                    }
                    var place = other + at + (int)above * to.Stride + (int)left;
                    var sums = PatchSums.Run(grey + at, slopeX + at, slopeY + at, place, to.Stride, Fraction(u - left), Fraction(v - above));
                    patches[j * _across + i] = Measured.Of(dx, dy, sums, PatchTensor.Run(grey + at, slopeX + at, slopeY + at, from.Stride));
                }
            }
        }
    }

    private static short Fraction(double part) => (short)Math.Min(32767, part * 32768);

    /// <summary>What a patch says: its place, its information matrix and vector, how far it would go by itself, and the variance of what stays unexplained.</summary>
    private readonly record struct Measured(double X, double Y, double Xx, double Xy, double Yy, double Bx, double By, double Distance, double Variance)
    {
        public double Trace => Xx + Yy;

        public static Measured Of(double x, double y, PatchSums sums, PatchTensor tensor)
        {
            var xx = tensor.Xx - (double)tensor.X * tensor.X / 64;
            var yy = tensor.Yy - (double)tensor.Y * tensor.Y / 64;
            var xy = tensor.Xy - (double)tensor.X * tensor.Y / 64;
            // Slopes are doubled, so the displacement is -2 H⁻¹ b.
            var bx = -2 * (sums.X - (double)tensor.X * sums.D / 64);
            var by = -2 * (sums.Y - (double)tensor.Y * sums.D / 64);
            var (sx, sy) = (xx + Nothing / 4, yy + Nothing / 4);
            var scale = 1 / (sx * sy - xy * xy);
            var (u, v) = (scale * (sy * bx - xy * by), scale * (sx * by - xy * bx));
            return new Measured(x, y, xx, xy, yy, bx, by, Math.Sqrt(u * u + v * v), NoiseVariance + sums.Cost / 64.0);
        }
    }
}
