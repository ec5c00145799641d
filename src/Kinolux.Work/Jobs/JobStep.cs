using Kinolux.Core.Progress;

namespace Kinolux.Work.Jobs;

/// <summary>How far a running job is.</summary>
/// <param name="Step">What is being done, such as <c>survey</c>.</param>
/// <param name="Part">The part of the document at work; null where there is none.</param>
/// <param name="Done">Units done of this step.</param>
/// <param name="Total">Units of it in all; 0 where that is not known.</param>
/// <param name="Unit">What is counted: <c>frames</c>.</param>
/// <param name="Rate">Units a second of late; 0 where that is not known.</param>
/// <param name="TimeLeft">Seconds left of the whole job, an estimate.</param>
public sealed record JobStep(string Step, string? Part, long Done, long Total, string Unit, double Rate, double? TimeLeft)
{
    public static JobStep Of(JobProgress progress) =>
        new(progress.Step, progress.Part, progress.Done, progress.Total, progress.Unit, Math.Round(progress.Rate, 2), progress.TimeLeft is { } left ? Math.Round(left.TotalSeconds) : null);
}
