namespace Kinolux.Core.Review;

/// <summary>A colour of a kind; the pages have one for each theme.</summary>
public enum Tone
{
    /// <summary>For what needs none of its own.</summary>
    Plain,

    Amber,

    Orange,

    Rose,

    Violet,

    Blue,

    Cyan,

    Green,

    Gray,
}
