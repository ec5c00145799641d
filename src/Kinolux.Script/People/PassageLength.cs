using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.People;

/// <summary>How long stretches of a script play, measured by the lines that they take on a page.</summary>
internal sealed class PassageLength(Screenplay script)
{
    private readonly int[] _lines = PageBlocks.Lines(script, PageBlocks.Of(script, ScriptPages.LinesPerPage));

    /// <summary>Printed lines with the blank ones before them; at least one.</summary>
    public double Of(int first, int end) => Math.Max(1, _lines.Skip(first).Take(end - first).Sum());
}
