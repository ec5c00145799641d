namespace Kinolux.Core.Progress;

/// <summary>A step that a job will take.</summary>
/// <param name="Total">Units of it in all; 0 where that is not known.</param>
/// <param name="Unit">What is counted, in the plural.</param>
/// <param name="Cost">How long a unit takes beside one of the job's other steps: a rough ratio, since the job's own pace is measured.</param>
public sealed record PlannedStep(string Name, long Total, string Unit, double Cost = 1);
