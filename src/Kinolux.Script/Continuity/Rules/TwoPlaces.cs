using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>Nobody is in two places at one time.</summary>
internal static class TwoPlaces
{
    private static readonly HashSet<string> Leaving = ["exits", "leaves", "exit", "departs", "goes", "rushes", "runs", "hurries", "storms", "walks", "heads", "strides", "drives", "flees", "escapes", "out", "away", "off", "follows", "dashes", "sprints", "disappears", "vanishes", "slips"];
    private static readonly HashSet<string> Coming = ["enters", "arrives", "comes", "bursts", "rushes", "steps", "walks", "joins", "appears", "approaches", "emerges", "follows", "runs", "hurries", "into", "climbs", "returns", "pulls", "strides", "exits", "reenters", "lands", "reaches"];

    public static ContinuityRule Rule { get; } = new("two-places", "Two places at once", Tone.Orange, "Nobody is seen in two places at one time.")
    {
        Broken = "INT. BAKERY - DAY\n\nNORA kneads. EMIL sweeps.\n\nNORA\nSlower.\n\nEMIL\nYes.\n\nEXT. HARBOUR - SAME TIME\n\nGulls. A boat comes in.\n\nNORA\nHere, over here!\n",
        Mended = "INT. BAKERY - DAY\n\nNORA kneads. EMIL sweeps.\n\nNORA\nSlower.\n\nEMIL\nYes.\n\nEXT. HARBOUR - LATER\n\nGulls. A boat comes in.\n\nNORA\nHere, over here!\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        for (var i = 1; i < script.Scenes.Count; i++)
        {
            var scene = script.Scenes[i];
            if (scene.Time.IsIntercut)
                continue;
            HashSet<int> told = [];
            for (var j = i - 1; j >= 0; j--)
            {
                var other = script.Scenes[j];
                if (At(script, i, j) is not { Sure: > 0 } once)
                    break;
                if (other.Time.Place != scene.Time.Place && !other.Time.IsIntercut && other.IsApart == scene.IsApart)
                    foreach (var (person, element) in scene.Present)
                        if (other.Present.TryGetValue(person, out var there) && told.Add(person) && Sureness(script, scene, other, person) is > 0 and var sure)
                            yield return new Finding(Rule.Id, element, "", $"{scene.Name}: {script.NameOf(person)} is here and, at the same time, in {other.Name}.", Math.Round(once.Sure * sure, 2), [script.At(there, $"{script.NameOf(person)} is there"), script.At(scene.Scene.First, once.Why)]);
            }
        }
    }

    // Whether two scenes play at one time, by what.
    private static (double Sure, string Why) At(LintedScript script, int scene, int other)
    {
        var (a, b) = (script.Scenes[other], script.Scenes[scene]);
        if (a.Time.Clock.Length > 0 && a.Time.Clock == b.Time.Clock && scene - other == 1 && a.Time.Light == b.Time.Light)
            return (0.85, $"both are at {a.Time.Clock}");
        for (var i = other + 1; i <= scene; i++)
            if (Link(script, script.Scenes[i]) is not { Sure: > 0 })
                return default;
        return Link(script, b);
    }

    private static (double Sure, string Why) Link(LintedScript script, LintedScene scene)
    {
        // SAME alone is also written for "the same time of day".
        if (scene.Time.Link == TimeLink.Same)
            return (scene.Time.IsSameMoment ? 0.85 : 0.55, "the heading says that it is the same time");
        for (var i = scene.Scene.First - 1; i >= 0 && i >= scene.Scene.First - 2; i--)
            if (script[i].Kind is ElementKind.Transition or ElementKind.Action && script[i].Text.Length < 40 && script[i].Text.Contains("MEANWHILE", StringComparison.Ordinal))
                return (0.8, "it plays meanwhile");
        foreach (var sentence in scene.Sentences.Take(2))
            if (sentence.At(0) == "meanwhile" || sentence.Says(0, "at", "the", "same", "time") || sentence.Says(0, "at", "this", "very", "moment") || sentence.Says(0, "at", "that", "very", "moment") || sentence.Says(0, "at", "the", "same", "moment") || sentence.Says(0, "at", "that", "moment") || sentence.Says(0, "at", "this", "moment"))
                return (0.8, $"\"{script.Short(sentence)}\"");
        return default;
    }

    // Who is seen to go and to come was quick; so is who goes from room to room.
    private static double Sureness(LintedScript script, LintedScene scene, LintedScene other, int person)
    {
        var (left, came) = (Moves(script, other, person, Leaving, isLast: true), Moves(script, scene, person, Coming, isLast: false));
        // At the same moment he is there all the same; SAME alone may be a moment later.
        var sure = left && came ? scene.Time.IsSameMoment ? 0.6 : 0.3 : left || came ? scene.Time.IsSameMoment ? 0.75 : 0.6 : 1;
        return Shared(scene.Time.Place, other.Time.Place) ? sure * (scene.Time.IsSameMoment ? 0.75 : 0.6) : sure;
    }

    private static bool Moves(LintedScript script, LintedScene scene, int person, HashSet<string> verbs, bool isLast)
    {
        var sentences = scene.Sentences;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = isLast ? sentences[sentences.Count - 1 - i] : sentences[i];
            if (i > 3)
                return false;
            for (var w = 0; w < sentence.Words.Count; w++)
                if (sentence.Words[w].Person == person || w == 0 && sentence.At(0) is "she" or "he" or "they" && Referents.Before(script, sentence, 0, false).Person == person)
                    for (var v = Math.Max(0, w - 2); v < sentence.Words.Count && v <= w + 6; v++)
                        if (verbs.Contains(sentence.At(v)))
                            return true;
        }
        return false;
    }

    private static bool Shared(string place, string other)
    {
        var words = place.Split(' ');
        foreach (var word in other.Split(' '))
            if (word.Length > 3 && words.Contains(word))
                return true;
        return false;
    }
}
