using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>The same pieces of the scene in two frames, where they lay in two places of the film: what differs is what the film adds here less what it adds there.</summary>
internal sealed class ScenePair
{
    // In 1/16 luma samples: a scene that moved less keeps what the film adds in one place with it.
    private const int LeastMove = 32;

    // A median of every eleventh cell is the median of the picture; eleven divides no common width.
    private const int MedianStep = 11;

    // What changes more than so much, in 16-bit levels, is no unevenness of the light that was left.
    private const int MostUneven = 4 * 257;

    private readonly int _width;
    private readonly int[] _corner;
    private readonly float[] _across;
    private readonly float[] _down;

    /// <param name="from">The first frame's number.</param>
    /// <param name="steps">Motion from the first frame to the second, over frames between.</param>
    public ScenePair(int from, CellPlane here, int to, CellPlane there, IReadOnlyList<FlowField> steps)
    {
        (From, To) = (from, to);
        _width = here.Width;
        var count = here.Data.Length;
        (_corner, _across, _down) = (new int[count], new float[count], new float[count]);
        (Known, Leaves, Difference) = (new bool[count], new bool[count], new float[count]);
        var inside = new bool[count];
        var theirs = Array.ConvertAll(there.Data, value => (float)value);
        for (var y = 0; y < here.Height; y++)
            for (var (x, i) = (0, y * _width); x < _width; x++, i++)
            {
                var (u, v) = Follow(x, y, steps);
                var (atX, atY) = (x + u / (16f * CellPlane.Side), y + v / (16f * CellPlane.Side));
                inside[i] = atX > -0.5f && atY > -0.5f && atX < _width - 0.5f && atY < here.Height - 0.5f;
                (atX, atY) = (Math.Clamp(atX, 0, _width - 1), Math.Clamp(atY, 0, here.Height - 1));
                var (left, top) = (Math.Min((int)atX, Math.Max(0, _width - 2)), Math.Min((int)atY, Math.Max(0, here.Height - 2)));
                (_corner[i], _across[i], _down[i]) = (top * _width + left, atX - left, atY - top);
                Leaves[i] = !inside[i];
                Known[i] = inside[i] && Math.Max(Math.Abs(u), Math.Abs(v)) > LeastMove;
                Difference[i] = here.Data[i] - There(theirs, i);
            }
        LevelOut(inside, here.Height);
    }

    public int From { get; }

    public int To { get; }

    /// <summary>True where the scene moved far enough for what the film adds to be told from it, and inside the picture.</summary>
    public bool[] Known { get; }

    /// <summary>True where a cell's piece of the scene is beyond the picture's edge in the other frame.</summary>
    public bool[] Leaves { get; }

    /// <summary>How much brighter each cell is here than there, in 16-bit levels, less what changed evenly over a wide area (a fade is no stain).</summary>
    public float[] Difference { get; }

    /// <summary>A field's value where a cell's piece of the scene lay in the other frame.</summary>
    public float There(ReadOnlySpan<float> field, int cell)
    {
        var (at, fx, fy) = (_corner[cell], _across[cell], _down[cell]);
        var (right, below) = (fx > 0 ? 1 : 0, fy > 0 ? _width : 0);
        var top = field[at] + fx * (field[at + right] - field[at]);
        return top + fy * (field[at + below] + fx * (field[at + below + right] - field[at + below]) - top);
    }

    private static (int U, int V) Follow(int x, int y, IReadOnlyList<FlowField> steps)
    {
        var (u, v) = (0, 0);
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var at = Math.Clamp(y * CellPlane.Side + CellPlane.Side / 2 + (v >> 4) >> step.Shift, 0, step.Height - 1) * step.Width
                + Math.Clamp(x * CellPlane.Side + CellPlane.Side / 2 + (u >> 4) >> step.Shift, 0, step.Width - 1);
            (u, v) = (u + step.U[at], v + step.V[at]);
        }
        return (u, v);
    }

    // Takes off the picture's median, then what is left of local flicker: the mean over a wide square, to which a stain's rims, brighter here and darker there, add little.
    private void LevelOut(bool[] inside, int height)
    {
        var known = new float[Difference.Length / MedianStep + 1];
        var count = 0;
        for (var i = 0; i < Difference.Length; i += MedianStep)
            if (inside[i])
                known[count++] = Difference[i];
        var median = count == 0 ? 0 : Selection.Nth(known.AsSpan(0, count), count / 2);
        var sums = new long[(_width + 1) * (height + 1)];
        var counts = new int[sums.Length];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < _width; x++)
            {
                var (i, to) = (y * _width + x, (y + 1) * (_width + 1) + x + 1);
                Difference[i] -= median;
                sums[to] = (inside[i] ? (long)Math.Clamp(Difference[i], -MostUneven, MostUneven) : 0) + sums[to - 1] + sums[to - _width - 1] - sums[to - _width - 2];
                counts[to] = (inside[i] ? 1 : 0) + counts[to - 1] + counts[to - _width - 1] - counts[to - _width - 2];
            }
        var reach = Math.Max(2, _width / 9);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < _width; x++)
            {
                int Corner(int u, int v) => Math.Clamp(v, 0, height) * (_width + 1) + Math.Clamp(u, 0, _width);
                var (a, b, c, d) = (Corner(x - reach, y - reach), Corner(x + reach + 1, y - reach), Corner(x - reach, y + reach + 1), Corner(x + reach + 1, y + reach + 1));
                var all = counts[d] - counts[b] - counts[c] + counts[a];
                if (all > 0)
                    Difference[y * _width + x] -= (sums[d] - sums[b] - sums[c] + sums[a]) / (float)all;
            }
    }
}
