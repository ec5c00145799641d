using Kinolux.Core.Progress;

namespace Kinolux.Studio.Jobs;

/// <summary>How far a running job is.</summary>
/// <param name="Stage">What is being done, such as <c>survey</c>.</param>
/// <param name="Shot">The shot at work, from 1; 0 where shots are not known yet.</param>
/// <param name="Frame">Frames done.</param>
/// <param name="Frames">Frames to do in all.</param>
/// <param name="FramesPerSecond">The speed of late; 0 where that is not known.</param>
/// <param name="TimeLeft">Seconds left of this stage, an estimate.</param>
internal sealed record JobStep(string Stage, int Shot, int Frame, int Frames, double FramesPerSecond, double? TimeLeft)
{
    public static JobStep Of(JobProgress progress) =>
        new(progress.Stage, progress.Shot, progress.Frame, progress.Frames, Math.Round(progress.FramesPerSecond, 2), progress.TimeLeft is { } left ? Math.Round(left.TotalSeconds) : null);
}
