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

    private static readonly HashSet<string> Destroys = ["destroys", "smashes", "shatters", "burns", "incinerates", "melts", "crushes", "breaks", "snaps", "shreds", "dissolves", "disintegrates", "explodes", "sinks", "buries", "flushes", "demolishes", "obliterates", "pulverizes", "torches", "vaporizes", "annihilates", "splinters", "crumbles", "swallows", "eats"];
    private static readonly HashSet<string> Destroyed = ["destroyed", "smashed", "shattered", "burned", "burnt", "incinerated", "melted", "crushed", "broken", "shredded", "gone", "lost", "sunk", "ruined", "ash", "ashes", "pieces", "splintered"];
    private static readonly HashSet<string> Throws = ["throws", "tosses", "hurls", "flings", "drops", "casts", "chucks", "pitches", "lobs", "kicks"];
    private static readonly HashSet<string> Away = ["river", "sea", "ocean", "lake", "fire", "flames", "furnace", "fireplace", "cliff", "overboard", "abyss", "volcano", "incinerator", "well", "canal", "away", "waves", "hearth", "bonfire", "stove"];
    private static readonly HashSet<string> Other = ["another", "new", "second", "replica", "copy", "pieces", "shards", "fragments", "ashes", "remains", "spare", "repaired", "restored", "mended", "different", "identical", "duplicate", "similar", "retrieves", "recovers", "fishes", "digs", "finds", "dredges", "photo", "picture", "imagines", "remembers", "where", "old"];

    // Capitals in action that are no thing: sounds, the camera, writing on the screen.
    private static readonly HashSet<string> NoThings =
    [
        "the", "and", "camera", "pov", "super", "title", "close", "on", "angle", "cut", "to", "fade", "in", "out", "insert", "pan", "back", "beat", "int", "ext", "day", "night", "later", "continuous", "montage", "intercut", "flashback", "end", "begin", "sfx", "vfx", "os", "vo", "bang", "crash", "slam", "slams", "boom", "screams", "scream",
        "tv", "ok", "fbi", "cia", "usa", "us", "uk", "nyc", "la", "we", "see", "hear", "pull", "push", "smash", "match", "dissolve", "reveal", "off", "up", "down", "of", "a", "an", "is", "it", "at", "no", "not", "all", "everyone", "man", "woman", "men", "women", "people", "crowd", "loud", "ring", "rings", "knock", "click", "thud",
    ];

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
            foreach (var (prop, element) in Capitals(script))
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

    // Gone by a note, or by a sentence that destroys it; handled later all the same.
    private static Finding? After(LintedScript script, string prop, List<(Sentence Sentence, int At, bool Handled, bool Strict)> uses)
    {
        var (gone, why, sure) = (-1, "", 0.0);
        if (script.Marks.FirstOrDefault(mark => mark.Kind == StoryMarkKind.Gone && mark.What == prop) is { } mark)
            (gone, why, sure) = (mark.At, "a note says that it is gone", 0.85);
        foreach (var (sentence, at, handled, _) in uses)
        {
            if (gone >= 0 && sentence.Element > gone)
            {
                if (sentence.Words.Exists(word => Other.Contains(word.Text)))
                    return null;
                if (handled && (sentence.Scene < 0 || !script.Scenes[sentence.Scene].IsApart))
                    return new Finding(Rule.Id, sentence.Element, script.Quote(sentence), $"{script.Where(sentence.Element)}: the {prop} is used after it is gone.", sure, [script.At(sentence.Element, $"\"{script.Short(sentence)}\""), script.At(gone, why)]);
            }
            if (gone < 0 && IsDestroyed(sentence, at))
                (gone, why, sure) = (sentence.Element, $"\"{script.Short(sentence)}\"", 0.6);
        }
        return null;
    }

    private static bool IsDestroyed(Sentence sentence, int at)
    {
        if (sentence.Words.Exists(word => word.Text is "almost" or "nearly" or "tries" or "not" or "if" or "would" or "about" or "threatens" or "silence" or "open" or "like"))
            return false;
        // "Smashes the VASE", "the VASE shatters", "the VASE is broken".
        for (var i = Math.Max(0, at - 4); i < at; i++)
            if (Destroys.Contains(sentence.At(i)) && !sentence.Words[i].EndsClause)
                return true;
        for (var i = at + 1; i < sentence.Words.Count && i <= at + 4; i++)
            if (Destroys.Contains(sentence.At(i)) && i == at + 1 || Destroyed.Contains(sentence.At(i)) && sentence.At(i - 1) is "is" or "are" or "to" or "in" or "into")
                return true;
        return sentence.Words.Take(at).Any(word => Throws.Contains(word.Text)) && sentence.Words.Skip(at).Any(word => Away.Contains(word.Text));
    }

    private static Dictionary<string, List<(Sentence Sentence, int At, bool Handled, bool Strict)>> Uses(LintedScript script, HashSet<string> props)
    {
        var byFirst = props.Select(prop => (Prop: prop, Words: prop.Split(' '))).GroupBy(prop => prop.Words[0]).ToDictionary(group => group.Key, group => group.ToList());
        Dictionary<string, List<(Sentence, int, bool, bool)>> uses = [];
        foreach (var sentence in script.Sentences)
            for (var i = 0; i < sentence.Words.Count; i++)
                if (byFirst.TryGetValue(sentence.Words[i].Text, out var candidates))
                    foreach (var (prop, words) in candidates)
                        if (sentence.Says(i, words))
                            (uses.TryGetValue(prop, out var list) ? list : uses[prop] = []).Add((sentence, i, IsHandled(sentence, i) || IsObject(sentence, i), IsHandled(sentence, i)));
        return uses;
    }

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
        return Handles.Contains(sentence.At(i)) || Throws.Contains(sentence.At(i)) || i >= 0 && sentence.Words[i].Person >= 0 && (Handles.Contains(sentence.At(i - 1)) || Throws.Contains(sentence.At(i - 1)));
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

    // Words in capitals within a sentence that is not in capitals, behind an article or a pronoun: "takes the KNIFE".
    private static IEnumerable<(string Prop, int Element)> Capitals(LintedScript script)
    {
        foreach (var sentence in script.Sentences)
        {
            if (sentence.Scene < 0 || sentence.Words.TrueForAll(word => word.IsCapitals || word.Text.Length < 2))
                continue;
            for (var i = 1; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                if (!word.IsCapitals || word.Person >= 0 || NoThings.Contains(word.Text) || word.Text.Length < 3 || word.IsPossessive || !(sentence.At(i - 1) is "a" or "an" or "the" or "his" or "her" or "their" or "its" or "small" or "old" or "large" or "little" or "silver" or "golden" or "gold" or "rusty" or "black" or "red" or "white") || sentence.Words[i - 1].IsCapitals)
                    continue;
                var end = i;
                while (end + 1 < sentence.Words.Count && sentence.Words[end].After is ' ' or '-' && sentence.Words[end + 1].IsCapitals && sentence.Words[end + 1].Person < 0)
                    end++;
                if (sentence.Words[end].EndsClause || sentence.At(end + 1) is "in" or "on" or "from" or "with" or "to" or "at" or "and" or "into" or "of" or "by" or "under" or "over" or "behind" or "beside" or "hangs" or "sits" or "lies" or "stands" or "rests" or "is" or "out" or "up" or "off" or "down" or "against" or "between" or "inside" or "near" or "next" or "that" or "which" or "glints" or "gleams" or "falls")
                    yield return (string.Join(' ', sentence.Words.Skip(i).Take(end - i + 1).Select(one => one.Text)), sentence.Element);
                i = end;
            }
        }
    }
}
