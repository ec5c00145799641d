using static Kinolux.Script.Continuity.Reading.DeathWords;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds deaths in action: somebody dies, is killed, kills another, is buried, has no pulse, breathes a last breath.</summary>
internal static class Deaths
{
    public static IReadOnlyList<Death> Of(LintedScript script)
    {
        List<Death> deaths = [];
        foreach (var sentence in script.Sentences)
        {
            var (person, sure) = (-1, 0.0);
            for (var i = 0; i < sentence.Words.Count; i++)
                if (Weigh(script, sentence, i) is { Person: >= 0 } death && death.Sure > sure)
                    (person, sure) = death;
            if (person >= 0)
                deaths.Add(new Death(person, sentence, sure));
        }
        return deaths;
    }

    private static (int Person, double Sure) Weigh(LintedScript script, Sentence sentence, int at)
    {
        var word = sentence.Words[at];
        var text = word.Text;
        if (text == "drowns" && (sentence.Words[at].EndsClause || sentence.At(at + 1) is "under" or "in" or "beneath" or "as" or "while" or "with" or "before" or "there" or "slowly") || text == "die" && at > 0 && sentence.Words[at - 1].Person >= 0 && sentence.Words.Take(at).Any(word => word.Text is "watches" or "sees" or "lets" or "watch" or "see"))
            return Real(sentence, at) ? text == "die" ? (sentence.Words[at - 1].Person, 0.85) : Scaled(Subject(script, sentence, at), 0.85) : default;
        if (Dies.Contains(text))
            return Real(sentence, at) && !(sentence.At(at + 1) is "down" or "away" or "out" or "off") ? Scaled(Subject(script, sentence, at), 0.95) : default;
        if (text == "dead")
            return Dead(script, sentence, at);
        // "Killed instantly.", "Lifeless.": of whom the paragraph spoke of last.
        if (at == 0 && text is "killed" or "lifeless" or "slain" or "murdered" or "executed" && !(sentence.At(1) is "by" && sentence.Words.Count > 6))
            return Fallen(script, sentence, 0.85);
        if (text == "lifeless" && (sentence.Words[at].EndsSentence || sentence.Words[at - 1].EndsClause) && Real(sentence, at) && Main(script, sentence) is { Sure: > 0 } fell && !sentence.Words[at - 1].IsPossessive)
            return Scaled(fell, 0.85);
        if (Slain.Contains(text) && !(sentence.At(at - 1) is "the" or "a" or "an") && IsPassive(sentence, at))
            return Real(sentence, at) ? Scaled(Subject(script, sentence, at), text is "gutted" or "impaled" ? 0.5 : text is "lifeless" or "buried" or "drowned" ? 0.8 : 0.95) : default;
        if (Lifeless.Contains(text) && text != "dead" && at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var whose } && Bodies.Contains(sentence.At(at + 1)))
            return (whose, text is "cold" or "stiff" or "unmoving" or "breathless" ? 0.5 : 0.85);
        if (Kills.Contains(text))
            return Real(sentence, at) && !(text is "hangs" or "hang" && !(sentence.At(at + 1) is "himself" or "herself")) ? Scaled(Object(script, sentence, at, at + 1), text.EndsWith("ed", StringComparison.Ordinal) ? 0.8 : 0.9) : default;
        if (text == "death")
            return ToDeath(script, sentence, at);
        if (Remains.Contains(text) && at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner })
            return Real(sentence, at) ? (owner, text is "wake" ? 0.5 : text is "killer" or "murderer" or "ashes" or "remains" or "tomb" or "grave" ? 0.6 : 0.85) : default;
        if (text is "body" or "corpse" or "remains" or "ashes" or "funeral" or "burial" or "grave" or "memory" or "coffin" or "casket" or "killing" or "murder" or "widow" or "tomb" or "headstone" or "gravestone" or "tombstone" or "memorial" && sentence.At(at + 1) == "of" && Next(sentence, at + 2) is >= 0 and var of)
            return text == "memory" && !(sentence.At(at - 1) is "loving" or "in") ? default : (of, text == "body" ? 0.6 : 0.85);
        if (Stones.Contains(text) && Inscribed(sentence, at) is >= 0 and var inscribed)
            return (inscribed, 0.85);
        if (Lives.Contains(text) && LifeLeaves(script, sentence, at) is { Sure: > 0 } left)
            return left;
        if (text is "pulse" or "heartbeat" && (sentence.At(at - 1) == "no" || sentence.At(at - 2) == "no" || sentence.At(at + 1) is "stops" or "fades" || sentence.Says(at + 1, "is", "gone")))
            return WithoutPulse(script, sentence, at);
        return Phrase(script, sentence, at);
    }

    private static (int Person, double Sure) Phrase(LintedScript script, Sentence sentence, int at)
    {
        switch (sentence.At(at))
        {
            case "breath" or "sigh" or "rattle" or "exhale" or "time" or "gasp" or "exhalation" when sentence.At(at - 1) is "last" or "final" or "dying" && sentence.Words.Take(at).Any(word => word.Text is "takes" or "draws" or "gives" or "exhales" or "breathes" or "lets" or "heaves" or "releases" or "sighs" or "with" or "drew" or "took" or "gasps"):
                return Real(sentence, at) ? Scaled(Main(script, sentence), 0.75) : default;
            case "more" when sentence.At(at - 1) == "no" && sentence.At(at - 2) is "breathes" or "moves" or "stirs" or "rises":
                return Scaled(Main(script, sentence), 0.8);
            case "again" when sentence.Words.Take(at).Any(word => word.Text is "never") && sentence.Words.Take(at).Any(word => word.Text is "wake" or "breathe" or "rise" or "wakes" or "breathes" or "rises" or "gets" or "get" or "stand" or "stands" or "move" or "moves" or "open" or "opens"):
                return Scaled(Main(script, sentence), 0.75);
            case "rest" when sentence.Says(at - 2, "laid", "to"):
            case "state" when sentence.Says(at - 2, "lies", "in"):
            case "apart" or "pieces" or "bits" or "shreds" when sentence.Words.Take(at).Any(word => word.Text is "torn" or "blown" or "ripped"):
            case "wake" when sentence.At(at - 1) is "doesn't" or "won't" or "not" or "cannot" or "never":
            case "devoured" or "mauled" when sentence.At(at - 1) is "is" or "been" or "gets":
                return Scaled(Main(script, sentence), 0.75);
            case "late" when sentence.At(at - 1) == "the" && at + 1 < sentence.Words.Count && sentence.Words[at + 1].Person is >= 0 and var late:
                return (late, 0.8);
            case "life" when sentence.Says(at - 2, "his", "own") || sentence.Says(at - 2, "her", "own"):
                return Real(sentence, at) && sentence.Words.Take(at).Any(word => word.Text is "takes" or "took" or "ends") ? Scaled(Main(script, sentence), 0.85) : default;
            case "name" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var carved } && sentence.Words.Exists(word => word.Text is "carved" or "chiseled" or "chiselled" or "stone" or "marble" or "headstone" or "gravestone" or "tombstone" or "cross" or "memorial" or "engraved" or "grave" or "coffin"):
                return (carved, 0.75);
            case "none" or "nothing" when sentence.Words.Count < 5 && script.SentencesOf(sentence.Element).Any(other => other != sentence && other.Words.Exists(word => word.Text is "pulse" or "heartbeat")):
                return Felt(script, sentence);
            case "gone" when sentence.At(at - 1) == "is" && sentence.Words[at].EndsSentence && OfABody(script, sentence):
                return Scaled(Main(script, sentence), 0.75);
            case "moving" when sentence.At(at - 1) is "stops" or "stopped" && (sentence.Words.Exists(word => Harms.Contains(word.Text)) || OfABody(script, sentence)):
                return at > 1 && sentence.Words[at - 2].Person is >= 0 and var stopped ? (stopped, 0.75) : sentence.At(at - 2) is "he" or "she" or "they" ? Scaled(Referents.Before(script, sentence, at - 2, false), 0.75) : default;
            case "line" when sentence.At(at - 1) == "flat":
            case "flatline" or "flatlining":
                return Fallen(script, sentence, 0.8);
            case "sheet" or "shroud" when sentence.Words.Exists(word => word.Text is "covers" or "cover" or "covered" or "over" or "under" or "beneath"):
                return sentence.Words.FindLast(word => word.Person >= 0 && word != sentence.Words[0] || word.Person >= 0 && word.IsPossessive) is { Text: not null } covers ? (covers.Person, 0.75) : default;
            case "body" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var whose } && sentence.Words.Skip(at).Any(word => word.Text is "sheet" or "morgue" or "slab" or "bag" or "casket" or "coffin" or "autopsy" or "hangs" or "floats" or "pyre" or "gurney" or "stretcher" or "flies" or "tarp" or "shroud"):
                return (whose, 0.8);
            case "head" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var beheaded } && (sentence.At(at + 1) is "rolls" or "flies" || sentence.Words.Take(at).Any(word => word.Text == "off") && sentence.Words.Take(at).Any(word => word.Text is "takes" or "cuts" or "chops" or "hacks" or "lops" or "strikes" or "slices" or "blows" or "tears" or "rips" or "bites")):
                return (beheaded, 0.75);
            case "last" when sentence.At(at - 1) is "his" or "her" or "their" && sentence.At(at - 2) is "breathes" or "breathed" or "breathing":
            case "breath" when sentence.At(at - 1) is "last" or "final" or "dying":
            case "breathing" when sentence.At(at - 1) is "stops" or "stopped" or "longer" || sentence.At(at - 1) == "not" && sentence.At(at - 2) is "is" or "s" || sentence.At(at - 1) == "isn't":
            case "ghost" when sentence.Says(at - 3, "gives", "up", "the"):
            case "away" when sentence.At(at - 1) == "passes" || sentence.At(at - 1) == "passed" && sentence.At(at - 2) is "has" or "have":
            case "out" when sentence.At(at - 1) is "bleeds" or "bled":
            case "more" when sentence.Says(at - 2, "is", "no"):
            case "make" when sentence.At(at - 1) is "didn't" or "doesn't" && sentence.At(at + 1) == "it":
            case "survive" when sentence.At(at - 1) is "didn't" or "doesn't" or "not":
            case "succumbs" or "succumbed":
                return Scaled(Subject(script, sentence, at), 0.85);
            case "end" or "maker" or "fate" when sentence.At(at - 1) is "his" or "her" or "their" && sentence.At(at - 2) is "meets" or "met":
                return Scaled(Subject(script, sentence, at - 2), 0.8);
            case "limp" or "still" when sentence.At(at - 1) is "goes" or "falls" && sentence.Words[at].EndsClause:
                return Scaled(Subject(script, sentence, at - 1), 0.45);
            case "motionless" or "unmoving" when sentence.At(at - 1) is "lies" or "lay":
                return Scaled(Subject(script, sentence, at - 1), 0.4);
            case "heart" or "breathing" or "chest" or "breath" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner } && sentence.At(at + 1) is "stops" or "gives" or "stopped":
                return Real(sentence, at) && sentence.At(at + 2) is not "for" ? (owner, 0.85) : default;
            case "eyes" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var closed } && sentence.At(at - 2) is "closes" or "shuts" && FirstPerson(sentence) != closed:
                return (closed, 0.75);
            case "eyes" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner } && sentence.Words.Skip(at).Any(word => word.Text is "lifeless" or "lifelessly" or "unseeing" or "sightless" or "glaze" or "glassy" or "dead" or "blank" or "vacant" or "unblinking" or "dull" or "nothing" or "dim" or "glazed"):
                return Real(sentence, at + 1) ? (owner, 0.65) : default;
            case "face" when sentence.Words.Take(at).Any(word => word.Text is "sheet" or "shroud" or "blanket" or "coat" or "jacket" or "cloth" or "flag") && sentence.Words.Take(at).Any(word => word.Text is "over"):
                return at > 0 && sentence.Words[at - 1].Person is >= 0 and var covered ? (covered, 0.75) : sentence.At(at - 1) is "his" or "her" or "their" ? Scaled(Referents.Before(script, sentence, 0, false), 0.7) : default;
            case "neck" or "throat" when sentence.Words.Take(at).Any(word => word.Text is "snaps" or "breaks" or "slits" or "slashes" or "cuts"):
                return at > 0 && Real(sentence, at) ? sentence.Words[at - 1].Person is >= 0 and var broken ? (broken, 0.75) : sentence.At(at - 1) is "his" or "her" or "their" ? Scaled(Referents.Before(script, sentence, 0, false, FirstPerson(sentence)), 0.6) : default : default;
            case "fatally" or "mortally" when sentence.At(at + 1) is "shot" or "stabbed" or "struck" or "wounds" or "shoots" or "stabs":
                return sentence.At(at + 1) is "wounds" or "shoots" or "stabs" ? Scaled(Object(script, sentence, at + 1, at + 2), 0.6) : Scaled(Subject(script, sentence, at), 0.6);
            default:
                return default;
        }
    }

    // "Is dead", "falls dead", "shoots him dead", "Anna, dead," and "Anna's dead body"; not "stops dead".
    private static (int Person, double Sure) Dead(LintedScript script, Sentence sentence, int at)
    {
        if (sentence.Words[at].After == '-' || sentence.Words[at].IsPossessive || !Real(sentence, at) || at > 0 && sentence.Words[at - 1].After == '-')
            return default;
        var (before, next) = (sentence.At(at - 1), sentence.Words[at].EndsClause ? "" : sentence.At(at + 1));
        if (before is "stops" or "stop" or "freezes" or "halts" or "stopped" or "plays" or "the" or "goes" or "went" or "knocked" or "comes")
            return default;
        if (at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner })
            return Bodies.Contains(next) ? (owner, 0.85) : next.Length == 0 ? (owner, 0.85) : default;
        if (Merely.Contains(next) && !(next is "on" or "in" or "inside" && before is not "is" && !(sentence.At(at + 2) is "time" or "arrival" or "his" or "her" or "their" && sentence.At(at + 3) == "tracks")))
            return next is "on" or "in" && before is "is" or "lies" or "falls" && !(sentence.At(at + 2) is "time" or "schedule" or "target") && sentence.At(at + 3) != "tracks" ? Scaled(Subject(script, sentence, at), 0.85) : default;
        if (before is "is" or "are" or "was" or "lies" or "lay" or "falls" or "fell" or "drops" or "dropped" or "down" or "collapses" or "slumps" or "already" or "be" or "pronounced" or "found" or "declared" or "been" or "now" or "instantly" or "crumples" or "keels" or "over" or "both" or "sprawled" or "stone" or "shot" or "sinks" or "sits" or "hangs" or "floats" or "stabbed" or "rolls" or "ground" or "floor" or "clearly" or "very" or "truly" or "backward" or "backwards" or "forward" or "lying" or "struck" or "pronounces" or "back")
        {
            if (before is "pronounced" or "declared" or "found" or "pronounces" && sentence.At(at - 2) is not ("is" or "was" or "been" or "are") && Object(script, sentence, at - 1, at - 2) is { Sure: > 0 } said)
                return Scaled(said, 0.85);
            return Scaled(Subject(script, sentence, at), 0.9);
        }
        // "Shoots Anna dead" and "Anna, dead,": a name or pronoun right before it.
        if (at > 0 && sentence.Words[at - 1].Person is >= 0 and var named)
            return (named, 0.85);
        if (Pronouns.Contains(before) && sentence.Words.Take(at).Any(word => Harms.Contains(word.Text)))
            return Scaled(Referents.Before(script, sentence, 0, false, FirstPerson(sentence)), 0.85);
        if (at == 0 && (sentence.Words.Count == 1 || next is "before" or "by" || sentence.Words[0].EndsClause))
            return Fallen(script, sentence, 0.85);
        // "Sits in the chair, throat cut, dead."
        return at > 0 && sentence.Words[at - 1].EndsClause && sentence.Words[at].EndsClause ? Scaled(Main(script, sentence), 0.85) : default;
    }

    // "Stabs him to death", "falls to her death", "the death of Anna", "Anna's death".
    private static (int Person, double Sure) ToDeath(LintedScript script, Sentence sentence, int at)
    {
        if (!Real(sentence, sentence.At(at - 1) == "to" ? at - 1 : at))
            return default;
        if (sentence.At(at + 1) == "of" && Next(sentence, at + 2) is >= 0 and var of)
            return (of, 0.75);
        if (at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner })
            return (owner, 0.6);
        var own = sentence.At(at - 1) is "his" or "her" or "their";
        var to = own ? at - 2 : at - 1;
        if (sentence.At(to) != "to")
            return default;
        if (own)
            return Scaled(Subject(script, sentence, to), sentence.Words.Take(to).Any(word => Harms.Contains(word.Text) || word.Text is "fell" or "plummets" or "tumbles" or "drops" or "plunge" or "topples" or "crashes") ? 0.85 : 0);
        for (var i = to - 1; i >= 0; i--)
        {
            if (sentence.Words[i].Text is "scares" or "frightens" or "bored" or "scared" or "worried" or "tickled" or "sick" or "bores" or "bound")
                return default;
            if (!Harms.Contains(sentence.Words[i].Text))
                continue;
            if (IsPassive(sentence, i) || i + 1 == to)
                return Scaled(Subject(script, sentence, i), 0.9);
            return Scaled(Object(script, sentence, i, i + 1), 0.9);
        }
        return default;
    }

    private static (int Person, double Sure) LifeLeaves(LintedScript script, Sentence sentence, int at)
    {
        var verb = at + 1;
        while (verb < sentence.Words.Count && verb <= at + 4 && !Leaves.Contains(sentence.At(verb)))
            verb++;
        if (!Leaves.Contains(sentence.At(verb)) || !Real(sentence, at))
            return default;
        // A light that goes out is a lamp's, unless it was in eyes; a breath leaves many times, unless it is the last.
        var text = sentence.At(at);
        var isEyes = sentence.Words.Exists(word => word.Text is "eyes" or "eye");
        if (text is "light" or "spark" or "spirit" && !isEyes || text == "breath" && !(sentence.At(at - 1) is "last" or "final" or "dying"))
            return default;
        if (at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var owner } && sentence.At(verb) is "ends" or "ebbs" or "slips" or "fades" or "drains" or "leaves")
            return (owner, 0.75);
        for (var i = verb + 1; i < sentence.Words.Count; i++)
            if (sentence.Words[i].Person is >= 0 and var person)
                return (person, 0.85);
            else if (sentence.At(i) is "her" or "him" or "them" or "his" or "their")
                return Scaled(Referents.Before(script, sentence, at, false), 0.85);
        return default;
    }

    // "Anna lies still, no pulse." and "He feels Anna's wrist. No pulse.": of whom was named last.
    private static (int Person, double Sure) WithoutPulse(LintedScript script, Sentence sentence, int at)
    {
        var (last, count) = (-1, 0);
        foreach (var word in sentence.Words)
            if (word.Person >= 0 && word.Person != last)
                (last, count) = (word.Person, count + 1);
        if (last < 0)
            foreach (var other in script.SentencesOf(sentence.Element))
            {
                if (other == sentence)
                    break;
                foreach (var word in other.Words)
                    if (word.Person >= 0)
                        (last, count) = (word.Person, count + 1);
            }
        return last >= 0 ? (last, count == 1 ? 0.8 : 0.65) : Scaled(Referents.Before(script, sentence, 0, false), 0.6);
    }

    // A name that a stone bears: "the headstone reads ANNA KOVAC", "a grave. ANNA KOVAC".
    private static int Inscribed(Sentence sentence, int at)
    {
        var bears = false;
        for (var i = at + 1; i < sentence.Words.Count; i++)
            if (bears && sentence.Words[i].Person is >= 0 and var person)
                return sentence.Words[i].After != ' ' || i == sentence.Words.Count - 1 || sentence.Words[i].IsCapitals ? person : -1;
            else if (sentence.At(i) is "reads" or "says" or "bears" or "bearing" or "marked" or "engraved" or "carved" or "inscribed" or "name" or "reading" or "etched" or "chiseled" or "with" or "of" or "for" || sentence.Words[i - 1].After == ',')
                bears = true;
        return bears && sentence.Words[at].EndsClause && Next(sentence, at + 1) is >= 0 and var next ? next : -1;
    }

    private static int Next(Sentence sentence, int at)
    {
        while (sentence.At(at) is "the" or "poor" or "young" or "old" or "dear" or "both")
            at++;
        return at < sentence.Words.Count ? sentence.Words[at].Person : -1;
    }

    private static int FirstPerson(Sentence sentence)
    {
        foreach (var word in sentence.Words)
            if (word.Person >= 0 && !word.IsPossessive)
                return word.Person;
        return -1;
    }

    private static bool IsPassive(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
            switch (sentence.At(i))
            {
                case "is" or "was" or "been" or "gets" or "got" or "being" or "be" or "are" or "were" or "lies" or "lay" or "falls" or "found" or "hangs" or "slumps" or "floats" or "sprawls" or "drops":
                    return true;
                case var between when !(between.EndsWith("ly", StringComparison.Ordinal) || between is "now" or "already" or "then" or "shot" or "stabbed" or "beaten" or "burned" or "to" or "down" or "on" or "the" or "floor" or "ground"):
                    return false;
            }
        return false;
    }

    // The clause before a word, and the one word behind it, deny nothing.
    private static bool Real(Sentence sentence, int at)
    {
        if (at > 0 && sentence.At(0) is "if" or "unless" or "until" or "should")
            return false;
        for (var i = at - 1; i >= 0 && i >= at - 7; i--)
        {
            if (sentence.Words[i].EndsClause && i < at - 1 && sentence.Words[i].After == '.')
                break;
            if (Unreal.Contains(sentence.Words[i].Text) && !(sentence.Words[i].Text is "will" or "may" && sentence.Words[i].IsCapital))
                return false;
            if (sentence.Words[i].Text == "to" && i == at - 1)
                return false;
        }
        return true;
    }

    private static (int Person, double Sure) Scaled((int Person, double Sure) who, double sure) => (who.Person, who.Sure * sure);

    /// <summary>Who does what the verb at a place says.</summary>
    private static (int Person, double Sure) Subject(LintedScript script, Sentence sentence, int verb)
    {
        var i = verb - 1;
        var isJoined = false;
        for (; i >= 0 && IsBetween(sentence, i); i--)
            isJoined |= sentence.At(i) == "and" || sentence.Words[i].EndsClause;
        if (i < 0)
            return verb > 0 && !IsElidable(sentence, verb) ? default : Referents.Before(script, sentence, 0, true);
        var word = sentence.Words[i];
        // "Smiles at Petra, and dies": she is an object, and the subject is the sentence's.
        isJoined |= word.EndsClause;
        if (isJoined && word.Person >= 0 && i > 0 && !word.IsPossessive && !sentence.Words[i - 1].EndsClause && !(sentence.At(i - 1) is "and" or "as" or "while" or "when" or "then" or "but" or "because" or "suddenly") && sentence.Words[0].Person is >= 0 and var main && !sentence.Words[0].IsPossessive)
            return Wounds(sentence, i) ? (word.Person, 0.85) : (main, 0.85);
        if (word.Person >= 0)
            return word.IsPossessive ? sentence.Words[i].EndsClause || i == verb - 1 ? (word.Person, 0.9) : default : (word.Person, 1);
        if (word.Text is "he" or "she" or "they")
            return Wounded(script, sentence) is >= 0 and var wounded && i == 0 ? (wounded, 0.8) : Referents.Before(script, sentence, i, false);
        if (word.Text is "who" or "whom" && i > 0 && sentence.Words[i - 1].Person is >= 0 and var whom)
            return (whom, 0.95);
        // "Anna coughs once, smiles at Tom, and dies": the subject of the sentence, where no other began a clause between.
        if (sentence.At(verb - 1) is "and" or "then" or "finally" or "instantly" or "quietly" or "slowly" or "silently" or "is" or "lies" or "falls" or "drops" || verb > 0 && sentence.Words[verb - 1].EndsClause)
        {
            for (var j = 1; j < verb; j++)
                if (sentence.At(j) is "as" or "while" or "when" or "the" && sentence.Words[j - 1].EndsClause || sentence.At(j) is "as" or "while" or "when")
                    return default;
            return sentence.Words[0].Person is >= 0 and var first && !sentence.Words[0].IsPossessive ? (first, 0.85)
                : sentence.At(0) is "he" or "she" or "they" ? Referents.Before(script, sentence, 0, false)
                : sentence.At(0).EndsWith('s') && sentence.At(0) is not ("this" or "his") && sentence.Words[0].Person < 0 ? Scaled(Referents.Before(script, sentence, 0, true), 0.9) : default;
        }
        return default;
    }

    // The subject of a sentence: the name or pronoun at its head.
    private static (int Person, double Sure) Main(LintedScript script, Sentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count && i < 8; i++)
            if (sentence.Words[i].Person is >= 0 and var person)
                return sentence.Words[i].IsPossessive || i > 0 && !sentence.Words[i - 1].EndsClause && !(sentence.At(i - 1) is "poor" or "and" or "then" or "finally" or "as" || sentence.At(i - 1).EndsWith("ly", StringComparison.Ordinal) || i + 1 < sentence.Words.Count && sentence.At(i + 1) is [_, _, .., not 's', 's']) ? default : (person, 0.95);
            else if (sentence.At(i) is "he" or "she" or "they")
                return Wounded(script, sentence) is >= 0 and var wounded ? (wounded, 0.8) : Referents.Before(script, sentence, i, false);
        return sentence.At(0).EndsWith('s') && sentence.Words[0].Person < 0 ? Referents.Before(script, sentence, 0, true) : default;
    }

    // Whom the sentence before, in the same paragraph, spoke of last: "A bullet tears through Milan's chest. Dead."
    private static (int Person, double Sure) Fallen(LintedScript script, Sentence sentence, double sure)
    {
        if (Wounded(script, sentence) is >= 0 and var wounded)
            return (wounded, sure);
        var (person, count) = (-1, 0);
        foreach (var other in script.SentencesOf(sentence.Element))
        {
            if (other == sentence)
                break;
            foreach (var word in other.Words)
                if (word.Person >= 0 && word.Person != person)
                    (person, count) = (word.Person, count + 1);
        }
        return (person, count == 0 ? 0 : count == 1 ? sure : sure * 0.75);
    }

    // "Pell drops. Ansel feels for a heartbeat. There is none.": of somebody in the paragraph who is not the one who feels.
    private static (int Person, double Sure) Felt(LintedScript script, Sentence sentence)
    {
        var (felt, sure, feels) = (-1, 0.8, -1);
        foreach (var other in script.SentencesOf(sentence.Element).TakeWhile(other => other != sentence))
        {
            var isPulse = other.Words.Exists(word => word.Text is "pulse" or "heartbeat");
            foreach (var word in other.Words.Where(word => word.Person >= 0))
                if (isPulse && feels < 0 && !word.IsPossessive)
                    feels = word.Person;
                else if (word.Person != felt)
                    (felt, sure) = (word.Person, felt < 0 ? 0.8 : 0.6);
        }
        return felt < 0 ? Fallen(script, sentence, 0.8) : felt == feels ? default : (felt, sure);
    }

    // True where the paragraph speaks of wounds or signs of life.
    private static bool OfABody(LintedScript script, Sentence sentence)
    {
        foreach (var other in script.SentencesOf(sentence.Element))
            foreach (var word in other.Words)
                if (word.Text is "eyes" or "pulse" or "body" or "blood" or "wound" or "wounds" or "breath" or "breathing" or "monitor" or "heart" or "weeps" or "sobs" or "sheet" or "bleeding" or "throat" or "corpse" or "heartbeat" or "gurney")
                    return true;
        return false;
    }

    // "Strangles Milan and ...": whom a verb of harm is right before.
    private static bool Wounds(Sentence sentence, int person) => Harms.Contains(sentence.At(person - 1));

    // "Petra strangles Milan. He is dead.": whom the sentence before did harm to.
    private static int Wounded(LintedScript script, Sentence sentence)
    {
        Sentence? before = null;
        foreach (var other in script.SentencesOf(sentence.Element))
            if (other == sentence)
                break;
            else
                before = other;
        for (var i = 1; before is not null && i < before.Words.Count; i++)
            if (before.Words[i].Person is >= 0 and var person && (Harms.Contains(before.At(i - 1)) || Harms.Contains(before.At(i - 2)) || before.At(i - 1) is "at" or "into" or "on" && before.Words.Take(i).Any(word => Harms.Contains(word.Text) || word.Text is "fires" or "aims" or "swings" or "lunges" or "empties")))
                return person;
        return -1;
    }

    // What may stand between a subject and its verb.
    private static bool IsBetween(Sentence sentence, int i) =>
        sentence.Words[i].Person < 0 && (sentence.At(i) is "then" or "finally" or "now" or "is" or "was" or "has" or "have" or "been" or "gets" or "got" or "already" or "lies" or "falls" or "drops" or "down" or "also" or "and" or "stops" or "his" or "her" or "their" or "last" or "breathes" or "takes" or "draws" or "breath" or "being" or "are" or "were"
            or "collapses" or "slumps" or "over" or "to" or "ground" or "floor" or "the" or "crumples" or "back" or "shot" or "stabbed" or "beaten" or "keels" or "lay" or "fell" or "dropped" or "found" or "pronounced" or "declared" or "clearly" or "backward" or "backwards" or "forward" or "both" or "very" or "longer" or "no" or "exhales" or "gasps" or "final" or "sprawled" or "lying" or "just" or "burned" or "choked" or "crushed" or "sits" or "hangs" or "floats" or "sinks" or "rolls" or "struck" or "up" or "gives" or "gave" or "isn't" or "not" or "didn't" or "doesn't" or "passes" or "passed" or "bleeds" or "onto" or "on" or "fall"
            || sentence.At(i).EndsWith("ly", StringComparison.Ordinal));

    // "Dies." and "Falls and dies." have no subject; "The engine dies" has one that is nobody.
    private static bool IsElidable(Sentence sentence, int verb) => sentence.At(0) is var first && first is not ("the" or "his" or "her" or "their" or "a") && sentence.Words.Take(verb).All(word => word.Text is "and" or "then" or "to" or "the" or "on" or "ground" or "floor" or "down" or "back" or "over" or "dead" or "finally" or "is" or "now" || word.Text.EndsWith('s') || word.Text.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>To whom the verb at a place is done.</summary>
    private static (int Person, double Sure) Object(LintedScript script, Sentence sentence, int verb, int from)
    {
        var step = from > verb ? 1 : -1;
        for (var i = from; i >= 0 && i < sentence.Words.Count && Math.Abs(i - from) < 4; i += step)
        {
            var word = sentence.Words[i];
            if (word.Person >= 0)
                return word.IsPossessive && step > 0 ? default : (word.Person, 1);
            if (word.Text is "himself" or "herself" or "themselves" or "themself")
                return Subject(script, sentence, verb);
            if (word.Text is "him" or "her" or "them")
                return word.Text == "her" && !word.EndsClause && i + 1 < sentence.Words.Count && sentence.At(i + 1) is not ("with" or "instantly" or "and" or "in" or "on" or "to" or "dead" or "down" or "as" or "by" or "at" or "before" or "where" or "from" or "quickly" or "through") ? default : Scaled(Referents.Before(script, sentence, 0, false, Doer(sentence, verb)), 0.9);
            if (i > from && sentence.Words[i - step].EndsClause || !(word.Text is "the" or "poor" or "both" or "young" or "old" or "off" or "down" or "a" or "wounded"))
                break;
        }
        return default;
    }

    private static int Doer(Sentence sentence, int verb)
    {
        for (var i = 0; i < verb; i++)
            if (sentence.Words[i].Person is >= 0 and var person && !sentence.Words[i].IsPossessive)
                return person;
        return -1;
    }
}
