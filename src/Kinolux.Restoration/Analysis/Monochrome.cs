using Kinolux.Core.Frames;

namespace Kinolux.Restoration.Analysis;

/// <summary>Black-and-white film in a colour format: one plane is worked on, and the others are put back when it is written.</summary>
internal static class Monochrome
{
    /// <summary>True where red, green and blue are equal, or chroma is exactly neutral, all over the frame.</summary>
    public static bool Is(Frame frame)
    {
        var format = frame.Format;
        if (format.Layout == PixelLayout.Gray)
            return true;
        for (var plane = 1; plane < format.PlaneCount; plane++)
            for (var y = 0; y < frame.Planes[plane].Height; y++)
                if (format.IsRgb
                    ? !frame.Planes[plane].Row(y).SequenceEqual(frame.Planes[0].Row(y))
                    : frame.Planes[plane].Row(y).ContainsAnyExcept(format.NeutralChroma))
                    return false;
        return true;
    }

    public static FrameFormat Reduced(FrameFormat format) => format with { Layout = PixelLayout.Gray };

    /// <summary>The one plane that says all; takes the frame's hold over.</summary>
    public static Frame Reduce(Frame frame, FramePool pool)
    {
        if (frame.Format.Layout == PixelLayout.Gray)
            return frame;
        using (frame)
        {
            var reduced = pool.Rent(Reduced(frame.Format));
            frame.Planes[0].CopyTo(reduced.Planes[0]);
            return reduced;
        }
    }

    /// <summary>The frame as the film's own format holds it; takes the frame's hold over.</summary>
    public static Frame Expand(Frame frame, FrameFormat format, FramePool pool)
    {
        if (frame.Format == format)
            return frame;
        using (frame)
        {
            var full = pool.Rent(format);
            frame.Planes[0].CopyTo(full.Planes[0]);
            for (var plane = 1; plane < format.PlaneCount; plane++)
                if (format.IsRgb)
                    frame.Planes[0].CopyTo(full.Planes[plane]);
                else
                    full.Planes[plane].Fill(format.NeutralChroma);
            return full;
        }
    }
}
