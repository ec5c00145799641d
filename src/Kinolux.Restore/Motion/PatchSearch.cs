using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Finds where each patch of one picture is in another, at one pyramid level: the inverse search of T. Kroeger, R. Timofte, D. Dai and L. Van Gool,
/// "Fast Optical Flow using Dense Inverse Search", 2016, with a cost from which the patch's mean difference is taken, so that flicker does not matter.
/// Block (i, j) is the 4 × 4 samples from (4i, 4j); its patch is those and two more on each side. A block is one cell of the next coarser level.
/// A patch of which much stays unexplained (dirt, what is covered, what is flat) goes along with those around it instead of matching whatever looks alike;
/// but what it found is handed on as a candidate, since at coarse levels a moving thing is few patches, each with some of its surroundings, and would be given up for good.
/// Patches look at their neighbours' results of the pass before, never of the same pass, so the order and the number of threads do not matter.
/// </summary>
internal sealed unsafe class PatchSearch(MotionLevel from, MotionLevel to, int iterations, FlowBuffers buffers)
{
    private const int Block = 4;
    private const int Margin = 2;

    /// <summary>Added to the diagonal of a patch's system: the noise that slopes have even where there is nothing to see.</summary>
    private const double Damping = 64 * 24 * 24;

    /// <summary>The least that a cell's residual counts, so that a perfect match does not outvote its neighbours by chance.</summary>
    private const float Floor = 4 * 16;

    /// <summary>Squared step, in samples, below which a descent has arrived.</summary>
    private const float Arrived = 0.01f;

    /// <summary>The share of a patch's contrast that may stay unexplained before its motion is trusted less, and from which it is not trusted at all.</summary>
    private const float Explained = 0.12f;
    private const float Unexplained = 0.24f;

    /// <summary>The say of the coarser level where the surroundings can be trusted too.</summary>
    private const float Inertia = 0.05f;

    private readonly int _width = (from.Width + Block - 1) / Block;
    private readonly int _height = (from.Height + Block - 1) / Block;
    private PatchTensor[] _tensors = [];

    /// <param name="coarse">Motion at the next coarser level, which is used up; null at the coarsest.</param>
    public CellFlow Run(CellFlow? coarse, RowRunner rows)
    {
        _tensors = from.Tensors(rows);
        using var start = Start(coarse);
        using var first = new CellFlow(_width, _height, buffers);
        using var second = new CellFlow(_width, _height, buffers);
        var weights = buffers.Rent(_width * _height * PatchCells.Count);
        rows.Run(_height, (top, end) => Pass(start, first, top, end, null));
        rows.Run(_height, (top, end) => Pass(first, second, top, end, weights));
        var cells = CellFlow.For(from, buffers);
        rows.Run(cells.Height, (top, end) => Blend(second, weights, cells, top, end));
        buffers.Return(weights);
        return cells;
    }

    /// <summary>One pass without blending: a vector for each block, which is a cell of the coarser level.</summary>
    public CellFlow Polish(CellFlow coarse, RowRunner rows)
    {
        _tensors = from.Tensors(rows);
        using var start = Start(coarse);
        var blocks = new CellFlow(_width, _height, buffers);
        rows.Run(_height, (top, end) => Pass(start, blocks, top, end, null));
        return blocks;
    }

    private CellFlow Start(CellFlow? coarse)
    {
        var start = new CellFlow(_width, _height, buffers);
        Double(coarse?.U, start.U);
        Double(coarse?.V, start.V);
        Double(coarse?.FoundU, start.FoundU);
        Double(coarse?.FoundV, start.FoundV);
        coarse?.Dispose();
        return start;
    }

    // Samples of this level are half as large.
    private static void Double(float[]? coarse, float[] fine)
    {
        if (coarse is null)
            Array.Clear(fine);
        for (var i = 0; i < coarse?.Length; i++)
            fine[i] = 2 * coarse[i];
    }

    private void Pass(CellFlow before, CellFlow after, int top, int end, float[]? weights)
    {
        for (var j = top; j < end; j++)
        {
            for (var i = 0; i < _width; i++)
                Search(before, after, i, j, weights);
        }
    }

