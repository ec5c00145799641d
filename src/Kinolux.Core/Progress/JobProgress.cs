namespace Kinolux.Core.Progress;

/// <summary>How far a job is. Long work takes an <see cref="IProgress{T}"/> of this and reports once a frame; whoever shows it decides how often.</summary>
/// <param name="Stage">What is being done, such as <c>survey</c> or <c>despeckle</c>.</param>
/// <param name="Shot">The shot at work, counting from 1; 0 where shots are not known yet.</param>
/// <param name="Frame">Frames done.</param>
/// <param name="Frames">Frames to do in all; 0 where that is not known.</param>
/// <param name="FramesPerSecond">The speed of late; 0 where that is not known.</param>
/// <param name="TimeLeft">An estimate; null where there is none.</param>
public sealed record JobProgress(string Stage, int Shot, int Frame, int Frames, double FramesPerSecond = 0, TimeSpan? TimeLeft = null);
