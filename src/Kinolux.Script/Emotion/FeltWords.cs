using Kinolux.Script.People;

namespace Kinolux.Script.Emotion;

/// <summary>Words of a text as a lexicon has them: small letters, <c>can't</c> and <c>self-made</c> one word; each character where no spaces are written. The end of a sentence or clause is a word of its own, <c>|</c>.</summary>
internal static class FeltWords
{
    public const string End = "|";

    public static List<string> Of(string text)
    {
        List<string> words = [];
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (text[i] is '.' or '!' or '?' or ',' or ';' or ':' or '—' or '。' or '！' or '？' or '、' && words.Count > 0)
                    words.Add(End);
                i++;
                continue;
            }
            i++;
            if (!WordCount.IsUnspaced(text[start]))
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) && !WordCount.IsUnspaced(text[i]) || text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
                    i++;
            words.Add(text[start..i].ToLowerInvariant().Replace('’', '\''));
        }
        while (words.Count > 0 && words[^1] == End)
            words.RemoveAt(words.Count - 1);
        return words;
    }
}
