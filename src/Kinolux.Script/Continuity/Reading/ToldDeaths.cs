using System.Buffers;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Finds deaths that somebody speaks of: <c>Milan died last night</c>. Who is there to hear it is not meant.</summary>
internal static class ToldDeaths
{
    private static readonly SearchValues<string> Signs = SearchValues.Create([.. DeathTable.Words("signs")], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Death> Of(LintedScript script)
    {
        var (speaker, isHere) = (-1, true);
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            var element = script[i];
            // A narrator tells of other times.
            if (element.Kind == ElementKind.Character)
                (speaker, isHere) = (script.SpeakerAt(i), CueLook.IsSeen(Cue.Parse(element.Text)));
            if (element.Kind != ElementKind.Dialogue || !isHere || !element.Text.AsSpan().ContainsAny(Signs))
                continue;
            foreach (var sentence in Sentences(script, i))
            {
                var (person, sure) = DeathTable.Speech.Of(script, sentence);
                if (person < 0 && IsOf(sentence))
                    (person, sure) = Below(script, i, speaker);
                else if (person < 0 || person == speaker || sentence.Scene >= 0 && script.Scenes[sentence.Scene].Present.ContainsKey(person))
                    continue;
                if (person >= 0 && person != speaker)
                    yield return new Death(person, sentence, sure);
            }
        }
    }

    // What is asked is not said.
    private static IEnumerable<Sentence> Sentences(LintedScript script, int element)
    {
        var (words, text) = (script.Tokens.Named(script[element].Text), script[element].Text);
        for (var (from, to) = (0, 0); to < words.Count; to++)
        {
            if (!words[to].EndsSentence)
                continue;
            var end = text.AsSpan(words[to].End).TrimStart("\"'”’)");
            if (end is not ['?', ..])
                yield return new Sentence(element, script.SceneOf(element), from == 0, words.GetRange(from, to + 1 - from));
            from = to + 1;
        }
    }

    // "He's dead!", and no more.
    private static bool IsOf(Sentence sentence) => sentence.Words.Count <= 4 && sentence.At(0) is "he" or "she" && sentence.Words[^1].Text == "dead" && sentence.At(1) is "is" or "dead" || sentence.Says(0, "he", "is", "dead") || sentence.Says(0, "she", "is", "dead");

    // The one whom the action above shows to fall, beside who speaks.
    private static (int Person, double Sure) Below(LintedScript script, int element, int speaker)
    {
        for (var i = element - 1; i >= 0 && i >= element - 4 && script[i].Kind != ElementKind.SceneHeading; i--)
        {
            var sentences = script.SentencesOf(i);
            if (sentences.Count == 0)
                continue;
            List<int> persons = [.. sentences.SelectMany(sentence => sentence.Words).Where(word => word.Person >= 0 && word.Person != speaker).Select(word => word.Person).Distinct()];
            return persons is [var only] && sentences.Any(sentence => sentence.Words.Exists(word => DeathTable.Words("falls").Contains(word.Text))) ? (only, 0.6) : (-1, 0);
        }
        return (-1, 0);
    }
}
