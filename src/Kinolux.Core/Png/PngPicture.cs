using Kinolux.Core.Frames;

namespace Kinolux.Core.Png;

/// <summary>What a PNG file holds: one plane (gray) or three (red, green, blue) of full-scale 16-bit samples, and the bits per sample of the file, 8 or 16.</summary>
public sealed record PngPicture(int Depth, IReadOnlyList<Plane> Planes)
{
    public int Width => Planes[0].Width;

    public int Height => Planes[0].Height;
}
