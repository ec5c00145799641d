namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds things that action names in capitals: <c>takes the KNIFE</c>.</summary>
internal static class NamedProps
{
    private const int Adjectives = 3;

    // Capitals in action that are no thing: sounds, the camera, writing on the screen.
    private static readonly HashSet<string> NoThings =
    [
        "the", "and", "camera", "pov", "super", "title", "close", "on", "angle", "cut", "to", "fade", "in", "out", "insert", "pan", "back", "beat", "int", "ext", "day", "night", "later", "continuous", "montage", "intercut", "flashback", "end", "begin", "sfx", "vfx", "os", "vo", "bang", "crash", "slam", "slams", "boom", "screams", "scream",
        "tv", "ok", "fbi", "cia", "usa", "us", "uk", "nyc", "la", "we", "see", "hear", "pull", "push", "smash", "match", "dissolve", "reveal", "off", "up", "down", "of", "a", "an", "is", "it", "at", "no", "not", "all", "everyone", "man", "woman", "men", "women", "people", "crowd", "loud", "ring", "rings", "knock", "click", "thud",
    ];

    // What things do that people do as well, but people are seldom written so behind an article.
    private static readonly HashSet<string> Behind =
    [
        "in", "on", "from", "with", "to", "at", "and", "into", "of", "by", "under", "over", "behind", "beside", "hangs", "sits", "lies", "stands", "rests", "is", "out", "up", "off", "down", "against", "between", "inside", "near", "next", "that", "which", "glints", "gleams", "falls", "across", "around", "through", "onto", "as", "aside", "away", "back", "open", "for", "beneath", "above", "before", "half", "gleaming", "wrapped", "hidden",
    ];

    /// <summary>The things, in small letters, each with the element that names it.</summary>
    public static IEnumerable<(string Prop, int Element)> Of(LintedScript script)
    {
        foreach (var sentence in script.Sentences)
        {
            if (sentence.Scene < 0 || sentence.Words.TrueForAll(word => word.IsCapitals || word.Text.Length < 2))
                continue;
            for (var i = 1; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (!word.IsCapitals || word.Person >= 0 || NoThings.Contains(word.Text) || word.Text.Length < 3 || word.IsPossessive || sentence.Words[i - 1].IsCapitals || !IsIntroduced(sentence, i))
                    continue;
                var end = i;
                while (end + 1 < sentence.Words.Count && sentence.Words[end].After is ' ' or '-' && sentence.Words[end + 1].IsCapitals && sentence.Words[end + 1].Person < 0)
                    end++;
                if (sentence.Words[end].EndsClause || Behind.Contains(sentence.At(end + 1)) || sentence.At(end + 1).EndsWith("ly", StringComparison.Ordinal) || PropFate.Of(sentence, i, end + 1 - i, -1) is not null)
                    yield return (string.Join(' ', sentence.Words.Skip(i).Take(end - i + 1).Select(one => one.Text)), sentence.Element);
                i = end;
            }
        }
    }

    // Behind an article or a possessive, adjectives between or none.
    private static bool IsIntroduced(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 1 - Adjectives; i--)
        {
            if (sentence.At(i) is "a" or "an" or "the" or "his" or "her" or "their" or "its" || sentence.Words[i].IsPossessive)
                return true;
            if (sentence.Words[i].EndsClause || sentence.Words[i].IsCapital || sentence.At(i) is "of" or "in" or "on" or "to" or "at" or "with" or "and" or "from" or "by" or "for" || sentence.At(i) is [_, _, .., not 's', 's'])
                return false;
        }
        return false;
    }
}
