namespace Kinolux.Previs.Timelines;

/// <summary>What a reader of timelines noticed, and read all the same.</summary>
/// <param name="Line">From 1; 0 for the whole file.</param>
public sealed record TimelineRemark(int Line, string Text);
