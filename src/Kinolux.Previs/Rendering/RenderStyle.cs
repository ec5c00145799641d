namespace Kinolux.Previs.Rendering;

/// <summary>How a picture is drawn.</summary>
public enum RenderStyle
{
    /// <summary>White paper, grey tones, black lines: what a board is.</summary>
    Drawn,

    /// <summary>Flat colours with lines and shadows: what a moving previs is.</summary>
    Previs,
}
