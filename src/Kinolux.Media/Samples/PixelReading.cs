using Kinolux.Core.Frames;

namespace Kinolux.Media.Samples;

/// <summary>How a film's own pixel format is read: the planar format asked of ffmpeg, which holds the same sample values.</summary>
/// <param name="Wire">ffmpeg's name of the planar format; its samples are bytes at 8 bits and little-endian 16-bit words above.</param>
/// <param name="Note">What a person should know where the planar format is not the film's own; null where nothing is lost or changed.</param>
/// <param name="Filter">A filter that repacks without touching a value, where ffmpeg's own conversion would.</param>
internal sealed record PixelReading(string Wire, PixelLayout Layout, int Depth, string? Note = null, string? Filter = null)
{
    public static PixelReading None { get; } = new("gray", PixelLayout.Gray, 8);
}
