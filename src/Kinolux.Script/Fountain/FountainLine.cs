namespace Kinolux.Script.Fountain;

/// <summary>A line of a text, with what of it is printed.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">One past its last, without the end of the line.</param>
/// <param name="Visible">What is left without notes and boneyard; the line itself where it has none.</param>
/// <param name="HasHidden">True where a note or boneyard is on it.</param>
internal readonly record struct FountainLine(int Number, int Start, int End, ReadOnlyMemory<char> Visible, bool HasHidden)
{
    /// <summary>Nothing but notes and boneyard: as if it were not there.</summary>
    public bool IsHidden => HasHidden && Visible.Span.IsWhiteSpace();

    public bool IsBlank => !HasHidden && Visible.Span.IsWhiteSpace();

    /// <summary>A blank line that parts nothing: in a speech and on a title page it is meant.</summary>
    public bool IsKeptBlank => IsBlank && Visible.Length >= 2;

    public ReadOnlySpan<char> Trimmed => Visible.Span.Trim();
}
