namespace Kinolux.Report.Plots;

/// <summary>A measure along the film.</summary>
/// <param name="Id">Lower case, hyphens: <c>flicker</c>, <c>weave</c>, <c>dirt</c>, <c>scratches</c>, <c>noise</c>.</param>
/// <param name="Title">For people, one or two words.</param>
/// <param name="Unit">What one unit is, such as <c>grey levels</c> or <c>px</c>.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="Lines">At least one.</param>
public sealed record FramePlot(string Id, string Title, string Unit, PlotStyle Style, IReadOnlyList<PlotLine> Lines);
