using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>CONTINUOUS goes on from something: without a jump of time, with somebody or something carried over.</summary>
internal static class NotContinuous
{
    // A thing that comes over is not one that is everywhere.
    private const int Rare = 8;

    private static readonly HashSet<string> Small =
    [
        "there", "their", "where", "which", "about", "after", "before", "behind", "through", "around", "still", "looks", "turns", "stands", "walks", "other", "another", "against", "towards", "toward", "beside", "under", "over", "from", "with", "into", "onto", "then", "than", "that", "this", "they", "them", "back", "down",
        "each", "every", "some", "slowly", "quickly", "while", "those", "these", "would", "could", "should", "himself", "herself", "being", "been", "have", "only", "very", "just", "what", "when", "hand", "hands", "eyes", "face", "head", "room", "door", "moment", "light", "beat",
    ];

    public static ContinuityRule Rule { get; } = new("not-continuous", "Not continuous", Tone.Blue, "A scene that is CONTINUOUS goes on where the one before ended: no time passed, and somebody or something is carried over.")
    {
        Broken = "INT. CHAPEL - DAY\n\nIRIS lights a candle.\n\nIRIS\nFor him.\n\nEXT. QUARRY - CONTINUOUS\n\nThree days later. Iris climbs down a rope.\n",
        Mended = "INT. CHAPEL - DAY\n\nIRIS lights a candle.\n\nIRIS\nFor him.\n\nEXT. QUARRY - DAY\n\nThree days later. Iris climbs down a rope.\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        for (var i = 0; i < script.Scenes.Count; i++)
        {
            var scene = script.Scenes[i];
            if (!scene.Time.IsContinuous || scene.Time.IsIntercut)
                continue;
            var element = scene.Scene.First;
            if (scene.Time.IsOtherTime)
                yield return new Finding(Rule.Id, element, "", $"{scene.Name}: it is continuous, and at another time.", 0.85, [script.At(element, "the heading says both")]);
            else if (i == 0)
                yield return new Finding(Rule.Id, element, "", $"{scene.Name}: it is continuous, and no scene is before it.", 0.85, [script.At(element, "the first scene")]);
            else if (Jump(script, scene) is { Sure: > 0 } jump)
                yield return new Finding(Rule.Id, element, "", $"{scene.Name}: it is continuous, and time passes before it.", jump.Sure, [script.At(jump.Element, jump.Why)]);
            else if (Elsewhere(script, script.Scenes[i - 1], scene) is > 0 and var sure)
                yield return new Finding(Rule.Id, element, "", $"{scene.Name}: it is continuous, and neither people nor things come over from {script.Scenes[i - 1].Name}.", sure,
                    [script.At(script.Scenes[i - 1].Scene.First, $"here are {Names(script, script.Scenes[i - 1])}"), script.At(element, $"here are {Names(script, scene)}")]);
        }
    }

    // A fade, or words that say that time passed, at the seam of two scenes.
    private static (double Sure, int Element, string Why) Jump(LintedScript script, LintedScene scene)
    {
        for (var i = scene.Scene.First - 1; i >= 0 && script[i].Kind is ElementKind.Transition or ElementKind.Note or ElementKind.Section or ElementKind.Synopsis or ElementKind.PageBreak or ElementKind.Boneyard; i--)
        {
            var text = script[i].Kind == ElementKind.Transition ? script[i].Text.ToUpperInvariant() : "";
            if (text.Contains("FADE OUT", StringComparison.Ordinal) || text.Contains("FADE TO", StringComparison.Ordinal) || text.Contains("TIME CUT", StringComparison.Ordinal) || text.Contains("LATER", StringComparison.Ordinal))
                return (0.75, i, script[i].Text);
            if (text.Contains("DISSOLVE", StringComparison.Ordinal))
                return (0.6, i, script[i].Text);
        }
        if (!script.IsEnglish)
            return default;
        foreach (var sentence in scene.Sentences.Take(2))
            if (TimeJump.Is(sentence))
                return (0.8, sentence.Element, $"\"{script.Short(sentence)}\"");
        var before = script.Scenes[scene.Scene.Index - 1].Sentences;
        return before.Count > 0 && before[^1] is var last && TimeJump.Is(last) ? (0.7, last.Element, $"\"{script.Short(last)}\"") : default;
    }

    // Both have people, none of them the same, in places that share no word; and no thing is in the end of one and the beginning of the other.
    private static double Elsewhere(LintedScript script, LintedScene before, LintedScene scene)
    {
        if (!script.IsEnglish || before.Named.Count == 0 || scene.Sentences.Count == 0 || scene.Named.Keys.Any(before.Named.ContainsKey) || before.Time.IsIntercut || scene.IsApart != before.IsApart)
            return 0;
        var places = before.Time.Place.Split(' ');
        if (scene.Time.Place.Split(' ').Any(word => word.Length > 2 && word is not ("the" or "and" or "room") && places.Contains(word)))
            return 0;
        var (end, start) = (before.Sentences.TakeLast(4), scene.Sentences.Take(4).ToList());
        // "... as Edward is shot..." and "...out of a cannon": one sentence.
        if (script[start[0].Element].Text.TrimStart() is ['.', '.', ..] or ['…', ..] or ['-', '-', ..] or ['—', ..])
            return 0;
        // Who has no name is carried over by a pronoun.
        if (start.Count > 0 && start[0].At(0) is "they" or "he" or "she" or "both" or "the" && start[0].At(1) is "two" or "three" or "group" or "pair" or "couple" || start.Count > 0 && start[0].At(0) is "they" or "he" or "she")
            return 0;
        // Nobody with a name is here: then a pronoun anywhere may be who came along.
        if (scene.Named.Count == 0 && start.SelectMany(sentence => sentence.Words).Any(word => word.Text is "he" or "she" or "they" or "his" or "her" or "their" or "him" or "them" or "two" or "both"))
            return 0;
        var carried = end.SelectMany(Things).ToHashSet();
        return start.SelectMany(Things).Any(thing => carried.Contains(thing) && script.CountOf(thing) <= (scene.Named.Count == 0 ? int.MaxValue : Rare)) ? 0.4 : scene.Named.Count == 0 ? 0.5 : 0.6;
    }

    // Words behind an article, a possessive or a number, an adjective between or none; and what is in capitals.
    private static IEnumerable<string> Things(Sentence sentence) => sentence.Words.Where((word, i) =>
        word.Person < 0 && word.Text.Length > 3 && !Small.Contains(word.Text) && (word.IsCapitals || Introduces(sentence, i - 1) || Introduces(sentence, i - 2) || sentence.Words.Count < 4)).Select(word => word.Text);

    private static bool Introduces(Sentence sentence, int at) => sentence.At(at) is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "this" or "that" or "two" or "three" or "of" || at >= 0 && sentence.Words[at].IsPossessive;

    private static string Names(LintedScript script, LintedScene scene) => string.Join(", ", scene.Named.Keys.Take(4).Select(script.NameOf));
}
