namespace Kinolux.Script.People;

/// <summary>
/// Finds names in action. A name counts whole: <c>BOB</c> is not found in <c>CYBER BOB</c> where that is a name too, nor in <c>Bobby</c>.
/// Where writing has capitals, a name has one: <c>hope</c> is not HOPE.
/// </summary>
internal sealed class Mentions
{
    private readonly Dictionary<string, List<(string[] Words, string Key)>> _names = [];

    public Mentions(IEnumerable<string> keys)
    {
        foreach (var key in keys)
            if (NameWords.Split(key) is { Length: > 0 } words)
                (_names.TryGetValue(words[0], out var names) ? names : _names[words[0]] = []).Add((words, key));
        foreach (var names in _names.Values)
            names.Sort((a, b) => b.Words.Length - a.Words.Length);
    }

    /// <summary>The keys of the names in a text, in order, each as often as it stands there.</summary>
    public IEnumerable<string> In(string text)
    {
        var words = NameWords.Of(text);
        for (var i = 0; i < words.Count;)
        {
            var (length, key) = At(text, words, i);
            i += Math.Max(1, length);
            if (length > 0)
                yield return key;
        }
    }

    private (int Length, string Key) At(string text, List<Range> words, int at)
    {
        if (char.IsLower(text[words[at].Start]) || !_names.TryGetValue(NameWords.Key(text[words[at]]), out var names))
            return (0, "");
        foreach (var (name, key) in names)
            if (Fits(text, words, at, name))
                return (name.Length, key);
        return (0, "");
    }

    private static bool Fits(string text, List<Range> words, int at, string[] name)
    {
        if (at + name.Length > words.Count)
            return false;
        for (var i = 1; i < name.Length; i++)
        {
            var word = words[at + i];
            // A name goes over a line's end, and not over the end of a sentence; "Captain le Guin" and "Lord of Kent" have small words within.
            var between = text.AsSpan(words[at + i - 1].End.Value..word.Start.Value);
            if (between.Length > 3 || between.ContainsAny('!', '?', ';') || (name[i].Length > 3 && char.IsLower(text[word.Start])) || NameWords.Key(text[word]) != name[i])
                return false;
        }
        return IsWhole(text, words[at].Start.Value, words[at + name.Length - 1].End.Value);
    }

    // Where no spaces are written, a foreign name ends where its letters do, and a name of one character stands alone.
    private static bool IsWhole(string text, int start, int end)
    {
        var (before, after) = (start > 0 ? text[start - 1] : ' ', end < text.Length ? text[end] : ' ');
        if (WordCount.IsKatakana(text[start]) && WordCount.IsKatakana(before) || WordCount.IsKatakana(text[end - 1]) && WordCount.IsKatakana(after))
            return false;
        return end - start > 1 || !IsIdeograph(text[start]) || !(IsIdeograph(before) || IsIdeograph(after));
    }

    private static bool IsIdeograph(char c) => WordCount.IsUnspaced(c) && c >= '\u3400';
}
