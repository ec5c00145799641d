using Kinolux.Report.Blocks;

namespace Kinolux.Report;

/// <summary>A part of a report's page with a title and a place in its navigation.</summary>
/// <param name="Id">What follows the <c>#</c> in its address.</param>
/// <param name="Title">Its heading; empty for what opens the page.</param>
/// <param name="Short">Its name in the navigation; the title where there is none.</param>
/// <param name="Blocks">What it shows, from the top.</param>
public sealed record ReportSection(string Id, string Title, string? Short, params IReadOnlyList<ReportBlock> Blocks);
