namespace Kinolux.Restoration.Deliveries;

/// <summary>A source that was kept.</summary>
/// <param name="IsDifference">True where what is kept is the difference to the output's frames.</param>
/// <param name="Depth">Bits of the source's samples.</param>
/// <param name="Digests">A checksum of each of its frames.</param>
/// <param name="Hash">SHA-256 of the file in which it is kept; null where that was not taken yet.</param>
public sealed record OriginalFrames(bool IsDifference, int Depth, IReadOnlyList<string> Digests, string? Hash = null);
