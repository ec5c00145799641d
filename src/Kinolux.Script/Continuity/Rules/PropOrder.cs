using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A prop that the script names is handled after it is seen, and not after it is gone.</summary>
internal static class PropOrder
{
    private static readonly HashSet<string> Handles =
    [
        "picks", "grabs", "holds", "takes", "uses", "raises", "draws", "points", "wields", "fires", "swings", "drops", "opens", "pockets", "hands", "unlocks", "lifts", "clutches", "grips", "pulls", "throws", "tosses", "waves", "shows", "gives", "puts", "sets", "reads", "unfolds", "presses", "carries", "lowers", "brandishes", "snatches",
        "offers", "hides", "slides", "places", "wears", "examines", "studies", "cocks", "aims", "loads", "reloads", "drinks", "lights", "plays", "winds", "tucks", "slips", "sheathes", "twirls", "turns", "fingers", "strokes", "lays", "holding", "clutching", "gripping", "wielding", "carrying", "using", "pointing", "produces", "polishes", "passes",
        "wipes", "plunges", "unsheathes", "retrieves", "checks", "cradles", "reaches", "steals", "finds", "keeps", "returns", "raising", "aiming", "swinging", "flips", "clicks", "unscrews", "closes", "slams", "folds", "seals", "spins", "weighs", "bounces", "catches", "straps", "lifting", "picking", "drawing", "loading",
    ];

    private static readonly HashSet<string> Thrown = ["throws", "tosses", "hurls", "flings", "drops", "casts", "chucks", "pitches", "lobs", "kicks"];

    // How many sentences "it" may reach back.
    private const int Remembered = 3;
    private const double Seen = 0.9;

    // What follows may be another one, or what is left of it.
    private static readonly HashSet<string> Other =
    [
        "another", "new", "second", "replica", "copy", "pieces", "shards", "fragments", "ashes", "remains", "spare", "repaired", "restored", "mended", "different", "identical", "duplicate", "similar", "retrieves", "recovers", "fishes", "digs", "finds", "found", "dredges", "photo", "picture", "imagines", "remembers", "where", "old", "bottom", "ruins", "ruined", "wreck", "wreckage",
        "broken", "shattered", "smashed", "burnt", "charred", "debris", "rubble", "missing", "gone", "lost", "no", "without", "repairs", "glues", "glued", "mends", "buys", "bought", "returns", "back", "drawing", "dream", "melted", "torn", "empty", "instead", "painting", "video", "footage",
    ];

    // What is thought of or spoken of need not be there.
    private static readonly HashSet<string> Minds = ["thinks", "thinking", "misses", "missing", "about", "speaks", "talks", "mentions", "regrets", "mourns", "owner", "owns", "looks", "searches", "searching", "seeks", "seeking", "hunts", "hunting", "wants", "asks", "after", "since", "like", "smell", "stain", "place", "space", "mark", "shape", "stood", "hung", "lay", "was", "had", "were"];

    public static ContinuityRule Rule { get; } = new("prop-order", "A prop out of order", Tone.Blue, "A prop that is named by a note, a tag or capitals is handled after it is seen, and not after it is gone.")
    {
        Broken = "INT. HALL - DAY\n\nGRETA raises the lantern.\n\nGRETA\nWho is there?\n\nINT. CELLAR - DAY\n\nA lantern hangs from a hook. [[prop: LANTERN]] Greta takes it.\n",
        Mended = "INT. CELLAR - DAY\n\nA lantern hangs from a hook. [[prop: LANTERN]] GRETA takes it.\n\nINT. HALL - DAY\n\nGreta raises the lantern.\n\nGRETA\nWho is there?\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        Dictionary<string, (int Element, double Sure, string How)> seen = [];
        HashSet<string> named = [];
        foreach (var mark in script.Marks)
            if (mark.Kind == StoryMarkKind.Prop)
                seen.TryAdd(mark.What, (mark.At, 0.85, "a note says that it is seen"));
            else if (mark.Kind == StoryMarkKind.Gone)
                named.Add(mark.What);
        if (script.IsEnglish)
            foreach (var (prop, element) in NamedProps.Of(script))
                seen.TryAdd(prop, (element, 0.55, "it is in capitals, as what is seen first"));
        foreach (var tag in script.Script.Tags)
            if (tag.Category == "Props" && tag.Label.Length > 0)
                named.Add(string.Join(' ', script.Tokens.Of(tag.Label).Select(word => word.Text)));
        named.UnionWith(seen.Keys);
        named.Remove("");
        if (named.Count == 0)
            yield break;
        var uses = Uses(script, named);
        foreach (var (prop, place) in seen)
            if (uses.TryGetValue(prop, out var all) && all.Find(use => use.Handled && (place.Sure > 0.6 || use.Strict && use.Sentence.At(use.At - 1) is "the" or "his" or "her" or "their") && use.Sentence.Element < place.Element && script.SceneOf(use.Sentence.Element) != script.SceneOf(place.Element)) is { Sentence: { } early })
                yield return new Finding(Rule.Id, early.Element, script.Quote(early), $"{script.Where(early.Element)}: the {prop} is used before it is seen.", place.Sure, [script.At(early.Element, $"\"{script.Short(early)}\""), script.At(place.Element, place.How)]);
        foreach (var prop in named)
            if (uses.TryGetValue(prop, out var all) && After(script, prop, all) is { } found)
                yield return found;
    }

