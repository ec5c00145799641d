namespace Kinolux.Core.Review;

/// <summary>Which part of the picture from a frame on.</summary>
public sealed record TrackedRegion(int Frame, RegionMask Region);
