using Kinolux.Script.Model;

namespace Kinolux.Script.Editing;

/// <summary>A stretch of a Fountain text that looks otherwise than what is around it.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Style">How it looks, or that it is not printed.</param>
/// <param name="IsSyntax">True for what stands there for the reader alone: <c>@ ! . &gt; ~ # =</c>, emphasis, escapes, the key of a title.</param>
internal readonly record struct TextMark(int Start, int Length, TextStyle Style, bool IsSyntax)
{
    public int End => Start + Length;
}
