using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kinolux.Restore.Stages;

/// <summary>
/// Tells the meter <c>Kinolux</c> how long each part of a chain works, what it waits for from others taken out: the histogram <c>kinolux.stage.duration</c>, in seconds,
/// tagged <c>stage</c>. Where nobody listens it costs a test. For one chain, and so for one thread at a time.
/// </summary>
internal sealed class StageClock
{
    private static readonly Meter Meter = new("Kinolux");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("kinolux.stage.duration", "s", "Time a stage works on one frame, without the stages before it");

    private long _inner;

    /// <summary>Does the work, and says how long it took less what went through this clock inside it.</summary>
    public T Time<T>(string stage, Func<T> work)
    {
        if (!Durations.Enabled)
            return work();
        var outer = _inner;
        _inner = 0;
        var began = Stopwatch.GetTimestamp();
        var result = work();
        var whole = Stopwatch.GetTimestamp() - began;
        Durations.Record((whole - _inner) / (double)Stopwatch.Frequency, new KeyValuePair<string, object?>("stage", stage));
        _inner = outer + whole;
        return result;
    }
}
