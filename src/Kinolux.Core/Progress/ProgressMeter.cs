namespace Kinolux.Core.Progress;

/// <summary>Turns "one more is done" into <see cref="JobProgress"/> with speed and time left. Thread-safe.</summary>
public sealed class ProgressMeter
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly IProgress<JobProgress>? _sink;
    private readonly TimeProvider _time;
    private readonly PlannedStep _step;
    private readonly double _later;
    private readonly Queue<(long At, long Done)> _late = new();
    private readonly Lock _lock = new();
    private long _done;

    /// <summary>Of a job that has one step.</summary>
    /// <param name="sink">Who shows it; null for nobody.</param>
    /// <param name="total">Units to do in all; 0 where that is not known.</param>
    public ProgressMeter(IProgress<JobProgress>? sink, TimeProvider time, string step, long total, string unit = "frames")
        : this(sink, time, new PlannedStep(step, total, unit), 0)
    {
    }

    /// <param name="later">What comes after this step, in units of it.</param>
    internal ProgressMeter(IProgress<JobProgress>? sink, TimeProvider time, PlannedStep step, double later)
    {
        (_sink, _time, _step, _later) = (sink, time, step, later);
        _late.Enqueue((time.GetTimestamp(), 0));
    }

    /// <summary>Reports that <paramref name="count"/> more are done.</summary>
    public void Step(string? part = null, int count = 1)
    {
        if (_sink is null)
            return;
        lock (_lock)
        {
            _done += count;
            var now = _time.GetTimestamp();
            while (_late.Count > 1 && _time.GetElapsedTime(_late.Peek().At, now) > Window)
                _late.Dequeue();
            var (since, from) = _late.Peek();
            var seconds = _time.GetElapsedTime(since, now).TotalSeconds;
            var rate = seconds > 0 ? (_done - from) / seconds : 0;
            _late.Enqueue((now, _done));
            TimeSpan? left = rate > 0 && _step.Total > 0 ? TimeSpan.FromSeconds((Math.Max(0, _step.Total - _done) + _later) / rate) : null;
            _sink.Report(new JobProgress(_step.Name, part, _done, _step.Total, _step.Unit, rate, left));
        }
    }
}
