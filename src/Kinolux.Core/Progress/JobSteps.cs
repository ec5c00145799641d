namespace Kinolux.Core.Progress;

/// <summary>The steps of a job in their order, so that the time left is that of all of them and not of the one at work. Steps may be passed over, and a step may be begun once.</summary>
/// <param name="sink">Who shows it; null for nobody.</param>
public sealed class JobSteps(IProgress<JobProgress>? sink, TimeProvider time, params IReadOnlyList<PlannedStep> steps)
{
    /// <summary>Begins a step; those before it are over.</summary>
    /// <param name="total">Units of it, where more is known than when it was planned.</param>
    /// <exception cref="ArgumentException">No such step was planned.</exception>
    public ProgressMeter Begin(string name, long? total = null)
    {
        var at = steps.Index().FirstOrDefault(step => step.Item.Name == name) is { Item: not null } found ? found.Index : throw new ArgumentException($"no step {name} was planned", nameof(name));
        var step = steps[at] with { Total = total ?? steps[at].Total };
        // Later steps at this one's pace, each as many times slower as it costs more.
        var later = steps.Skip(at + 1).Sum(next => next.Total * next.Cost / step.Cost);
        return new ProgressMeter(sink, time, step, later);
    }
}
