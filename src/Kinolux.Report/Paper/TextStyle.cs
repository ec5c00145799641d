namespace Kinolux.Report.Paper;

/// <summary>How a text is set.</summary>
/// <param name="Size">Points from line to line of solid type.</param>
public sealed record TextStyle(FontFamily Family, double Size)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    public bool Strike { get; init; }

    public Ink Ink { get; init; }
}