    // Gone by a note, or by a sentence that ends it; there later all the same.
    private static Finding? After(LintedScript script, string prop, List<PropUse> uses)
    {
        var (gone, why, fate) = (-1, "", new PropFate(0.85, -1, -1));
        if (script.Marks.FirstOrDefault(mark => mark.Kind == StoryMarkKind.Gone && mark.What == prop) is { } mark)
            (gone, why) = (mark.At, "a note says that it is gone");
        foreach (var use in uses)
        {
            var sentence = use.Sentence;
            if (gone >= 0 && sentence.Element > gone && use.Length > 0)
            {
                if (sentence.Words.Exists(word => Other.Contains(word.Text)))
                    return null;
                var sure = use.Handled ? fate.Sure : fate.From < 0 && fate.By < 0 && Stays(use) ? Math.Round(fate.Sure * Seen, 2) : 0;
                if (sure > 0 && (sentence.Scene < 0 || !script.Scenes[sentence.Scene].IsApart) && (fate is { From: < 0, By: < 0 } || Doer(script, sentence, use.At) is >= 0 and var user && user != fate.By && (fate.From < 0 || user == fate.From)))
                    return new Finding(Rule.Id, sentence.Element, script.Quote(sentence), $"{script.Where(sentence.Element)}: the {prop} is used after it is gone.", sure, [script.At(sentence.Element, $"\"{script.Short(sentence)}\""), script.At(gone, why)]);
            }
            else if (gone < 0 && (sentence.Scene < 0 || !script.Scenes[sentence.Scene].IsApart) && PropFate.Of(sentence, use.At, Math.Max(1, use.Length), Doer(script, sentence, use.At)) is { } end)
            {
                (gone, why, fate) = (sentence.Element, $"\"{script.Short(sentence)}\"", end);
            }
        }
        return null;
    }

    // "The vase stands on the shelf", "by the light of the lantern": whatever is said of it, it is there.
    private static bool Stays(PropUse use) => use.Sentence.At(use.At - 1) is "the" or "his" or "her" or "their" && !use.Sentence.Words.Exists(word => Minds.Contains(word.Text));

    // Who does what is done to the thing: the last one named before it, or whom a pronoun at the head means.
    private static int Doer(LintedScript script, Sentence sentence, int at)
    {
        for (var i = Math.Min(at, sentence.Words.Count) - 1; i >= 0; i--)
            if (sentence.Words[i].Person is >= 0 and var person && !sentence.Words[i].IsPossessive)
                return person;
        return sentence.At(0) is "he" or "she" or "they" ? Referents.Before(script, sentence, 0, false).Person : sentence.At(0) is [.., 's'] ? Referents.Before(script, sentence, 0, true).Person : -1;
    }

