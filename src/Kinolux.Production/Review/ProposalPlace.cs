namespace Kinolux.Production.Review;

/// <summary>A line of a proposals file.</summary>
/// <param name="Offset">Of its first byte.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct ProposalPlace(string File, long Offset, int Length);
