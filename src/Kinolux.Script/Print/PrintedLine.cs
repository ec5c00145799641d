using Kinolux.Script.Model;

namespace Kinolux.Script.Print;

/// <summary>A line of a printed page.</summary>
/// <param name="Row">Counted from 0 at the top margin; a page's number stands above it.</param>
/// <param name="Column">Where it begins, in columns from the left margin; scene numbers stand beyond both margins.</param>
/// <param name="IsMark">True for the star in the margin of a line that a revision changed.</param>
internal sealed record PrintedLine(int Row, int Column, IReadOnlyList<TextRun> Runs, bool IsMark = false)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));
}
