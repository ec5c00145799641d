using Kinolux.Report;
using Kinolux.Report.Plots;

namespace Kinolux.Studio.Pictures;

/// <summary>The damage along a film.</summary>
/// <param name="Stretch">Frames behind each value of a line.</param>
internal sealed record PlotList(IReadOnlyList<PlotModel> Plots, int Stretch);
