using System.Globalization;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Emotion;

/// <summary>Feelings of a script: of each passage, and of each person in it. Where no lexicon fits its language they are not known, which is not 0.</summary>
public sealed class EmotionMap
{
    // Of English text about 45 words in 100 are among these; of other languages that share some with it, under 10.
    private const int EnoughWords = 20;

    private const double EnglishShare = 0.2;

    // A lexicon that a person names fits where at least one word in a hundred is in it.
    private const double LexiconShare = 0.01;

    private static readonly HashSet<string> English =
    [
        "the", "and", "of", "to", "that", "you", "it", "is", "for", "with", "this", "have", "what", "are", "not", "my", "your", "his", "her", "they", "but", "i", "be", "from", "she", "he", "who", "how", "don't", "it's", "i'm", "you're",
        "thou", "thy", "shall", "will", "would", "at", "by", "we", "our", "can", "your", "me", "him", "them", "their", "there", "on", "as", "a", "an", "just", "know", "if", "out", "up", "been", "were", "had", "has",
    ];

    private readonly Dictionary<(string, int), Feeling> _persons = [];
    private readonly Dictionary<int, Feeling> _passages = [];

    private EmotionMap()
    {
    }

    public bool IsKnown { get; private init; }

    /// <summary>One sentence: how values are made, or why they are not known.</summary>
    public required string How { get; init; }

    /// <summary>One for each paragraph that is said or played, in order: which passage, its feeling.</summary>
    internal List<(int Passage, Feeling Feeling)> Paragraphs { get; } = [];

    /// <summary>What a passage feels like, speech and action; null where that is not known.</summary>
    public Feeling? Of(int passage) => IsKnown ? _passages.GetValueOrDefault(passage) : null;

    /// <summary>What a person says in a passage; null where the person says nothing, or that is not known.</summary>
    public Feeling? Of(Person person, int passage) => _persons.TryGetValue((person.Name, passage), out var feeling) ? feeling : null;

    /// <summary>All that a person says; null where that is not known.</summary>
    public Feeling? Of(Person person)
    {
        var own = person.Appearances.Select(at => Of(person, at.Passage)).OfType<Feeling>().ToList();
        return own.Count == 0 ? null : own.Aggregate((a, b) => a + b);
    }

    /// <param name="lexicon">One that a person names; null for ours, which is English.</param>
    public static EmotionMap Of(Cast cast, Lexicon? lexicon)
    {
        var (used, why) = Choose(cast, lexicon);
        var map = new EmotionMap { IsKnown = used is not null, How = why };
        if (used is null)
            return map;
        foreach (var passage in cast.Passages)
            for (var i = passage.First; i < passage.End; i++)
                if (cast.Script.Elements[i] is { Kind: ElementKind.Action or ElementKind.General or ElementKind.Dialogue or ElementKind.Lyrics or ElementKind.Parenthetical } element)
                    map.Paragraphs.Add((passage.Index, FeelingReader.Of(element.Text, used)));
        foreach (var (passage, feeling) in map.Paragraphs)
            map._passages[passage] = map._passages.GetValueOrDefault(passage) + feeling;
        foreach (var speech in cast.Speeches)
        {
            var feeling = OfSpeech(cast, speech, used);
            map.Speeches.Add(feeling);
            foreach (var speaker in speech.Speakers)
                map._persons[(speaker, speech.Passage)] = map._persons.GetValueOrDefault((speaker, speech.Passage)) + feeling;
        }
        return map;
    }

    /// <summary>One for each speech; empty where feelings are not known.</summary>
    internal List<Feeling> Speeches { get; } = [];

    private static Feeling OfSpeech(Cast cast, Speech speech, Lexicon lexicon)
    {
        var feeling = default(Feeling);
        for (var i = speech.Cue; i < speech.End; i++)
            if (cast.Script.Elements[i].Kind is ElementKind.Dialogue or ElementKind.Lyrics)
                feeling += FeelingReader.Of(cast.Script.Elements[i].Text, lexicon);
        return feeling;
    }

    private static (Lexicon? Lexicon, string How) Choose(Cast cast, Lexicon? named)
    {
        var words = cast.Passages.SelectMany(passage => cast.Script.Elements.Skip(passage.First).Take(passage.End - passage.First))
            .Where(element => element.Kind is ElementKind.Action or ElementKind.Dialogue or ElementKind.Lyrics).SelectMany(element => FeltWords.Of(element.Text)).Where(word => word != FeltWords.End).ToList();
        if (words.Count == 0)
            return (null, "unknown: nothing is said or played");
        if (named is not null)
        {
            var share = words.Where((_, at) => named.At(words, at).Words > 0).Count() / (double)words.Count;
            return share >= LexiconShare
                ? (named, Say($"the mean of the words that {named.Name} has, {100 * share:0.0} % of all, from −1 to 1, drawn towards 0 where they are few; it knows no negation"))
                : (null, Say($"unknown: of the script's words {named.Name} has {100 * share:0.0} %, too few"));
        }
        var english = words.Count(English.Contains) / (double)words.Count;
        if (english < EnglishShare && words.Count < EnoughWords)
            return (null, Say($"unknown: {words.Count} words are too few to tell whether the script is English, and no lexicon was named with --lexicon"));
        if (english < EnglishShare)
            return (null, Say($"unknown: the script is not English ({100 * english:0} % of its words are common English ones, of English text about 45 %), and for its language no lexicon was named with --lexicon"));
        return Lexicon.English() is { } ours
            ? (ours, "the mean of the words that AFINN-165 has, from −1 to 1, drawn towards 0 where they are few; \"not\" and its like within three words before turn a word by −.74, \"very\" and \"slightly\" weigh it by 1.3 and .7; irony and plot are not understood")
            : (null, "unknown: this build has no lexicon (it needs Node.js with npm), and none was named with --lexicon");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
