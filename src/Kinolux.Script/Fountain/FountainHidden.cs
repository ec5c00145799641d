using System.Buffers;

namespace Kinolux.Script.Fountain;

/// <summary>A stretch of a text that is not printed: a note or boneyard, its brackets included.</summary>
internal readonly record struct FountainHidden(int Start, int End, bool IsNote)
{
    private static readonly SearchValues<string> Openings = SearchValues.Create(["/*", "[["], StringComparison.Ordinal);

    /// <summary>The first of them at or after a character. What is opened and never closed is text, and so is a note in which a blank line has fewer than two spaces.</summary>
    public static FountainHidden? Next(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOfAny(Openings) is >= 0 and var ahead)
        {
            var start = from + ahead;
            var isNote = text[start] == '[';
            var length = text.AsSpan(start + 2).IndexOf(isNote ? "]]" : "*/", StringComparison.Ordinal);
            var isEscaped = isNote && start > 0 && text[start - 1] == '\\';
            if (length >= 0 && !isEscaped && !(isNote && HasBlankLine(text.AsSpan(start + 2, length))))
                return new FountainHidden(start, start + length + 4, isNote);
            from = start + 2;
        }
        return null;
    }

    /// <summary>What stands between its brackets.</summary>
    public string Inside(string text) => text[(Start + 2)..(End - 2)];

    // The first and the last of its lines share theirs with the brackets.
    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\n'); at >= 0;)
        {
            text = text[(at + 1)..];
            at = text.IndexOf('\n');
            if (at >= 0 && text[..at].TrimEnd('\r') is { Length: < 2 } line && line.IsWhiteSpace())
                return true;
        }
        return false;
    }
}
