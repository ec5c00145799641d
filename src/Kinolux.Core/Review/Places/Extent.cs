namespace Kinolux.Core.Review;

/// <summary>A stretch of a document's one axis, both ends included: frames of a film, samples of a sound, lines of a text, nodes of a network in their order. What indexes are made of.</summary>
public readonly record struct Extent(long First, long Last)
{
    /// <summary>The whole axis: where nobody knows where on it something is.</summary>
    public static Extent Everywhere { get; } = new(0, long.MaxValue);

    public bool Overlaps(Extent other) => First <= other.Last && other.First <= Last;

    /// <summary>How many steps of the axis it covers.</summary>
    public double Length => (double)Last - First + 1;
}