    private void Search(CellFlow before, CellFlow after, int i, int j, float[]? weights)
    {
        var (x, y) = (i * Block - Margin, j * Block - Margin);
        var origin = from.At(x, y);
        fixed (short* grey = &from.Grey[origin], slopeX = &from.SlopeX[origin], slopeY = &from.SlopeY[origin], other = to.Grey)
        {
            var patch = new Patch(grey, slopeX, slopeY, other, to, x, y);
            var best = weights is null ? Candidate(patch, before, before.U, before.V, i, j) : Candidate(patch, before, before.FoundU, before.FoundV, i, j);
            ref readonly var tensor = ref _tensors[j * _width + i];
            best = Descend(patch, tensor, best);
            (after.FoundU[j * _width + i], after.FoundV[j * _width + i]) = (best.U, best.V);
            var trust = Math.Clamp((Unexplained - best.Sums.Cost / (tensor.Contrast + 1f)) / (Unexplained - Explained), 0, 1);
            if (trust < 1)
            {
                // In a first pass nothing is known yet of the surroundings, and nobody asks how well what is taken instead fits.
                var (u, v) = weights is null ? (before.U[j * _width + i], before.V[j * _width + i]) : Prior(before, i, j);
                (u, v) = (u + trust * (best.U - u), v + trust * (best.V - v));
                best = weights is null ? patch.At(u, v) : patch.Try(u, v);
            }
            (after.U[j * _width + i], after.V[j * _width + i], after.Trust[j * _width + i]) = (best.U, best.V, trust);
            if (weights is not null)
                Weigh(patch, best, weights.AsSpan((j * _width + i) * PatchCells.Count, PatchCells.Count));
        }
    }

    /// <summary>The best of a block's own two vectors and one each of its four neighbours: what they found in the pass before, or what the coarser level gave them.</summary>
    private Match Candidate(in Patch patch, CellFlow before, float[] u, float[] v, int i, int j)
    {
        var at = j * _width + i;
        var best = patch.Try(before.U[at], before.V[at]);
        best = Better(patch, best, before.FoundU[at], before.FoundV[at]);
        if (i > 0)
            best = Better(patch, best, u[at - 1], v[at - 1]);
        if (i < _width - 1)
            best = Better(patch, best, u[at + 1], v[at + 1]);
        if (j > 0)
            best = Better(patch, best, u[at - _width], v[at - _width]);
        if (j < _height - 1)
            best = Better(patch, best, u[at + _width], v[at + _width]);
        return best;
    }

    private static Match Better(in Patch patch, Match best, float u, float v)
    {
        if (Math.Abs(u - best.U) + Math.Abs(v - best.V) < 0.25f)
            return best;
        var match = patch.Try(u, v);
        return match.Sums.Cost < best.Sums.Cost ? match : best;
    }

    /// <summary>What the surroundings say of a block, by how much each can be trusted; where none can, what the coarser level said.</summary>
    private (float U, float V) Prior(CellFlow before, int i, int j)
    {
        var own = j * _width + i;
        var (sum, u, v) = (Inertia, Inertia * before.U[own], Inertia * before.V[own]);
        for (var y = Math.Max(0, j - 1); y <= Math.Min(_height - 1, j + 1); y++)
        {
            for (var x = Math.Max(0, i - 1); x <= Math.Min(_width - 1, i + 1); x++)
            {
                var at = y * _width + x;
                var trust = before.Trust[at];
                sum += trust;
                u += trust * before.U[at];
                v += trust * before.V[at];
            }
        }
        return (u / sum, v / sum);
    }

    private Match Descend(in Patch patch, in PatchTensor tensor, Match best)
    {
        var xx = tensor.Xx - (double)tensor.X * tensor.X / 64 + Damping;
        var yy = tensor.Yy - (double)tensor.Y * tensor.Y / 64 + Damping;
        var xy = tensor.Xy - (double)tensor.X * tensor.Y / 64;
        // Slopes are doubled: the step is -2 H⁻¹ b.
        var scale = 2 / (xx * yy - xy * xy);
        for (var k = 0; k < iterations; k++)
        {
            var bx = best.Sums.X - (double)tensor.X * best.Sums.D / 64;
            var by = best.Sums.Y - (double)tensor.Y * best.Sums.D / 64;
            var du = (float)(scale * (xy * by - yy * bx));
            var dv = (float)(scale * (xy * bx - xx * by));
            var next = patch.Try(best.U + du, best.V + dv);
            if (next.Sums.Cost >= best.Sums.Cost)
                break;
            best = next;
            if (du * du + dv * dv < Arrived)
                break;
        }
        return best;
    }

