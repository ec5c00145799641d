namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds who does what a sentence says, and to whom: subjects to the left of a verb, objects to its right, pronouns by whom the text named last.</summary>
internal static class Clause
{
    private static readonly HashSet<string> Harms = DeathTable.Words("harms");
    private const int Reach = 7;

    private static readonly HashSet<string> Fancied = DeathTable.Words("fancied");
    private static readonly HashSet<string> Alike = DeathTable.Words("alike");
    private static readonly HashSet<string> Unreal = DeathTable.Words("unreal");

    public static int FirstPerson(Sentence sentence)
    {
        foreach (var word in sentence.Words)
            if (word.Person >= 0 && !word.IsPossessive)
                return word.Person;
        return -1;
    }

    public static bool IsPassive(Sentence sentence, int at)
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

    /// <summary>True where the words before one deny nothing: <c>almost dies</c> is no death. A comma ends what is denied, and not what is fancied.</summary>
    public static bool Real(Sentence sentence, int at)
    {
        if (at > 0 && sentence.At(0) is "if" or "unless" or "until" or "should")
            return false;
        var isBehindComma = false;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            isBehindComma |= i < at - 1 && sentence.Words[i].EndsClause;
            var text = sentence.At(i);
            if (Unreal.Contains(text) && !(text is "will" or "may" && sentence.Words[i].IsCapital) && !(isBehindComma && !Fancied.Contains(text)) && !(Alike.Contains(text) && i < at - 2))
                return false;
            if (text == "to" && i == at - 1)
                return false;
        }
        return true;
    }

    public static (int Person, double Sure) Scaled((int Person, double Sure) who, double sure) => (who.Person, who.Sure * sure);

    /// <summary>Who does what the verb at a place says.</summary>
    public static (int Person, double Sure) Subject(LintedScript script, Sentence sentence, int verb)
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
        if (sentence.At(verb - 1) is "and" or "then" or "finally" or "instantly" or "quietly" or "slowly" or "silently" or "is" or "lies" or "falls" or "drops" or "does" or "did" or "will" || verb > 0 && sentence.Words[verb - 1].EndsClause)
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
    public static (int Person, double Sure) Main(LintedScript script, Sentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count && i < 8; i++)
            if (sentence.Words[i].Person is >= 0 and var person)
                return sentence.Words[i].IsPossessive || i > 0 && !sentence.Words[i - 1].EndsClause && !(sentence.At(i - 1) is "poor" or "and" or "then" or "finally" or "as" || sentence.At(i - 1).EndsWith("ly", StringComparison.Ordinal) || i + 1 < sentence.Words.Count && sentence.At(i + 1) is [_, _, .., not 's', 's']) ? default : (person, 0.95);
            else if (sentence.At(i) is "he" or "she" or "they")
                return Wounded(script, sentence) is >= 0 and var wounded ? (wounded, 0.8) : Referents.Before(script, sentence, i, false);
        return sentence.At(0).EndsWith('s') && sentence.Words[0].Person < 0 ? Referents.Before(script, sentence, 0, true) : default;
    }

    // Whom the sentence before, in the same paragraph, spoke of last: "A bullet tears through Milan's chest. Dead."
    public static (int Person, double Sure) Fallen(LintedScript script, Sentence sentence, double sure)
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
            or "collapses" or "slumps" or "over" or "to" or "ground" or "floor" or "the" or "crumples" or "back" or "shot" or "stabbed" or "beaten" or "keels" or "lay" or "fell" or "dropped" or "found" or "pronounced" or "declared" or "clearly" or "backward" or "backwards" or "forward" or "both" or "very" or "longer" or "no" or "exhales" or "gasps" or "final" or "sprawled" or "lying" or "just" or "burned" or "choked" or "crushed" or "sits" or "hangs" or "floats" or "sinks" or "rolls" or "struck" or "up" or "gives" or "gave" or "isn't" or "not" or "didn't" or "doesn't" or "passes" or "passed" or "bleeds" or "onto" or "on" or "fall" or "does" or "did" or "will" or "can"
            || sentence.At(i).EndsWith("ly", StringComparison.Ordinal));

    // "Dies." and "Falls and dies." have no subject; "The engine dies" has one that is nobody.
    private static bool IsElidable(Sentence sentence, int verb) => sentence.At(0) is var first && first is not ("the" or "his" or "her" or "their" or "a") && sentence.Words.Take(verb).All(word => word.Text is "and" or "then" or "to" or "the" or "on" or "ground" or "floor" or "down" or "back" or "over" or "dead" or "finally" or "is" or "now" || word.Text.EndsWith('s') || word.Text.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>To whom the verb at a place is done.</summary>
    public static (int Person, double Sure) Object(LintedScript script, Sentence sentence, int verb, int from)
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

    public static int Doer(Sentence sentence, int verb)
    {
        for (var i = 0; i < verb; i++)
            if (sentence.Words[i].Person is >= 0 and var person && !sentence.Words[i].IsPossessive)
                return person;
        return -1;
    }
}
