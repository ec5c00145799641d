namespace Kinolux.Script.Continuity.Reading;

/// <summary>How a prop comes to its end, or out of somebody's hands.</summary>
/// <param name="From">Who has it no more; -1 where nobody has.</param>
/// <param name="By">Who has it now; -1 where nobody or nobody known.</param>
internal readonly record struct PropFate(double Sure, int From, int By)
{
    private const double Plainly = 0.6;
    private const double Rather = 0.55;

    private static readonly VerbForms Destroys = new("destroy smash shatter burn/burnt incinerate melt crush break/broke/broken snap shred dissolve disintegrate explode bury demolish obliterate pulverize torch vaporize annihilate splinter crumble swallow eat/ate/eaten devour grind/ground wreck flush sink/sank/sunk flatten cremate detonate raze dismember gulp wolf trample");
    private static readonly VerbForms Pulls = new("tear/tore/torn rip cut/cut chop hack fall/fell/fallen fly/flew/flown burst/burst blow/blew/blown pull come/came/come break/broke/broken");
    private static readonly VerbForms Throws = new("throw/threw/thrown toss hurl fling/flung cast/cast chuck pitch lob kick drop send/sent heave tip sweep/swept push shove feed/fed pour dump flick fall/fell/fallen slip slide/slid go/went/gone tumble roll vanish disappear plunge drift wash sink/sank/sunk knock");
    private static readonly VerbForms Sells = new("sell/sold pawn trade barter auction donate surrender forfeit gamble lose/lost relinquish");
    private static readonly VerbForms Seizes = new("confiscate seize steal/stole/stolen impound snatch pocket");

    private static readonly HashSet<string> Apart = ["apart", "pieces", "half", "halves", "shreds", "bits", "splinters", "fragments", "two", "dust", "shards", "smithereens", "up", "ribbons"];
    private static readonly HashSet<string> Over = ["destroyed", "gone", "lost", "ruined", "ash", "ashes", "pieces", "shards", "cinders", "dust", "rubble", "splinters", "smithereens", "shreds", "history", "wreckage"];

    private static readonly HashSet<string> Away =
    [
        "river", "sea", "ocean", "lake", "fire", "flames", "furnace", "fireplace", "cliff", "overboard", "abyss", "volcano", "incinerator", "well", "canal", "away", "waves", "hearth", "bonfire", "stove", "water", "drain", "sewer", "trash", "garbage", "rubbish", "dumpster", "skip", "grate", "crevasse", "ravine", "gorge", "rail", "railing", "parapet", "harbour", "harbor", "bay",
        "pond", "swamp", "toilet", "shredder", "lava", "pit", "shaft", "current", "surf", "deep", "depths", "embers", "coals", "blaze", "inferno", "chasm", "quicksand", "bog", "marsh", "creek", "stream", "tide", "pyre", "oven", "boiler", "crater", "chimney", "forge", "kiln", "acid",
    ];

    private static readonly HashSet<string> NotYet = ["almost", "nearly", "tries", "trying", "not", "if", "would", "about", "threatens", "silence", "like", "wants", "never", "doesn't", "without", "before", "pretends", "dreams", "imagines", "could", "might", "bread", "code", "promise", "eye", "contact"];

    /// <summary>What a sentence does to the thing at a place in it; null where it goes on.</summary>
    /// <param name="doer">Who does what the sentence says; -1 for nobody known.</param>
    public static PropFate? Of(Sentence sentence, int at, int length, int doer)
    {
        if (sentence.Words.Exists(word => NotYet.Contains(word.Text)))
            return null;
        var (before, after) = (Verb(sentence, at), at + length);
        var verb = sentence.At(before);
        var next = sentence.Words[after - 1].EndsClause ? "" : sentence.At(after);
        var isApart = sentence.Words.Exists(word => Apart.Contains(word.Text));
        // "Smashes the vase", "tears the letter to pieces".
        if (before >= 0 && !IsOpening(sentence) && (Destroys.Has(verb) || Pulls.Has(verb) && isApart && verb is not ("comes" or "falls")))
            return new PropFate(Plainly, -1, -1);
        // "The vase shatters", "the letter goes up in flames"; a candle that burns is one.
        if (Destroys.IsFinite(next) && !IsOpening(sentence) && (next is not ("burns" or "burned") || sentence.At(after + 1) is "up" or "down" or "to" or "away" or "out") || Pulls.IsFinite(next) && isApart || sentence.Says(after, "goes", "up", "in") || sentence.At(after) is "turns" or "crumbles" or "becomes" && sentence.Words.Skip(after).Take(4).Any(word => Over.Contains(word.Text)))
            return new PropFate(Plainly, -1, -1);
        // "The vase is broken", "is gone", "lies in pieces".
        for (var i = after; i < sentence.Words.Count && i <= after + 4; i++)
            if ((Destroys.IsParticiple(sentence.At(i)) || Over.Contains(sentence.At(i)) || sentence.At(i) is "torn" or "ripped" && isApart) && sentence.At(i - 1) is "is" or "are" or "to" or "in" or "into" or "been" or "was" or "gets" or "now" or "completely" or "utterly" or "only" or "all" or "lies" or "but")
                return new PropFate(Plainly, -1, -1);
        // "The river takes the locket."
        if (before >= 0 && sentence.Words.Take(before).Any(word => Away.Contains(word.Text)) && verb is "takes" or "took" or "claims" or "keeps" or "swallows" or "closes" or "carries" or "carried" or "consumes" or "drags")
            return new PropFate(Plainly, -1, -1);
        // Nothing but ashes is left of it.
        if (sentence.Words.Take(at).Any(word => word.Text is "nothing" or "left" or "remains" or "last" or "end") && sentence.Words.Take(at).Any(word => word.Text == "of") && sentence.Words.Take(at).Any(word => word.Text is "left" or "remains" or "end" or "last") && sentence.At(at - 1) is "of" or "the")
            return new PropFate(Plainly, -1, -1);
        var isAway = sentence.Words.Skip(after).Any(word => Away.Contains(word.Text));
        if (isAway && (sentence.Words.Take(at).Any(word => Throws.Has(word.Text)) || Throws.IsFinite(next) && sentence.Words.Skip(after + 1).Take(5).Any(word => word.Text is "into" or "in" or "over" or "down" or "off" or "overboard" or "away" or "beneath" or "under" or "to")))
            return new PropFate(Plainly, -1, -1);
        // Out of one's hands, into another's.
        if (before >= 0 && Sells.Has(verb) || before >= 0 && verb is "gives" or "gave" or "throws" or "signs" && sentence.Words.Skip(after).Take(2).Any(word => word.Text == "away") || sentence.Words.Skip(after).Take(2).Any(word => word.Text == "behind") && verb is "leaves" or "left" or "leaving")
            return doer >= 0 ? new PropFate(Rather, doer, -1) : null;
        if (before >= 0 && Seizes.Has(verb) && doer >= 0 && verb is not ("pockets" or "snatches"))
            return new PropFate(Rather, -1, doer);
        return sentence.At(after) is "is" or "has" or "was" && sentence.Words.Skip(after + 1).Take(5).Any(word => word.Text is "stolen" or "confiscated" or "seized" or "sold" or "pawned" or "missing") ? new PropFate(Rather, -1, -1) : null;
    }

    // The verb whose object stands at a place: what is between is an article, adjectives, a particle.
    private static int Verb(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 5 && !sentence.Words[i].EndsClause; i--)
            if (Destroys.Has(sentence.At(i)) && !Destroys.IsParticiple(sentence.At(i)) || Destroys.IsFinite(sentence.At(i)) && i == 0 || Destroys.IsParticiple(sentence.At(i)) && IsActive(sentence, i) || Pulls.IsFinite(sentence.At(i)) || Sells.IsFinite(sentence.At(i)) || Seizes.IsFinite(sentence.At(i)) || sentence.At(i) is "gives" or "gave" or "throws" or "signs" or "leaves" or "left" or "leaving" or "tearing" or "ripping" or "takes" or "took" or "claims" or "keeps" or "closes" or "carries" or "carried" or "consumes" or "drags")
                return i;
            else if (sentence.At(i) is "of" or "from" or "at" or "with" or "to" or "by" or "behind" or "under" or "near" or "for" or "as" or "and" or "beside" or "on" or "in" or "into" or "onto" or "over" or "below" or "beneath" or "between" or "against" or "inside" or "than" or "like")
                return -1;
        return -1;
    }

    // "Burned" is a verb behind somebody, and an adjective behind an article.
    private static bool IsActive(Sentence sentence, int at) => at > 0 && (sentence.Words[at - 1].Person >= 0 || sentence.At(at - 1) is "he" or "she" or "they" or "has" or "have" or "and");

    private static bool IsOpening(Sentence sentence) => sentence.Words.Exists(word => word.Text is "open" or "shut" or "closed" or "free" or "seal" or "off");
}
