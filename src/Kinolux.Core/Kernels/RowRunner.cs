namespace Kinolux.Core.Kernels;

/// <summary>
/// Splits rows over threads. The bands do not depend on the number of threads, so a kernel that sums per band gives the same bits on one thread and on many.
/// </summary>
public sealed class RowRunner
{
    private const int BandCount = 16;
    private readonly ParallelOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">Less than one thread.</exception>
    public RowRunner(int threads, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        _options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
    }

    public static RowRunner Serial { get; } = new(1);

    public int Threads { get; }

    /// <summary>Calls <paramref name="band"/> with (first row, end row) for bands that together cover rows 0 to <paramref name="height"/> - 1 once.</summary>
    public void Run(int height, Action<int, int> band)
    {
        var bands = Math.Min(BandCount, height);
        if (Threads == 1)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < bands; i++)
                band(Edge(i, bands, height), Edge(i + 1, bands, height));
            return;
        }
        Parallel.For(0, bands, _options, i => band(Edge(i, bands, height), Edge(i + 1, bands, height)));
    }

    /// <summary>Sums what each band returns, in band order, so the result is the same for any number of threads.</summary>
    public double Sum(int height, Func<int, int, double> band)
    {
        var bands = Math.Min(BandCount, height);
        var parts = new double[bands];
        if (Threads == 1)
        {
            for (var i = 0; i < bands; i++)
                parts[i] = band(Edge(i, bands, height), Edge(i + 1, bands, height));
        }
        else
        {
            Parallel.For(0, bands, _options, i => parts[i] = band(Edge(i, bands, height), Edge(i + 1, bands, height)));
        }
        var sum = 0.0;
        foreach (var part in parts)
            sum += part;
        return sum;
    }

    private static int Edge(int band, int bands, int height) => (int)((long)height * band / bands);
}
