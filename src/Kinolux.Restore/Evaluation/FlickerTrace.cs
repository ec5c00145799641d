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

    /// <summary>Of the whole picture, over frames <paramref name="first"/> to <paramref name="last"/>, which belong to one shot.</summary>
    public double Index(int first, int last) => Deviation([.. Steps(first, last).Select(n => _means[n] - _means[n - 1])]);

    /// <summary>Mean of the cells' indices.</summary>
    public double LocalIndex(int first, int last) =>
        Enumerable.Range(0, Grid * Grid).Average(cell => Deviation([.. Steps(first, last).Select(n => _cells[n][cell] - _cells[n - 1][cell])]));

    private static IEnumerable<int> Steps(int first, int last) => Enumerable.Range(first + 1, Math.Max(0, last - first));

    private static double Deviation(double[] values)
    {
        if (values.Length == 0)
            return 0;
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
