using Kinolux.Core.Time;

namespace Kinolux.Restoration.Pictures;

/// <summary>Where a frame is.</summary>
/// <param name="File">A film file, or the pattern of a sequence.</param>
/// <param name="Rate">Frames a second, where it is a sequence.</param>
/// <param name="Number">The frame's number in that file.</param>
/// <param name="Tag">Changes whenever the picture may have.</param>
public sealed record FramePlace(string File, Rational? Rate, int Number, string Tag);
