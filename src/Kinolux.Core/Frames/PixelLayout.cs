namespace Kinolux.Core.Frames;

/// <summary>Which planes a frame has, and how much smaller its chroma planes are.</summary>
public enum PixelLayout
{
    /// <summary>One plane of luma.</summary>
    Gray,

    /// <summary>Y, U, V; chroma at half width and half height (rounded up).</summary>
    Yuv420,

    /// <summary>Y, U, V; chroma at half width (rounded up).</summary>
    Yuv422,

    /// <summary>Y, U, V, all at full size.</summary>
    Yuv444,

    /// <summary>R, G, B, all at full size.</summary>
    Rgb,
}
