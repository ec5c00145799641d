namespace Kinolux.Script.Emotion;

/// <summary>
/// Reads feelings from text with a lexicon; in English with negations and intensifiers, after VADER (C. J. Hutto and E. Gilbert, "VADER: a parsimonious rule-based model for sentiment analysis", 2014).
/// </summary>
internal static class FeelingReader
{
    // VADER's factor for a negated word, and how far before it the negation may be.
    private const double Negated = -0.74;
    private const int Reach = 3;
    private const double More = 1.3;
    private const double Less = 0.7;

    private static readonly HashSet<string> Negations =
    [
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "cannot", "can't", "won't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "shouldn't",
        "wouldn't", "couldn't", "mustn't", "ain't", "without", "hardly", "barely", "scarcely", "rarely", "seldom",
    ];

    private static readonly HashSet<string> Intensifiers = ["very", "really", "so", "too", "extremely", "totally", "completely", "absolutely", "utterly", "incredibly", "deeply", "most", "truly", "awfully", "terribly", "entirely", "especially", "fucking", "damn", "much", "such"];

    private static readonly HashSet<string> Softeners = ["slightly", "somewhat", "kinda", "sorta", "partly", "almost", "little", "fairly", "marginally", "occasionally"];

    public static Feeling Of(string text, Lexicon lexicon)
    {
        var words = FeltWords.Of(text);
        var feeling = default(Feeling);
        for (var i = 0; i < words.Count;)
        {
            if (words[i] == FeltWords.End)
            {
                i++;
                continue;
            }
            var (length, value) = lexicon.At(words, i);
            // "No" before a word turns it, and says nothing by itself.
            if (length == 0 || lexicon.IsEnglish && length == 1 && Negations.Contains(words[i]))
            {
                feeling += new Feeling(1, 0, 0, 0);
                i++;
                continue;
            }
            value = lexicon.IsEnglish ? Weighed(words, i, value) : value;
            feeling += new Feeling(length, 1, value, Math.Abs(value));
            i += length;
        }
        return feeling;
    }

    private static double Weighed(List<string> words, int at, double value)
    {
        var isNegated = false;
        for (var i = at - 1; i >= Math.Max(0, at - Reach) && words[i] != FeltWords.End; i--)
        {
            isNegated ^= Negations.Contains(words[i]);
            if (i == at - 1 && (Intensifiers.Contains(words[i]) || Softeners.Contains(words[i])))
                value *= Intensifiers.Contains(words[i]) ? More : Less;
        }
        return Math.Clamp(isNegated ? value * Negated : value, -1, 1);
    }
}