    private static Dictionary<string, List<PropUse>> Uses(LintedScript script, HashSet<string> props)
    {
        var byFirst = props.Select(prop => (Prop: prop, Words: prop.Split(' '))).GroupBy(prop => prop.Words[0]).ToDictionary(group => group.Key, group => group.ToList());
        Dictionary<string, List<PropUse>> uses = [];
        // "A BRASS KEY" is "the key" from then on, where no other prop is a key.
        foreach (var heads in props.Where(prop => prop.Contains(' ', StringComparison.Ordinal)).GroupBy(prop => prop[(prop.LastIndexOf(' ') + 1)..]))
            if (heads.Count() == 1 && !props.Contains(heads.Key))
                (byFirst.TryGetValue(heads.Key, out var others) ? others : byFirst[heads.Key] = []).Add((heads.First(), [heads.Key]));
        var (last, since, scene) = ("", 0, -1);
        foreach (var sentence in script.Sentences)
        {
            (last, since, scene) = (sentence.Scene == scene && since < Remembered ? last : "", since + 1, sentence.Scene);
            for (var i = 0; i < sentence.Words.Count; i++)
                // "Hurls it into the river": the thing that was named last. It only ends so; what is used is named.
                if (sentence.At(i) == "it" && i > 0 && last.Length > 0)
                    Add(last, new PropUse(sentence, i, 0, false, false));
                else if (byFirst.TryGetValue(sentence.Words[i].Text, out var candidates))
                    foreach (var (prop, words) in candidates)
                        if (sentence.Says(i, words) && (words.Length > 1 || prop == words[0] || i > 0 && IsArticle(sentence.At(i - 1)) && sentence.At(i - 1) is not ("a" or "an")))
                        {
                            Add(prop, new PropUse(sentence, i, words.Length, IsHandled(sentence, i) || IsObject(sentence, i) || IsInHand(sentence, i, words.Length), IsHandled(sentence, i)));
                            (last, since) = (prop, 0);
                        }
        }
        return uses;

        void Add(string prop, PropUse use) => (uses.TryGetValue(prop, out var list) ? list : uses[prop] = []).Add(use);
    }

    // "The knife in her hand", "sword in hand", "opens it with the key".
    private static bool IsInHand(Sentence sentence, int at, int length) =>
        sentence.At(at + length) is "in" or "at" && (sentence.At(at + length + 1) is "hand" || sentence.At(at + length + 1) is "his" or "her" or "their" or "one" && sentence.At(at + length + 2) is "hand" or "hands" or "fist" or "grip" or "palm" or "lap" or "belt" or "throat")
        || at > 2 && IsArticle(sentence.At(at - 1)) && sentence.At(at - 2) == "with";

    // "Takes the knife", "picks up her old knife", "points it, the knife": a verb of the hands, an article, an adjective or two.
    private static bool IsHandled(Sentence sentence, int at)
    {
        var i = at - 1;
        while (i >= at - 3 && i >= 0 && !IsArticle(sentence.At(i)))
            i--;
        if (i < 0 || !IsArticle(sentence.At(i)) && !sentence.Words[i].IsPossessive)
            return at > 0 && Handles.Contains(sentence.At(at - 1));
        for (i--; i >= 0 && sentence.At(i) is "up" or "out" or "at" or "from" or "for" or "down" or "onto" or "on" or "in" or "into" or "away" or "back" or "her" or "him" or "them" or "off" or "with"; i--)
        {
        }
        return Handles.Contains(sentence.At(i)) || Thrown.Contains(sentence.At(i)) || i >= 0 && sentence.Words[i].Person >= 0 && (Handles.Contains(sentence.At(i - 1)) || Thrown.Contains(sentence.At(i - 1)));
    }

    // "Unrolls the map": any verb right before it.
    private static bool IsObject(Sentence sentence, int at)
    {
        var i = at - 1;
        if (i < 1 || !IsArticle(sentence.At(i)) && !sentence.Words[i].IsPossessive)
            return false;
        return sentence.At(i - 1) is [_, _, .., not 's', 's'] && sentence.Words[i - 1].Person < 0;
    }

    private static bool IsArticle(string word) => word is "a" or "an" or "the" or "his" or "her" or "their" or "its" or "that" or "this";

    /// <param name="Length">How many words name it; 0 for "it".</param>
    /// <param name="Handled">True where somebody has it in hand.</param>
    /// <param name="Strict">True where a verb of the hands says so.</param>
    private sealed record PropUse(Sentence Sentence, int At, int Length, bool Handled, bool Strict);
}
