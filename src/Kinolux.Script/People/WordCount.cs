namespace Kinolux.Script.People;

/// <summary>Counts words of any language.</summary>
public static class WordCount
{
    /// <summary>Words of a text: what stands between white space and holds a letter or a digit; in writing without spaces (Chinese, Japanese) each character is one.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var (words, isInside) = (0, false);
        foreach (var c in text)
            if (IsUnspaced(c))
                (words, isInside) = (words + 1, false);
            else if (char.IsWhiteSpace(c))
                isInside = false;
            else if (!isInside && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
                (words, isInside) = (words + 1, true);
        return words;
    }

    /// <summary>True for ideographs, Hiragana and Katakana, which are written without spaces between words.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u3041' and <= '\u30FF' and not '・') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or '々' or '〆';

    internal static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FF' and not '・';
}
