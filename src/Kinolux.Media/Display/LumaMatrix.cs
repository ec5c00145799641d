namespace Kinolux.Media.Display;

/// <summary>How luma and chroma make red, green and blue.</summary>
public enum LumaMatrix
{
    /// <summary>ITU-R BT.601, standard definition.</summary>
    Bt601,

    /// <summary>ITU-R BT.709, high definition.</summary>
    Bt709,

    /// <summary>ITU-R BT.2020, ultra-high definition, non-constant luminance.</summary>
    Bt2020,
}
