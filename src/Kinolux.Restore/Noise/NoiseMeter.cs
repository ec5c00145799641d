using System.Runtime.InteropServices;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Noise;

/// <summary>
/// Measures noise by brightness. The picture is cut into 8 × 8 blocks; each block's noise is what a filter that is blind to flat and sloping areas leaves of it
/// (J. Immerkær, "Fast Noise Variance Estimation", 1996), or, for a pair of frames, what remains of their difference. At each brightness the quietest blocks count, since detail and motion only add.
/// </summary>
public static class NoiseMeter
{
    // Among blocks of pure white noise, the estimate that a quarter of them lie below is this much lower than the truth (measured: see the tests).
    private const double Quantile = 0.25;
    private const float SpatialBias = 0.905f;
    private const float PairBias = 0.937f;

    // Fewer blocks than this say nothing about their brightness.
    private const int FewBlocks = 12;

    // With less noise than this, detail decides what is found at half size…
    private const float LeastToJudge = 1.5f * 257;

    // …where even quiet blocks hold about this much of it (measured on clean clips: 2 to 3).
    private const float Detail = 2.5f * 257;

    // Closer to black or white than this, noise is clipped.
    private const int Margin = 3 * 257;

    /// <summary>Noise of a single plane. Detail finer than three samples that fills the picture at some brightness cannot be told from noise.</summary>
    public static NoiseCurve Measure(Plane plane, RowRunner rows)
    {
        var blocks = new NoiseBlocks(plane.Width - 2, plane.Height - 2);
        // The filter's weights squared add up to 36; mean |x| of a normal variable is σ·√(2/π).
        var scale = MathF.Sqrt(MathF.PI / 2) / 6 / 64 / SpatialBias;
        rows.Run(blocks.Down, (first, end) => NoiseKernel.Spatial(plane, blocks, first, end));
        return Curve(blocks, scale);
    }

    /// <summary>How coarse the noise is: what is measured at half size over what white noise would give there. 1 for noise as fine as samples, 4 for large grain; 1 where there is too little noise to tell.</summary>
    /// <param name="full">What <see cref="Measure"/> found on this plane.</param>
    public static float Coarseness(Plane plane, NoiseCurve full, RowRunner rows)
    {
        if (full.Mean < LeastToJudge || plane.Width < 64 || plane.Height < 64)
            return 1;
        var half = new Plane(plane.Width / 2, plane.Height / 2);
        rows.Run(half.Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                var one = plane.Row(2 * y);
                var two = plane.Row(2 * y + 1);
                var row = half.Row(y);
                for (var x = 0; x < row.Length; x++)
                    row[x] = (ushort)(one[2 * x] + one[2 * x + 1] + two[2 * x] + two[2 * x + 1] + 2 >> 2);
            }
        });
        var found = Measure(half, rows).Mean;
        var grain = MathF.Sqrt(Math.Max(found * found - Detail * Detail, 0));
        return Math.Clamp(2 * grain / full.Mean, 1, GrainShape.Coarsest);
    }

    /// <summary>
    /// Noise of two neighbouring frames from their difference, without motion compensation: right where at least a quarter of each brightness stands still. Grain of any coarseness counts in full.
    /// Null where the frames are the same picture, or do not fit each other.
    /// </summary>
    public static NoiseCurve? MeasurePair(Plane first, Plane second, RowRunner rows)
    {
        if (first.Width != second.Width || first.Height != second.Height)
            return null;
        var blocks = new NoiseBlocks(first.Width, first.Height);
        rows.Run(blocks.Down, (top, end) => NoiseKernel.Pair(first, second, blocks, top, end));
        if (blocks.Still * 2 > blocks.Count)
            return null;
        return Curve(blocks, MathF.Sqrt(MathF.PI / 2) / MathF.Sqrt(2) / 64 / PairBias);
    }

    private static NoiseCurve Curve(NoiseBlocks blocks, float scale)
    {
        // Letterbox bars and clipped areas are exactly flat; they say something only when nothing else is there.
        var lists = new List<int>[NoiseCurve.Knots];
        for (var i = 0; i < lists.Length; i++)
            lists[i] = [];
        for (var i = 0; i < blocks.Count; i++)
            if (blocks.Residue[i] > 0 && blocks.Level[i] is > Margin and < 65535 - Margin)
                lists[blocks.Level[i] >> 13].Add(blocks.Residue[i]);
        var sigma = new float[NoiseCurve.Knots];
        var known = new int[NoiseCurve.Knots];
        for (var i = 0; i < lists.Length; i++)
        {
            if (lists[i].Count < FewBlocks)
                continue;
            sigma[i] = Selection.Nth(CollectionsMarshal.AsSpan(lists[i]), (int)(lists[i].Count * Quantile)) * scale;
            known[i] = lists[i].Count;
        }
        return Complete(sigma, known) ?? Whole(blocks, lists, scale);
    }

    // A picture too small to be told apart by brightness.
    private static NoiseCurve Whole(NoiseBlocks blocks, List<int>[] lists, float scale)
    {
        var all = lists.SelectMany(list => list).Order().ToArray();
        return all.Length == 0 || blocks.Still * 10 > blocks.Count * 9 ? NoiseCurve.None : NoiseCurve.Flat(all[(int)(all.Length * Quantile)] * scale);
    }

    // Brightnesses without enough blocks take the nearest known one's; a knot that stands far above both neighbours saw detail, not noise.
    private static NoiseCurve? Complete(float[] sigma, int[] known)
    {
        var knots = Enumerable.Range(0, sigma.Length).Where(i => known[i] > 0).ToArray();
        if (knots.Length == 0)
            return null;
        var filled = new float[sigma.Length];
        for (var i = 0; i < sigma.Length; i++)
        {
            var below = knots.LastOrDefault(k => k <= i, knots[0]);
            var above = knots.FirstOrDefault(k => k >= i, knots[^1]);
            filled[i] = below == above ? sigma[below] : sigma[below] + (sigma[above] - sigma[below]) * (i - below) / (above - below);
        }
        var smooth = new float[sigma.Length];
        for (var i = 0; i < sigma.Length; i++)
        {
            var low = Math.Min(filled[Math.Max(i - 1, 0)], filled[Math.Min(i + 1, sigma.Length - 1)]);
            smooth[i] = Math.Min(filled[i], 1.25f * low);
        }
        return new NoiseCurve(smooth);
    }
}
