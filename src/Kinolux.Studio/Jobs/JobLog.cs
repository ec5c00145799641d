namespace Kinolux.Studio.Jobs;

/// <summary>The lines of a job's log, oldest first.</summary>
internal sealed record JobLog(IReadOnlyList<JobLine> Lines);
