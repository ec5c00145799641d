namespace Kinolux.Script.People;

/// <summary>Words of names and of text in which names are looked for: runs of letters and digits; each character where no spaces are written.</summary>
internal static class NameWords
{
    /// <summary>Names that differ in case, spaces or the form of an apostrophe are one.</summary>
    public static string Key(string name) => name.ToUpperInvariant().Replace('’', '\'');

    public static List<Range> Of(ReadOnlySpan<char> text)
    {
        List<Range> words = [];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            if (!WordCount.IsUnspaced(text[start]))
                while (i < text.Length && char.IsLetterOrDigit(text[i]) && !WordCount.IsUnspaced(text[i]))
                    i++;
            words.Add(start..i);
        }
        return words;
    }

    public static string[] Split(string name)
    {
        var key = Key(name);
        return [.. Of(key).Select(word => key[word])];
    }
}
