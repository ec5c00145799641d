using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.People;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A name on a cue, in action or in a heading that is one slip away from one that is written often.</summary>
internal static class NameVaries
{
    // A name that comes as often as this is meant; what comes half as often at most may be a slip of it.
    private const int Often = 2;

    public static ContinuityRule Rule { get; } = new("name-varies", "A name varies", Tone.Violet, "A person and a place are spelled one way throughout.")
    {
        Broken = "INT. HALL - DAY\n\nMARGARET and TOM wait.\n\nMARGARET\nWell?\n\nTOM\nNothing.\n\nMARGARET\nStill?\n\nTOM\nNothing.\n\nMARGARET\nHm.\n\nTOM\nWait.\n\nMARGERET\nI do.\n",
        Mended = "INT. HALL - DAY\n\nMARGARET and TOM wait.\n\nMARGARET\nWell?\n\nTOM\nNothing.\n\nMARGARET\nStill?\n\nTOM\nNothing.\n\nMARGARET\nHm.\n\nTOM\nWait.\n\nMARGARET\nI do.\n",
        Find = script => Cues(script).Concat(Actions(script)).Concat(Places(script)),
    };

    private static IEnumerable<Finding> Cues(LintedScript script)
    {
        var cast = script.Cast;
        var counts = new Dictionary<string, (int Count, int First)>();
        foreach (var speech in cast.Speeches)
            if (speech.Speakers.Count == 1)
                counts[speech.Name.ToUpperInvariant()] = counts.TryGetValue(speech.Name.ToUpperInvariant(), out var seen) ? (seen.Count + 1, seen.First) : (1, speech.Cue);
        foreach (var (name, (count, first)) in counts)
        {
            if (count > 2)
                continue;
            foreach (var (other, (often, place)) in counts)
                if (often + MentionsOf(cast, other) is var all && all >= Math.Max(Often, 2 * count) && Math.Abs(name.Length - other.Length) < 4 && Sureness(name, other) is > 0 and var sure && cast.Find(name) != cast.Find(other))
                {
                    // Who is introduced by that name is somebody else, and nobody answers himself.
                    if (IsIntroduced(script, name))
                        sure *= 0.3;
                    if (Answers(cast, name, other))
                        sure *= 0.4;
                    if (all < 3)
                        sure *= 0.7;
                    yield return new Finding(Rule.Id, first, "", $"{script.Where(first)}: {name} speaks {(count == 1 ? "once" : "twice")}; is it {other}, who speaks {often.ToString(CultureInfo.InvariantCulture)} times?", Math.Round(sure, 2), [script.At(place, $"{other} speaks")]);
                    break;
                }
        }
    }

