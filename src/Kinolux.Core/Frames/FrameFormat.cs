namespace Kinolux.Core.Frames;

/// <summary>Size and samples of a frame. Samples in memory are always full-scale 16 bit; <see cref="Depth"/> is what the film really has and what is written.</summary>
/// <param name="Width">Luma samples per row, 1 or more.</param>
/// <param name="Height">Rows, 1 or more.</param>
/// <param name="Layout">Planes and chroma size.</param>
/// <param name="Depth">Real bits per sample, 8 to 16.</param>
public sealed record FrameFormat(int Width, int Height, PixelLayout Layout, int Depth)
{
    public int PlaneCount => Layout == PixelLayout.Gray ? 1 : 3;

    public bool IsRgb => Layout == PixelLayout.Rgb;

    /// <summary>True where planes 1 and 2 are chroma around a neutral value.</summary>
    public bool HasChroma => Layout is PixelLayout.Yuv420 or PixelLayout.Yuv422 or PixelLayout.Yuv444;

    public int ChromaShiftX => Layout is PixelLayout.Yuv420 or PixelLayout.Yuv422 ? 1 : 0;

    public int ChromaShiftY => Layout is PixelLayout.Yuv420 ? 1 : 0;

    public int PlaneWidth(int plane) => plane == 0 || !HasChroma ? Width : (Width + (1 << ChromaShiftX) - 1) >> ChromaShiftX;

    public int PlaneHeight(int plane) => plane == 0 || !HasChroma ? Height : (Height + (1 << ChromaShiftY) - 1) >> ChromaShiftY;

    /// <summary>The largest sample at the real depth, 255 for 8 bit.</summary>
    public int MaxSample => (1 << Depth) - 1;

    /// <summary>The neutral chroma value, widened as every sample is: half scale at the real depth.</summary>
    public ushort NeutralChroma => Widen(1 << (Depth - 1), Depth);

    /// <summary>Widens a sample of <paramref name="depth"/> bits to full-scale 16 bit, rounded to nearest; <see cref="Narrow"/> undoes it exactly.</summary>
    public static ushort Widen(int sample, int depth)
    {
        var max = (1 << depth) - 1;
        return (ushort)((sample * 65535L + max / 2) / max);
    }

    /// <summary>The sample of <paramref name="depth"/> bits nearest to a full-scale 16-bit one.</summary>
    public static int Narrow(ushort sample, int depth)
    {
        var max = (1 << depth) - 1;
        return (int)((sample * (long)max + 32767) / 65535);
    }
}
