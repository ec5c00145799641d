using Kinolux.Core.Frames;

namespace Kinolux.Restore.Evaluation;

/// <summary>
/// Mean error (film minus reference, in levels of 255) of every frame, whole and on an 8×8 grid. The index is the standard deviation of its change from frame to frame:
/// 0 for a film that is steadily too bright, large for one that flickers.
/// </summary>
public sealed class FlickerTrace
{
    public const int Grid = 8;
    private readonly List<double> _means = [];
    private readonly List<double[]> _cells = [];

    public IReadOnlyList<double> Means => _means;

    /// <summary>Takes the next frame.</summary>
    public void Add(Plane reference, Plane film)
    {
        Fidelity.RequireSameSize(reference, film);
        var cells = new double[Grid * Grid];
        var total = 0.0;
        for (var j = 0; j < Grid; j++)
            for (var i = 0; i < Grid; i++)
            {
                var (x0, x1) = (i * reference.Width / Grid, (i + 1) * reference.Width / Grid);
                var (y0, y1) = (j * reference.Height / Grid, (j + 1) * reference.Height / Grid);
                var sum = 0L;
                for (var y = y0; y < y1; y++)
                {
                    var a = reference.Row(y);
                    var b = film.Row(y);
                    for (var x = x0; x < x1; x++)
                        sum += b[x] - a[x];
                }
                total += sum;
                cells[j * Grid + i] = sum / (257.0 * Math.Max(1, (x1 - x0) * (y1 - y0)));
            }
        _means.Add(total / (257.0 * reference.Width * reference.Height));
        _cells.Add(cells);
    }

    /// <summary>Of the whole picture, over frames of one shot in rising order; only steps between neighbours count.</summary>
    public double Index(IReadOnlyList<int> frames) => Deviation([.. Steps(frames).Select(n => _means[n] - _means[n - 1])]);

    /// <summary>Mean of the cells' indices, likewise.</summary>
    public double LocalIndex(IReadOnlyList<int> frames)
    {
        var steps = Steps(frames).ToList();
        return Enumerable.Range(0, Grid * Grid).Average(cell => Deviation([.. steps.Select(n => _cells[n][cell] - _cells[n - 1][cell])]));
    }

    private static IEnumerable<int> Steps(IReadOnlyList<int> frames) =>
        Enumerable.Range(1, Math.Max(0, frames.Count - 1)).Where(i => frames[i] == frames[i - 1] + 1).Select(i => frames[i]);

    private static double Deviation(double[] values)
    {
        if (values.Length == 0)
            return 0;
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
