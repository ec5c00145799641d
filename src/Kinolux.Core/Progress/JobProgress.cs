namespace Kinolux.Core.Progress;

/// <summary>How far a job is. Long work takes an <see cref="IProgress{T}"/> of this and reports once a frame, page or other unit; whoever shows it decides how often.</summary>
/// <param name="Step">What is being done, such as <c>survey</c> or <c>deliver</c>.</param>
/// <param name="Part">The part of the document at work, such as a shot's number; null where there is none.</param>
/// <param name="Done">Units done of this step.</param>
/// <param name="Total">Units of this step in all; 0 where that is not known.</param>
/// <param name="Unit">What is counted, in the plural: <c>frames</c>, <c>pages</c>, <c>states</c>.</param>
/// <param name="Rate">Units a second of late; 0 where that is not known.</param>
/// <param name="TimeLeft">An estimate over all steps of the job that are still to come, this one included; null where there is none.</param>
public sealed record JobProgress(string Step, string? Part, long Done, long Total, string Unit, double Rate = 0, TimeSpan? TimeLeft = null);
