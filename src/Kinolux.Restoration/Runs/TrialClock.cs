using Kinolux.Core.Progress;

namespace Kinolux.Restoration.Runs;

/// <summary>Times the steps of a trial by the frames that they report, and passes them on as one step.</summary>
internal sealed class TrialClock(TimeProvider time, IProgress<JobProgress>? progress) : IProgress<JobProgress>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<(long Done, long At)>> _steps = [];

    public void Report(JobProgress value)
    {
        lock (_lock)
        {
            if (!_steps.TryGetValue(value.Step, out var seen))
                _steps.Add(value.Step, seen = []);
            seen.Add((value.Done, time.GetTimestamp()));
        }
        progress?.Report(value with { Step = $"trial {value.Step}", TimeLeft = null });
    }

    /// <summary>Seconds a frame over the later half: code is compiled and caches are warm by then.</summary>
    public double SecondsOf(string step)
    {
        lock (_lock)
        {
            if (!_steps.TryGetValue(step, out var seen) || seen.Count < 2)
                return 0;
            var half = seen.First(entry => entry.Done >= seen[^1].Done / 2);
            return seen[^1].Done == half.Done ? 0 : time.GetElapsedTime(half.At, seen[^1].At).TotalSeconds / (seen[^1].Done - half.Done);
        }
    }
}
