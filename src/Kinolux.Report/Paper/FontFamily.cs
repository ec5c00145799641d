namespace Kinolux.Report.Paper;

/// <summary>What a text is set in. What a family's own font lacks comes from the next that has it: DejaVu for other alphabets, Noto for Chinese, Japanese and Korean.</summary>
public enum FontFamily
{
    /// <summary>Courier Prime, ten characters to the inch at 12 points: each character stands in its cells, as <see cref="Core.Text.Columns"/> counts them.</summary>
    Courier,

    /// <summary>DejaVu Sans.</summary>
    Sans,

    /// <summary>DejaVu Sans Mono, each character in its cells.</summary>
    Mono,
}
