using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// How unevenly the light changes over the picture, in the same way whenever it changes: a fire or a lamp lights what is near it, and exposure, a shutter or fading the whole picture.
/// </summary>
internal static class UnevenLight
{
    private const int Cells = FrameSurvey.GridWidth * FrameSurvey.GridHeight;

    // 16-bit levels: below the first a cell shows no change of light, and the second keeps shares of dark cells finite.
    private const float Black = 6 * 257;
    private const float Dark = 8 * 257;

    // Of the whole picture's change; a cell that changes by more counts as so much, so that a small lamp is no reason to leave a film's flicker.
    private const double Most = 3;

    /// <summary>0 where all places change alike, or each by chance; about 1 where half of the picture changes and the rest does not.</summary>
    /// <param name="events">Frames that are left out.</param>
    public static double Of(ShotSurvey shot, bool[] events)
    {
        // A film's light changes by a gain, which is even in shares, or an offset, which is even in levels: whichever explains more counts.
        var (shares, levels) = (new Places(), new Places());
        var (share, level) = (new double[Cells], new double[Cells]);
        for (var i = 1; i < shot.Frames.Count; i++)
        {
            if (events[i] || events[i - 1] || shot.Frames[i].Pairs is not [{ Lag: 1 } pair, ..])
                continue;
            var grid = shot.Frames[i].Grid;
            var damaged = CellDamage.Of(pair, grid);
            for (var cell = 0; cell < Cells; cell++)
            {
                var isKnown = !damaged[cell] && grid[cell] >= Black && !float.IsNaN(pair.CellShift[cell]);
                level[cell] = isKnown ? pair.CellShift[cell] : double.NaN;
                share[cell] = isKnown ? Math.Log((grid[cell] + Dark) / (Math.Max(0, grid[cell] - pair.CellShift[cell]) + Dark)) : double.NaN;
            }
            shares.Add(share, i % 2);
            levels.Add(level, i % 2);
        }
        return Math.Min(shares.Unevenness, levels.Unevenness);
    }

    /// <summary>How much each cell changes with the whole picture, from even and odd frames apart: what both say is no chance.</summary>
    private sealed class Places
    {
        private readonly double[,] _together = new double[Cells, 2];
        private readonly double[,] _squares = new double[Cells, 2];

        public void Add(double[] change, int half)
        {
            var (sum, count) = (0.0, 0);
            foreach (var value in change)
                if (!double.IsNaN(value))
                    (sum, count) = (sum + value, count + 1);
            for (var cell = 0; cell < Cells; cell++)
                if (!double.IsNaN(change[cell]))
                {
                    _together[cell, half] += change[cell] * sum / count;
                    _squares[cell, half] += sum / count * sum / count;
                }
        }

        public double Unevenness
        {
            get
            {
                var (sum, count) = (0.0, 0);
                for (var cell = 0; cell < Cells; cell++)
                    if (_squares[cell, 0] > 0 && _squares[cell, 1] > 0)
                        (sum, count) = (sum + Apart(cell, 0) * Apart(cell, 1), count + 1);
                return count == 0 ? 0 : Math.Sqrt(Math.Max(0, sum / count));
            }
        }

        private double Apart(int cell, int half) => Math.Clamp(_together[cell, half] / _squares[cell, half], 2 - Most, Most) - 1;
    }
}
