namespace Kinolux.Script.StoryPrints;

/// <summary>A row of a legend.</summary>
/// <param name="Swatch">The class of its colour; empty for none.</param>
/// <param name="Fill">The fill of its colour where it is no class; empty for none.</param>
public sealed record LegendRow(string Swatch, string Words, string Fill = "");
