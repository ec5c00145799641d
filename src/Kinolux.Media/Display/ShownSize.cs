using Kinolux.Core.Frames;

namespace Kinolux.Media.Display;

/// <summary>The size at which a film's pictures are shown: square samples, upright, within limits.</summary>
public static class ShownSize
{
    public static (int Width, int Height) Of(FrameFormat format, PictureLook look, int maxWidth, int maxHeight, bool even = false)
    {
        var aspect = look.SampleAspect.IsPositive ? look.SampleAspect.ToDouble() : 1;
        // The longer reading of a sample is kept, so that nothing is thrown away.
        var (width, height) = aspect >= 1 ? (format.Width * aspect, (double)format.Height) : (format.Width, format.Height / aspect);
        if (look.Rotation is 90 or 270)
            (width, height) = (height, width);
        var scale = Math.Min(1, Math.Min(maxWidth / width, maxHeight / height));
        return (Round(width * scale, even), Round(height * scale, even));
    }

    private static int Round(double value, bool even) =>
        even ? Math.Max(2, (int)Math.Round(value / 2) * 2) : Math.Max(1, (int)Math.Round(value));
}
