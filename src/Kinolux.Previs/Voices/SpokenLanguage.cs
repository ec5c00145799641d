namespace Kinolux.Previs.Voices;

/// <summary>The language that a text is spoken in, as espeak-ng calls it: by its letters, and among Latin ones by the small words that each language is full of.</summary>
public static class SpokenLanguage
{
    public const string English = "en-us";

    private static readonly (string Language, string[] Words)[] Latin =
    [
        (English, ["the", "and", "you", "is", "to", "of", "it", "that", "what", "have", "with", "not", "i", "are", "my", "your"]),
        ("de", ["der", "die", "das", "und", "ist", "nicht", "ich", "du", "sie", "ein", "eine", "zu", "mit", "wir", "auf", "es"]),
        ("fr-fr", ["le", "la", "les", "et", "est", "je", "vous", "pas", "ne", "une", "un", "que", "tu", "il", "dans", "c'est"]),
        ("es", ["el", "los", "las", "que", "y", "es", "no", "una", "un", "en", "por", "qué", "con", "está", "yo", "lo"]),
        ("it", ["il", "che", "di", "è", "non", "per", "un", "una", "sono", "mi", "gli", "con", "lo", "ti", "ho", "e"]),
        ("pt-br", ["o", "os", "que", "não", "uma", "um", "é", "eu", "você", "com", "do", "da", "em", "para", "e", "as"]),
        ("nl", ["de", "het", "een", "en", "niet", "ik", "je", "is", "van", "dat", "wat", "maar", "voor", "zijn", "jij", "op"]),
        ("sv", ["och", "det", "är", "inte", "jag", "du", "en", "att", "på", "som", "för", "med", "vad", "den", "har", "vi"]),
        ("pl", ["nie", "się", "to", "jest", "na", "że", "co", "jak", "mnie", "ale", "tak", "czy", "z", "w", "i", "ja"]),
    ];

    /// <param name="otherwise">Where the letters do not say: the script's language for one of its lines.</param>
    public static string Of(string text, string otherwise = English)
    {
        var counts = new Dictionary<string, int>();
        foreach (var letter in text)
            if (char.IsLetter(letter) && Alphabet(letter) is { } alphabet)
                counts[alphabet] = counts.GetValueOrDefault(alphabet) + 1;
        if (counts.Count == 0)
            return otherwise;
        // Japanese is written with Chinese letters too, and Ukrainian with Russian ones.
        if (counts.ContainsKey("ja"))
            return "ja";
        var most = counts.MaxBy(one => one.Value).Key;
        return most == "ru" && counts.ContainsKey("uk") ? "uk" : most == "uk" ? "uk" : most.Length > 0 ? most : OfWords(text, otherwise);
    }

    private static string OfWords(string text, string otherwise)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\r', '\t', ',', '.', '!', '?', ';', ':', '"', '(', ')', '…', '—'], StringSplitOptions.RemoveEmptyEntries).ToList();
        var counts = Latin.Select(one => (one.Language, Count: words.Count(word => one.Words.Contains(word)))).OrderByDescending(one => one.Count).ToList();
        // A line of two words says little: it is what the script is, unless it is clearly another.
        return counts[0].Count >= 2 && counts[0].Count > counts.FirstOrDefault(one => one.Language == otherwise).Count + 1 ? counts[0].Language : otherwise;
    }

    // Empty for Latin; null for letters that say nothing.
    private static string? Alphabet(char letter) => letter switch
    {
        < '\u0250' => "",
        'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' => "uk",
        >= '\u0370' and < '\u0400' or >= '\u1F00' and < '\u2000' => "el",
        >= '\u0400' and < '\u0530' => "ru",
        >= '\u0530' and < '\u0590' => "hy",
        >= '\u0590' and < '\u0600' => "he",
        >= '\u0600' and < '\u0700' => "ar",
        >= '\u0900' and < '\u0980' => "hi",
        >= '\u0980' and < '\u0A00' => "bn",
        >= '\u0B80' and < '\u0C00' => "ta",
        >= '\u0E00' and < '\u0E80' => "th",
        >= '\u10A0' and < '\u1100' => "ka",
        >= '\u1100' and < '\u1200' or >= '\uAC00' and < '\uD7B0' => "ko",
        >= '\u3040' and < '\u3100' => "ja",
        >= '\u3400' and < '\uA000' or >= '\uF900' and < '\uFB00' => "cmn",
        _ => null,
    };
}
