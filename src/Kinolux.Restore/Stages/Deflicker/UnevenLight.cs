using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// How unevenly the light changes over the picture, in the same way whenever it changes: a fire or a lamp lights what is near it, and exposure, a shutter or fading the whole picture.
/// A flame that lights all that is seen is told by where: it changes most, even in shares, where the picture is brightest, and less the further off.
/// </summary>
internal sealed class UnevenLight
{
    private UnevenLight(double unevenness, double fallOff) => (Unevenness, FallOff) = (unevenness, fallOff);

    /// <summary>0 where all places change alike, or each by chance; about 1 where half of the picture changes and the rest does not.</summary>
    public double Unevenness { get; }

    /// <summary>0 to 1: how much of the unevenness is explained by one light at one of the picture's brightest places, all the less of it the further off.</summary>
    public double FallOff { get; }

    private const int Width = FrameSurvey.GridWidth;
    private const int Height = FrameSurvey.GridHeight;
    private const int Cells = Width * Height;

    // 16-bit levels: below the first a cell shows no change of light, and the second keeps shares of dark cells finite.
    private const float Black = 6 * 257;
    private const float Dark = 8 * 257;

    // Of the whole picture's change; a cell that changes by more counts as so much, so that a small lamp is no reason to leave a film's flicker.
    private const double Most = 3;

    // A flame is looked for in the cells that are brighter than so many of all.
    private const double Brightest = 0.9;

    // From one side of the picture to the other, as a share of the whole picture's change: what falls off by less is any pattern.
    private const double Falls = 0.5;

    /// <param name="events">Frames that are left out.</param>
    public static UnevenLight Of(ShotSurvey shot, bool[] events)
    {
        // A film's light changes by a gain, which is even in shares, or an offset, which is even in levels: whichever explains more counts.
        var (shares, levels) = (new Places(), new Places());
        var (share, level) = (new double[Cells], new double[Cells]);
        var greys = new double[Cells];
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
                greys[cell] += grid[cell] / shot.Frames.Count;
            }
            shares.Add(share, i % 2);
            levels.Add(level, i % 2);
        }
        return new UnevenLight(Math.Min(shares.Unevenness, levels.Unevenness), shares.FallOff(greys, (double)shot.Format.Height / shot.Format.Width));
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

        /// <param name="greys">Of the cells, as bright as they usually are.</param>
        /// <param name="aspect">The picture's height as a share of its width.</param>
        public double FallOff(double[] greys, double aspect)
        {
            var known = Enumerable.Range(0, Cells).Where(cell => _squares[cell, 0] > 0 && _squares[cell, 1] > 0).ToArray();
            if (known.Length < Cells / 2)
                return 0;
            var bright = greys.Order().ElementAt((int)(Brightest * Cells));
            var shares = Array.ConvertAll(known, cell => (Apart(cell, 0) + Apart(cell, 1)) / 2);
            var most = 0.0;
            foreach (var at in known)
                if (greys[at] >= bright)
                    most = Math.Max(most, Falling(shares, Array.ConvertAll(known, cell => double.Hypot(cell % Width - at % Width, (cell / Width - at / Width) * aspect * Width / Height) / Width)));
            return most;
        }

        /// <summary>The share of the values' variance that a straight line explains that falls with distance; 0 where it rises, or falls by little.</summary>
        private static double Falling(double[] values, double[] distances)
        {
            var (value, distance) = (values.Average(), distances.Average());
            double together = 0, far = 0, spread = 0;
            for (var i = 0; i < values.Length; i++)
            {
                together += (values[i] - value) * (distances[i] - distance);
                far += (distances[i] - distance) * (distances[i] - distance);
                spread += (values[i] - value) * (values[i] - value);
            }
            return together / far > -Falls ? 0 : together * together / (far * spread);
        }

        private double Apart(int cell, int half) => Math.Clamp(_together[cell, half] / _squares[cell, half], 2 - Most, Most) - 1;
    }
}
