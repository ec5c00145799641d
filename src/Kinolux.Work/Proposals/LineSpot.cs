namespace Kinolux.Work.Proposals;

/// <summary>A line of a proposals file.</summary>
/// <param name="Offset">Of its first byte.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct LineSpot(string File, long Offset, int Length);
