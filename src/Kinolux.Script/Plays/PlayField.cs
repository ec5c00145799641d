using Kinolux.Script.Model;

namespace Kinolux.Script.Plays;

/// <summary>A field of a table.</summary>
/// <param name="Text">Without the quotes around it.</param>
/// <param name="Span">Where it is, quotes included.</param>
internal readonly record struct PlayField(string Text, SourceSpan Span)
{
    /// <summary>False where it is empty or, as statistics programs write, <c>NA</c>.</summary>
    public bool IsSaid => !string.IsNullOrWhiteSpace(Text) && Text != "NA";
}
