using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>The one stretch in which two versions of a text differ, and from where reading again is enough.</summary>
/// <param name="Kept">How many elements stand before that and are as they were.</param>
/// <param name="Start">Where the new text is read from; a paragraph begins there.</param>
/// <param name="Line">Its line.</param>
/// <param name="BlankBefore">Blank lines right before it.</param>
/// <param name="NewEnd">From here on the new text is as the old was.</param>
/// <param name="Shift">By how much that moved.</param>
internal readonly record struct FountainEdit(int Kept, int Start, int Line, int BlankBefore, int NewEnd, int Shift)
{
    /// <summary>Null where all must be read: the change touches the title page, or what hides text.</summary>
    public static FountainEdit? Between(Screenplay before, string text)
    {
        var old = before.Source;
        var prefix = old.AsSpan().CommonPrefixLength(text);
        var most = Math.Min(old.Length, text.Length) - prefix;
        var suffix = 0;
        while (suffix < most && old[^(suffix + 1)] == text[^(suffix + 1)])
            suffix++;
        if (Hides(old, prefix, old.Length - suffix) || Hides(text, prefix, text.Length - suffix) || IsOpen(old.AsSpan(0, prefix), "[[", "]]") || IsOpen(old.AsSpan(0, prefix), "/*", "*/"))
            return null;
        // One paragraph further back, since what a line is depends on whether the next is blank.
        var (kept, paragraphs) = (LastBefore(before.Elements, prefix), 0);
        for (; kept > 0; kept--)
            if (before.Elements[kept] is { BlankBefore: > 0, Kind: not (ElementKind.Note or ElementKind.Boneyard) } element && before.Elements[kept - 1].Span.LastLine < element.Span.Line && ++paragraphs == 2)
                break;
        if (kept <= 0)
            return null;
        var first = before.Elements[kept];
        return new FountainEdit(kept, first.Span.Start - first.Span.Column, first.Span.Line, first.BlankBefore, text.Length - suffix, text.Length - old.Length);
    }

    private static bool Hides(string text, int start, int end)
    {
        var near = text.AsSpan(Math.Max(0, start - 2), Math.Min(text.Length, end + 2) - Math.Max(0, start - 2));
        return near.IndexOfAny("/[]") >= 0 && (near.Contains("/*", StringComparison.Ordinal) || near.Contains("*/", StringComparison.Ordinal) || near.Contains("[[", StringComparison.Ordinal) || near.Contains("]]", StringComparison.Ordinal));
    }

    // True where a note or boneyard may be open at the end of a text.
    private static bool IsOpen(ReadOnlySpan<char> text, string opening, string closing) => text.LastIndexOf(opening, StringComparison.Ordinal) is >= 0 and var at && !text[(at + 2)..].Contains(closing, StringComparison.Ordinal);

    private static int LastBefore(IReadOnlyList<ScriptElement> elements, int character)
    {
        var (low, high) = (0, elements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = elements[middle].Span.Start - elements[middle].Span.Column < character ? (middle + 1, high) : (low, middle);
        }
        return low - 1;
    }
}
