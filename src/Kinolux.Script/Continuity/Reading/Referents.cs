using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds whom a pronoun, or a sentence without a subject, is about: whoever the text named last, surer where there is but one.</summary>
internal static class Referents
{
    private const int Reach = 3;

    private static readonly HashSet<string> She = ["queen", "lady", "mrs", "ms", "miss", "madame", "madam", "aunt", "mother", "sister", "princess", "duchess", "countess", "baroness", "empress", "grandma", "grandmother", "woman", "girl", "wife", "waitress"];
    private static readonly HashSet<string> He = ["king", "lord", "mr", "sir", "uncle", "father", "brother", "prince", "duke", "count", "baron", "emperor", "grandpa", "grandfather", "man", "boy", "husband", "waiter"];

    /// <summary>The person and how sure that is; none, with 0, where nobody was named.</summary>
    /// <param name="except">Somebody whom it is not: the subject of a verb is seldom its object.</param>
    public static (int Person, double Sure) Before(LintedScript script, Sentence sentence, int word, bool isElided, int except = -1)
    {
        var pronoun = isElided ? "" : sentence.At(word);
        // Within the sentence.
        for (var i = word - 1; i >= 0; i--)
            if (sentence.Words[i].Person is >= 0 and var here && Fits(script, here, except, pronoun) && !sentence.Words[i].IsPossessive)
                return (here, 0.7);
        // In the sentences before, of the same paragraph.
        if (InParagraph(script, sentence, except, pronoun) is { Sure: > 0 } found)
            return found;
        // "Dies." below a speech is of who spoke.
        for (var (i, steps) = (sentence.Element - 1, 0); i >= 0 && steps < Reach; i--)
        {
            var element = script[i];
            if (element.Kind == ElementKind.SceneHeading)
                break;
            if (!element.Kind.IsPrinted || element.Kind.IsSpeech && element.Kind != ElementKind.Character)
                continue;
            steps++;
            if (element.Kind == ElementKind.Character)
            {
                if (script.SpeakerAt(i) is >= 0 and var speaker && Fits(script, speaker, except, pronoun))
                    return (speaker, isElided ? 0.85 : 0.75);
            }
            else if (!isElided && Named(script, i, except, pronoun) is { Sure: > 0 } action)
                return action with { Sure = action.Sure - 0.1 };
        }
        return (-1, 0);
    }

    // A title says who is not meant by a pronoun; a name never does.
    private static bool Fits(LintedScript script, int person, int except, string pronoun) =>
        person != except && !(pronoun is "he" or "him" or "his" && Titled(script, person, She)) && !(pronoun is "she" or "her" && Titled(script, person, He));

    private static bool Titled(LintedScript script, int person, HashSet<string> titles) => script.Tokens.Of(script.NameOf(person)).Exists(word => titles.Contains(word.Text));

    private static (int Person, double Sure) InParagraph(LintedScript script, Sentence sentence, int except, string pronoun)
    {
        var (person, count) = (-1, 0);
        foreach (var other in script.SentencesOf(sentence.Element))
        {
            if (other == sentence)
                break;
            foreach (var word in other.Words)
                if (word.Person >= 0 && Fits(script, word.Person, except, pronoun) && !word.IsPossessive && word.Person != person)
                    (person, count) = (count == 0 || word == other.Words[0] ? word.Person : person, count + 1);
        }
        return (person, count switch { 0 => 0, 1 => 0.8, _ => 0.5 });
    }

    private static (int Person, double Sure) Named(LintedScript script, int element, int except, string pronoun)
    {
        var (person, count) = (-1, 0);
        foreach (var sentence in script.SentencesOf(element))
            foreach (var word in sentence.Words)
                if (word.Person >= 0 && Fits(script, word.Person, except, pronoun) && word.Person != person)
                    (person, count) = (person < 0 ? word.Person : person, count + 1);
        return (person, count switch { 0 => 0, 1 => 0.8, _ => 0.45 });
    }
}
