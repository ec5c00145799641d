namespace Kinolux.Previs.Timelines;

/// <summary>A timeline as a file had it.</summary>
/// <param name="Remarks">What in it was taken otherwise than it is written, or not at all.</param>
public sealed record TimelineReading(Timeline Timeline, IReadOnlyList<TimelineRemark> Remarks);
