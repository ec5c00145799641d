using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>
/// What the film adds to the scene in each of its cells, found from pairs of frames between which the scene moved on: the field whose value here less its value there is, for each piece of the scene, the difference seen.
/// Each pair is given both ways, so that a stain that is stronger in one frame than in the other cancels out. (B. M. Ratliff, M. M. Hayat, R. C. Hardie,
/// "An algebraic algorithm for nonuniformity correction in focal-plane arrays", 2002, solved robustly.)
/// </summary>
internal static class FilmLayer
{
    // A step goes as far as the scene moved; so many cross the largest stain.
    private const int Sweeps = 48;

    // So many sweeps take the differences as they are; those after know what is not explained.
    private const int Blind = 4;

    // Per pair: what pulls the field to 0 where nothing speaks against it.
    private const float Pull = 0.003f;

    // Draws strengths towards 1, as a share of what is seen.
    private const double Expected = 0.05;

    // In 16-bit levels: what differs more counts little.
    private const float Unexplained = 4 * 257, Wild = 30 * 257;

    /// <param name="within">The cells where there may be something; it is 0 elsewhere. Along the motion errors gather, and within a region they do not go far.</param>
    public static float[] Solve(IReadOnlyList<ScenePair> pairs, bool[] within, RowRunner rows)
    {
        int[] cells = [.. Enumerable.Range(0, within.Length).Where(cell => within[cell])];
        var (layer, next) = (new float[within.Length], new float[within.Length]);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (from, to, blind) = (layer, next, sweep < Blind);
            rows.Run(cells.Length, (first, end) =>
            {
                for (var k = first; k < end; k++)
                    to[cells[k]] = Balance(pairs, from, cells[k], blind);
            });
            (layer, next) = (next, layer);
        }
        return layer;
    }

    /// <summary>
    /// How much of a solution can be believed, 0 to 1: how often a way through the pairs, begun in a cell, ends outside the region and not beyond the picture's edge.
    /// From the rim inwards errors gather with each step; between two rims they cancel out, towards the edge they do not.
    /// </summary>
    public static float[] Support(IReadOnlyList<ScenePair> pairs, bool[] within, RowRunner rows)
    {
        int[] cells = [.. Enumerable.Range(0, within.Length).Where(cell => within[cell])];
        var (support, next) = (new float[within.Length], new float[within.Length]);
        support.AsSpan().Fill(1);
        next.AsSpan().Fill(1);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (from, to) = (support, next);
            rows.Run(cells.Length, (first, end) =>
            {
                for (var k = first; k < end; k++)
                    to[cells[k]] = Reached(pairs, from, cells[k]);
            });
            (support, next) = (next, support);
        }
        return support;
    }

    private static float Reached(IReadOnlyList<ScenePair> pairs, float[] support, int cell)
    {
        var (sum, count) = (0f, 0);
        for (var k = 0; k < pairs.Count; k++)
            if (pairs[k].Known[cell])
                (sum, count) = (sum + pairs[k].There(support, cell), count + 1);
            else if (pairs[k].Leaves[cell])
                count++;
        return count == 0 ? support[cell] : sum / count;
    }

    /// <summary>How strong what the film adds is in one frame, against all that it was found from.</summary>
    public static double Strength(int frame, float[] layer, IReadOnlyList<ScenePair> pairs)
    {
        var (sum, count) = (0.0, 0);
        foreach (var pair in pairs)
            if (pair.From == frame || pair.To == frame)
            {
                var (here, there) = Fit(pair, layer);
                (sum, count) = (sum + (pair.From == frame ? here : there), count + 1);
            }
        return count == 0 ? 1 : sum / count;
    }

    private static float Balance(IReadOnlyList<ScenePair> pairs, float[] layer, int cell, bool blind)
    {
        var (sum, weights) = (0f, Pull * pairs.Count);
        for (var k = 0; k < pairs.Count; k++)
        {
            var pair = pairs[k];
            if (!pair.Known[cell])
                continue;
            var (difference, there) = (pair.Difference[cell], pair.There(layer, cell));
            var weight = Trust(blind ? difference / Wild : (difference - layer[cell] + there) / Unexplained);
            sum += weight * (difference + there);
            weights += weight;
        }
        return sum / weights;
    }

    /// <summary>How strong a layer is in either frame of a pair, by least squares.</summary>
    private static (double Here, double There) Fit(ScenePair pair, float[] layer)
    {
        double xx = 0, xy = 0, yy = 0, xd = 0, yd = 0;
        for (var i = 0; i < layer.Length; i++)
        {
            float x = layer[i], y = -pair.There(layer, i), d = pair.Difference[i];
            if (!pair.Known[i] || (x == 0 && y == 0))
                continue;
            double weight = Trust((d - x - y) / Unexplained);
            (xx, xy, yy) = (xx + weight * x * x, xy + weight * x * y, yy + weight * y * y);
            (xd, yd) = (xd + weight * x * d, yd + weight * y * d);
        }
        if (xx <= 0 || yy <= 0)
            return (1, 1);
        var pull = Expected * (xx + yy) / 2;
        var (a, b, p, q) = (xx + pull, yy + pull, xd + pull, yd + pull);
        var determinant = a * b - xy * xy;
        return ((p * b - q * xy) / determinant, (q * a - p * xy) / determinant);
    }

    private static float Trust(float off) => 1 / (1 + off * off);
}
