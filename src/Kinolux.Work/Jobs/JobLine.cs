namespace Kinolux.Work.Jobs;

/// <summary>A line of a job's log.</summary>
public sealed record JobLine(DateTimeOffset At, string Text);
