using Kinolux.Core.Time;

namespace Kinolux.Restoration.Plans;

/// <summary>The film that a plan is for.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="Frames">How many frames it has.</param>
/// <param name="Undone">What was undone in its fields before all else, <c>interlaced</c> or <c>telecined</c>; null for nothing.</param>
/// <param name="Width">Luma samples in a row of its pictures; null in plans of before they said so.</param>
/// <param name="Height">Rows of luma samples.</param>
/// <param name="Rate">Frames a second, by which timecodes are read; null in plans of before they said so.</param>
/// <param name="Digest">Hash of the hashes of all its decoded frames: names the pictures, however the file is called.</param>
public sealed record PlanSource(string Path, int Frames, string Digest, string? Undone = null, int? Width = null, int? Height = null, Rational? Rate = null);