    private static void Weigh(in Patch patch, Match match, Span<float> weights)
    {
        var residuals = stackalloc int[PatchCells.Count];
        patch.Cells(match, residuals);
        for (var i = 0; i < PatchCells.Count; i++)
        {
            var r = Math.Max(Floor, residuals[i]);
            weights[i] = 1 / (r * r * r * r);
        }
    }

    /// <summary>The motion of each cell: the mean of the up to four patches over it, each weighted by how well it fits there.</summary>
    private void Blend(CellFlow patches, float[] weights, CellFlow cells, int top, int end)
    {
        for (var y = top; y < end; y++)
        {
            // Patch j covers cells 2j - 1 to 2j + 2.
            var (j0, j1) = (Math.Max(0, (y - 1) >> 1), Math.Min(_height - 1, (y + 1) >> 1));
            for (var x = 0; x < cells.Width; x++)
            {
                var (i0, i1) = (Math.Max(0, (x - 1) >> 1), Math.Min(_width - 1, (x + 1) >> 1));
                var (sum, u, v) = (0f, 0f, 0f);
                for (var j = j0; j <= j1; j++)
                {
                    for (var i = i0; i <= i1; i++)
                    {
                        var at = j * _width + i;
                        var weight = weights[at * PatchCells.Count + (y - 2 * j + 1) * 4 + x - 2 * i + 1];
                        sum += weight;
                        u += weight * patches.U[at];
                        v += weight * patches.V[at];
                    }
                }
                cells.U[y * cells.Width + x] = u / sum;
                cells.V[y * cells.Width + x] = v / sum;
                var block = (y >> 1) * _width + (x >> 1);
                (cells.FoundU[y * cells.Width + x], cells.FoundV[y * cells.Width + x]) = (patches.FoundU[block], patches.FoundV[block]);
            }
        }
    }

    private readonly record struct Match(float U, float V, PatchSums Sums);

    /// <summary>A patch and the picture in which it is looked for.</summary>
    private readonly struct Patch(short* grey, short* slopeX, short* slopeY, short* other, MotionLevel to, int x, int y)
    {
        private readonly int _origin = to.At(x, y);
        private readonly float _left = -MotionLevel.Pad - x;
        private readonly float _top = -MotionLevel.Pad - y;
        private readonly float _right = to.Width + MotionLevel.Pad - PatchSums.Size - 1.001f - x;
        private readonly float _bottom = to.Height + MotionLevel.Pad - PatchSums.Size - 1.001f - y;

        public int Stride { get; } = to.Stride;

        /// <summary>The match at a displacement, which is clamped to where samples are.</summary>
        public Match Try(float u, float v)
        {
            var at = At(u, v);
            var place = Place(at.U, at.V, out var fx, out var fy);
            return at with { Sums = PatchSums.Run(grey, slopeX, slopeY, place, Stride, fx, fy) };
        }

        /// <summary>The same without looking.</summary>
        public Match At(float u, float v) =>
            new(float.MaxNative(_left, float.MinNative(u, _right)), float.MaxNative(_top, float.MinNative(v, _bottom)), default);

        public void Cells(Match match, int* residuals)
        {
            var place = Place(match.U, match.V, out var fx, out var fy);
            PatchCells.Run(grey, place, Stride, fx, fy, (match.Sums.D + 32) >> 6, residuals);
        }

        private short* Place(float u, float v, out short fx, out short fy)
        {
            var x = float.ConvertToIntegerNative<int>(MathF.Floor(u * PatchSums.Unit));
            var y = float.ConvertToIntegerNative<int>(MathF.Floor(v * PatchSums.Unit));
            fx = (short)(x & (PatchSums.Unit - 1));
            fy = (short)(y & (PatchSums.Unit - 1));
            return other + _origin + (y >> PatchSums.UnitBits) * Stride + (x >> PatchSums.UnitBits);
        }
    }
}
