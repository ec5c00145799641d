namespace Kinolux.Report.Plots;

/// <summary>One curve of a plot.</summary>
/// <param name="Name">For the legend: <c>before</c>, <c>after</c>, <c>across</c>, <c>down</c>; <c>before</c> is drawn faint.</param>
/// <param name="Values">One for each frame of the film; NaN where there is none.</param>
public sealed record PlotLine(string Name, IReadOnlyList<float> Values);
