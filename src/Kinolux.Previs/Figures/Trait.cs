namespace Kinolux.Previs.Figures;

/// <summary>Something about a figure, and where it comes from.</summary>
/// <param name="Words">The words of the text, where it was said or inferred.</param>
public sealed record Trait<T>(T Value, Known Known, string? Words = null);
