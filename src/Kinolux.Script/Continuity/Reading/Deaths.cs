using static Kinolux.Script.Continuity.Reading.Clause;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds deaths in action: what <c>deaths.txt</c> says, and what takes more than a row of words: dead, to death, a pulse, a stone, the life that leaves.</summary>
internal static class Deaths
{
    private static readonly HashSet<string> Harms = DeathTable.Words("harms");
    private static readonly HashSet<string> Stones = DeathTable.Words("stones");
    private static readonly HashSet<string> Bodies = DeathTable.Words("bodies");
    private static readonly HashSet<string> Lives = DeathTable.Words("lives");
    private static readonly HashSet<string> Leaves = DeathTable.Words("leaves");
    private static readonly HashSet<string> Merely = DeathTable.Words("merely");

    public static IReadOnlyList<Death> Of(LintedScript script)
    {
        List<Death> deaths = [];
        foreach (var sentence in script.Sentences)
        {
            var (person, sure) = DeathTable.Action.Of(script, sentence);
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
        var text = sentence.At(at);
        if (text == "dead")
            return Dead(script, sentence, at);
        if (text == "death")
            return ToDeath(script, sentence, at);
        if (Stones.Contains(text) && Inscribed(sentence, at) is >= 0 and var inscribed)
            return (inscribed, 0.85);
        if (Lives.Contains(text) && LifeLeaves(script, sentence, at) is { Sure: > 0 } left)
            return left;
        return text switch
        {
            "pulse" or "heartbeat" when sentence.At(at - 1) == "no" || sentence.At(at - 2) == "no" || sentence.At(at + 1) is "stops" or "fades" || sentence.Says(at + 1, "is", "gone") => WithoutPulse(script, sentence, at),
            "none" or "nothing" when sentence.Words.Count < 5 && script.SentencesOf(sentence.Element).Any(other => other != sentence && other.Words.Exists(word => word.Text is "pulse" or "heartbeat")) => Felt(script, sentence),
            "gone" when sentence.At(at - 1) == "is" && sentence.Words[at].EndsSentence && OfABody(script, sentence) => Scaled(Main(script, sentence), 0.75),
            "moving" when sentence.At(at - 1) is "stops" or "stopped" && (sentence.Words.Exists(word => Harms.Contains(word.Text)) || OfABody(script, sentence)) =>
                at > 1 && sentence.Words[at - 2].Person is >= 0 and var stopped ? (stopped, 0.75) : sentence.At(at - 2) is "he" or "she" or "they" ? Scaled(Referents.Before(script, sentence, at - 2, false), 0.75) : default,
            "eyes" when at > 0 && sentence.Words[at - 1] is { IsPossessive: true, Person: >= 0 and var closed } && sentence.At(at - 2) is "closes" or "shuts" && FirstPerson(sentence) != closed => (closed, 0.75),
            _ => default,
        };
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
        if (before is "he" or "she" or "they" or "him" or "her" or "them" && sentence.Words.Take(at).Any(word => Harms.Contains(word.Text)))
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
}
