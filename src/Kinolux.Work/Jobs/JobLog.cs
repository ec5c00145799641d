namespace Kinolux.Work.Jobs;

/// <summary>The lines of a job's log, oldest first.</summary>
public sealed record JobLog(IReadOnlyList<JobLine> Lines);
