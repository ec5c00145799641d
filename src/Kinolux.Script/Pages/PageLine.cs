using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>A line on a page.</summary>
/// <param name="Row">Counted from 0 at the top margin.</param>
/// <param name="Column">Where it begins, in tenths of an inch from the left margin.</param>
/// <param name="Runs">What it says.</param>
/// <param name="Element">The index of the element that it is of; that of the speech for <c>(MORE)</c> and a cue said again.</param>
/// <param name="IsAdded">True for what the page adds: <c>(MORE)</c> and a cue said again.</param>
public sealed record PageLine(int Row, int Column, IReadOnlyList<TextRun> Runs, int Element, bool IsAdded = false)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));
}
