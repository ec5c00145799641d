namespace Kinolux.Report.Paper;

/// <summary>A piece of a line that is set in one way. A line break or a tab in it is a space: lines are the caller's.</summary>
public sealed record TextSpan(string Text, TextStyle Style)
{
    /// <summary>How many points a line of these pieces takes.</summary>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing.</exception>
    public static double WidthOf(params ReadOnlySpan<TextSpan> line) => TextLine.Set(line).Width;
}
