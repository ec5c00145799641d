using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>What most of a picture does between two frames: it goes aside and grows, evenly; what moves by itself has no say.</summary>
/// <param name="U">Sideways, in 1/16 luma samples, at the picture's middle.</param>
/// <param name="Across">What a cell to the right adds.</param>
/// <param name="Down">What a cell below adds.</param>
/// <param name="V">Downwards, in 1/16 luma samples.</param>
internal readonly record struct WholeMotion(float U, float Across, float Down, float V)
{
    private const int Rounds = 8;

    // What is off by more has little say, in 1/16 luma samples.
    private const float Off = 8;

    /// <param name="cells">In reading order.</param>
    public static WholeMotion Of(Displacement[] cells, int columns)
    {
        var rows = cells.Length / columns;
        var fit = new WholeMotion(Median(cells, cell => cell.U), 0, 0, Median(cells, cell => cell.V));
        for (var round = 0; round < Rounds; round++)
        {
            double w = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0, u = 0, ux = 0, uy = 0;
            for (var i = 0; i < cells.Length; i++)
            {
                var (cx, cy) = (i % columns - (columns - 1) / 2.0, i / columns - (rows - 1) / 2.0);
                var off = (cells[i].U - fit.U - fit.Across * cx - fit.Down * cy) / Off;
                var weight = 1 / (1 + off * off);
                (w, x, y) = (w + weight, x + weight * cx, y + weight * cy);
                (xx, xy, yy) = (xx + weight * cx * cx, xy + weight * cx * cy, yy + weight * cy * cy);
                (u, ux, uy) = (u + weight * cells[i].U, ux + weight * cells[i].U * cx, uy + weight * cells[i].U * cy);
            }
            // About the weighted middle, two unknowns are left.
            var (mx, my, mu) = (x / w, y / w, u / w);
            var (sxx, sxy, syy, sux, suy) = (xx - w * mx * mx, xy - w * mx * my, yy - w * my * my, ux - w * mx * mu, uy - w * my * mu);
            var whole = sxx * syy - sxy * sxy;
            var across = whole > 1e-6 * (sxx * syy) ? (sux * syy - suy * sxy) / whole : 0;
            var down = whole > 1e-6 * (sxx * syy) ? (suy * sxx - sux * sxy) / whole : 0;
            fit = fit with { U = (float)(mu - across * mx - down * my), Across = (float)across, Down = (float)down };
        }
        return fit;
    }

    private static int Median(Displacement[] cells, Func<Displacement, int> part)
    {
        var sorted = Array.ConvertAll(cells, cell => part(cell));
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
