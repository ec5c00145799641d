namespace Kinolux.Core.Progress;

/// <summary>Turns "one more frame is done" into <see cref="JobProgress"/> with speed and time left. Thread-safe.</summary>
public sealed class ProgressMeter
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private readonly IProgress<JobProgress>? _sink;
    private readonly TimeProvider _time;
    private readonly string _stage;
    private readonly int _frames;
    private readonly Queue<(long At, int Frame)> _late = new();
    private readonly Lock _lock = new();
    private int _frame;

    /// <param name="sink">Who shows it; null for nobody.</param>
    /// <param name="frames">Frames to do in all; 0 where that is not known.</param>
    public ProgressMeter(IProgress<JobProgress>? sink, TimeProvider time, string stage, int frames)
    {
        (_sink, _time, _stage, _frames) = (sink, time, stage, frames);
        _late.Enqueue((time.GetTimestamp(), 0));
    }

    /// <summary>Reports that <paramref name="count"/> more frames are done.</summary>
    public void Step(int shot = 0, int count = 1)
    {
        if (_sink is null)
            return;
        lock (_lock)
        {
            _frame += count;
            var now = _time.GetTimestamp();
            while (_late.Count > 1 && _time.GetElapsedTime(_late.Peek().At, now) > Window)
                _late.Dequeue();
            var (since, from) = _late.Peek();
            var seconds = _time.GetElapsedTime(since, now).TotalSeconds;
            var speed = seconds > 0 ? (_frame - from) / seconds : 0;
            _late.Enqueue((now, _frame));
            TimeSpan? left = speed > 0 && _frames > 0 ? TimeSpan.FromSeconds(Math.Max(0, _frames - _frame) / speed) : null;
            _sink.Report(new JobProgress(_stage, shot, _frame, _frames, speed, left));
        }
    }
}