    private static int MentionsOf(Cast cast, string name)
    {
        foreach (var person in cast.Persons)
            if (person.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return person.Mentions;
        return 0;
    }

    // 0 where they are two names.
    public static double Sureness(string name, string other)
    {
        if (Spelling.Squeezed(name) == Spelling.Squeezed(other))
            return 0.9;
        var (a, b) = (NameWords.Split(name), NameWords.Split(other));
        if (a.Length != b.Length)
            return 0;
        var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
        if (differing is [var far] && !Spelling.IsOneSlip(a[far], b[far]) && Spelling.IsTwoSlips(a[far], b[far]))
            return 0.6;
        if (differing is not [var only] || !Spelling.IsOneSlip(a[only], b[only]) || Spelling.IsPlural(a[only], b[only]) || a[only].Any(char.IsDigit) || b[only].Any(char.IsDigit))
            return 0;
        // A short word of a long name, and a letter doubled, are a slip as well.
        var length = Math.Min(a[only].Length, b[only].Length);
        if (length < 2)
            return 0;
        if (length < 4 && a.Length > 1 && string.Concat(a).Length > 7)
            length = 4;
        var sure = Spelling.IsDoubled(a[only], b[only]) ? 0.8 : length switch { < 4 => 0, 4 => 0.6, 5 => 0.75, _ => 0.85 };
        return a[only][0] != b[only][0] ? sure * 0.6 : sure;
    }

    private static bool IsIntroduced(LintedScript script, string name)
    {
        var key = NameWords.Key(name);
        return script.Cast.Persons.Any(person => person.Names.Count == 1 && NameWords.Key(person.Name) == key && person.Mentions > 0);
    }

    private static bool Answers(Cast cast, string name, string other)
    {
        for (var i = 1; i < cast.Speeches.Count; i++)
            if (cast.Speeches[i].Cue == cast.Speeches[i - 1].End && (Is(i, name) && Is(i - 1, other) || Is(i, other) && Is(i - 1, name)))
                return true;
        return false;

        bool Is(int speech, string who) => cast.Speeches[speech].Name.Equals(who, StringComparison.OrdinalIgnoreCase);
    }

    // A word of action with a capital, once in the script, one slip away from a name of a person.
    private static IEnumerable<Finding> Actions(LintedScript script)
    {
        Dictionary<string, int> names = [];
        foreach (var person in script.Cast.Persons)
            if (person.Speeches + person.Mentions >= Often)
                foreach (var word in person.Names.SelectMany(NameWords.Split))
                    if (word.Length >= 5 && !word.Any(char.IsDigit))
                        names.TryAdd(word.ToLowerInvariant(), person.Speeches + person.Mentions);
        if (names.Count == 0)
            yield break;
        Dictionary<string, (int Count, int Small)> counts = [];
        foreach (var sentence in script.Sentences)
            foreach (var word in sentence.Words)
                counts[word.Text] = counts.GetValueOrDefault(word.Text) is var (count, small) ? (count + 1, small + (word.IsCapital ? 0 : 1)) : default;
        foreach (var sentence in script.Sentences)
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (word.Person >= 0 || !word.IsCapital || word.Text.Length < 5 || counts[word.Text] is not (1, 0))
                    continue;
                foreach (var (name, often) in names)
                    if (name != word.Text && Math.Abs(name.Length - word.Text.Length) < 2 && name[0] == word.Text[0] && Spelling.IsOneSlip(name, word.Text) && !Spelling.IsPlural(name, word.Text))
                    {
                        yield return new Finding(Rule.Id, sentence.Element, script.Quote(sentence.Element, word.Start, word.End), $"{script.Where(sentence.Element)}: {script[sentence.Element].Text[word.Start..word.End]} is written once; is it {name.ToUpperInvariant()}?", i == 0 ? 0.6 : 0.7,
                            [script.At(sentence.Element, script.Short(sentence)), new Evidence($"{name.ToUpperInvariant()} speaks or is named {often.ToString(CultureInfo.InvariantCulture)} times")]);
                        break;
                    }
            }
    }

    private static IEnumerable<Finding> Places(LintedScript script)
    {
        var places = script.Scenes.Where(scene => scene.Time.Place.Length > 0).GroupBy(scene => scene.Time.Place).Select(group => (Place: group.Key, Count: group.Count(), First: group.First())).ToList();
        Dictionary<string, int> squeezed = [];
        for (var i = 0; i < places.Count; i++)
            if (!squeezed.TryAdd(Spelling.Squeezed(places[i].Place), i))
                yield return Vary(i, squeezed[Spelling.Squeezed(places[i].Place)], 0.85);
        var words = places.Select(place => place.Place.ToUpperInvariant().Split(' ')).ToList();
        for (var i = 0; i < places.Count; i++)
            for (var j = 0; j < places.Count; j++)
                if (i != j && places[i].Count == 1 && (places[j].Count >= 2 || i > j) && IsSlip(words[i], words[j], places[j].Count >= 2 ? 5 : 7))
                {
                    yield return Vary(i, j, places[j].Count >= 2 ? 0.75 : 0.6);
                    break;
                }

        // The one that comes less often is the slip; of two as often the later.
        Finding Vary(int i, int j, double sure)
        {
            var (rare, often) = places[i].Count <= places[j].Count ? (places[i], places[j]) : (places[j], places[i]);
            var element = rare.First.Scene.First;
            return new Finding(Rule.Id, element, "", $"{rare.First.Name}: the place is written {rare.Place.ToUpperInvariant()} here and {often.Place.ToUpperInvariant()} elsewhere.", sure, [script.At(often.First.Scene.First, "the other spelling")]);
        }
    }

    private static bool IsSlip(string[] a, string[] b, int least)
    {
        if (a.Length != b.Length)
            return false;
        var only = -1;
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i])
                if (only >= 0)
                    return false;
                else
                    only = i;
        return only >= 0 && Math.Min(a[only].Length, b[only].Length) >= least && a[only][0] == b[only][0] && !a[only].Any(char.IsDigit) && Spelling.IsOneSlip(a[only], b[only]) && !Spelling.IsPlural(a[only], b[only]);
    }
}
