namespace Kinolux.Studio.Jobs;

/// <summary>A line of a job's log.</summary>
internal sealed record JobLine(DateTimeOffset At, string Text);
