using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A transition leads to a scene, and another place or time has a heading of its own.</summary>
internal static class AbruptTransition
{
    private static readonly string[] Ends = ["FADE IN", "BLACK", "WHITE", "FADE OUT", "THE END", "CREDITS", "TITLE", "INTERCUT", "BACK TO", "FLASH"];

    public static ContinuityRule Rule { get; } = new("abrupt-transition", "An abrupt transition", Tone.Orange, "A transition is followed by a scene heading, and what plays at another place or time has one of its own.")
    {
        Broken = "INT. LIBRARY - DAY\n\nSELMA closes the book.\n\nSELMA\nEnough.\n\nCUT TO:\n\nSelma is on a bicycle, in the rain.\n",
        Mended = "INT. LIBRARY - DAY\n\nSELMA closes the book.\n\nSELMA\nEnough.\n\nCUT TO:\n\nEXT. ROAD - DAY\n\nSelma is on a bicycle, in the rain.\n",
        Find = script => Transitions(script).Concat(Jumps(script)).Concat(Empty(script)),
    };

    private static IEnumerable<Finding> Transitions(LintedScript script)
    {
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            if (script[i].Kind != ElementKind.Transition || script.SceneOf(i) < 0)
                continue;
            var next = i + 1;
            while (next < script.Script.Elements.Count && !script[next].Kind.IsPrinted && script[next].Kind != ElementKind.Section)
                next++;
            if (next >= script.Script.Elements.Count)
                continue;
            var text = script[i].Text.ToUpperInvariant();
            // What fades out within a scene ends it; words over black and an end are none.
            if ((text.Contains("TO BLACK", StringComparison.Ordinal) || text.Contains("FADE OUT", StringComparison.Ordinal)) && script[next].Kind == ElementKind.Action && !IsShot(script[next].Text) && next + 1 < script.Script.Elements.Count && !IsBridge(script, next) && script.SentencesOf(next) is [var first, ..] && first.Words[0].Person >= 0)
                yield return new Finding(Rule.Id, i, "", $"{script.Where(i)}: {script[i].Text.Trim()} leads to no scene heading.", 0.6, [script.At(next, "what follows has no heading")]);
            if (Ends.Any(end => text.Contains(end, StringComparison.Ordinal)) || text.Trim().TrimEnd(':') is "FADE")
                continue;
            if (script[next].Kind == ElementKind.Transition)
            {
                if (!Ends.Any(end => script[next].Text.Contains(end, StringComparison.OrdinalIgnoreCase)))
                    yield return new Finding(Rule.Id, next, "", $"{script.Where(next)}: {script[next].Text.Trim()} follows {script[i].Text.Trim()}, with no scene between.", 0.7, [script.At(i, "the transition before")]);
            }
            else if ((script[next].Kind == ElementKind.Character || script[next].Kind == ElementKind.Action && !IsShot(script[next].Text)) && !IsBridge(script, next))
            {
                yield return new Finding(Rule.Id, i, "", $"{script.Where(i)}: {script[i].Text.Trim()} leads to no scene heading.", 0.6, [script.At(next, "what follows has no heading")]);
            }
        }
    }

    // "COME TO: A light sweeps past. We are..." leads to the heading below it.
    private static bool IsBridge(LintedScript script, int element) => script[element].Kind == ElementKind.Action && element + 1 < script.Script.Elements.Count && script[element + 1].Kind == ElementKind.SceneHeading;

    // "A black car." is a picture; "CLOSE ON: a hand" and "AN ANT" are shots, which a cut may lead to.
    private static bool IsShot(string text)
    {
        var words = text.Split(' ', 3);
        return words.Length > 0 && words.Take(2).All(word => word.Length > 0 && word.All(c => !char.IsLower(c)) && word.Any(char.IsUpper));
    }

    // "Later, at the hospital": within a scene, and not its first words.
    private static IEnumerable<Finding> Jumps(LintedScript script)
    {
        if (!script.IsEnglish)
            yield break;
        foreach (var scene in script.Scenes)
        {
            if (scene.Scene.Heading.Text.Contains("MONTAGE", StringComparison.OrdinalIgnoreCase) || scene.Scene.Heading.Text.Contains("VARIOUS", StringComparison.OrdinalIgnoreCase))
                continue;
            var isMontage = false;
            foreach (var sentence in scene.Sentences)
            {
                isMontage |= sentence.Words.Exists(word => word.Text is "montage" or "series" or "lapse" or "sequence" or "intercut");
                var sure = isMontage || !sentence.IsFirst || sentence.Element <= scene.Scene.First + 1 || sentence.Words.TrueForAll(word => word.IsCapitals) ? 0 : Elsewhere(sentence);
                if (sure == 0)
                    continue;
                yield return new Finding(Rule.Id, sentence.Element, script.Quote(sentence), $"{scene.Name}: it jumps to another place or time without a heading.", sure, [script.At(sentence.Element, $"\"{script.Short(sentence)}\"")]);
            }
        }
    }

    private static double Elsewhere(Sentence sentence)
    {
        var isAway = sentence.Words.Skip(1).Take(6).Any(word => word.Text is "at" or "in" or "across" or "outside" or "inside" or "on" or "back");
        if (sentence.At(0) == "meanwhile")
            return isAway ? 0.6 : 0.35;
        if (sentence.At(0) == "elsewhere")
            return 0.6;
        if (NotContinuous.IsJump(sentence))
            return 0.6;
        return sentence.At(0) == "later" && sentence.Words[0].EndsClause ? isAway ? 0.6 : 0.35 : sentence.Says(0, "back", "at") || sentence.Says(0, "back", "in") || sentence.Says(0, "suddenly", "we", "are") || sentence.Says(0, "now", "we", "are") ? 0.35 : 0;
    }

    // A heading with nothing below it before the next.
    private static IEnumerable<Finding> Empty(LintedScript script)
    {
        for (var i = 0; i < script.Scenes.Count; i++)
        {
            var scene = script.Scenes[i].Scene;
            var isEmpty = true;
            for (var e = scene.First + 1; e < scene.End; e++)
                isEmpty &= !script[e].Kind.IsPrinted || script[e].Kind is ElementKind.Transition or ElementKind.PageBreak;
            if (isEmpty && i + 1 < script.Scenes.Count && !scene.Heading.Text.Contains("OMIT", StringComparison.OrdinalIgnoreCase) && !Enumerable.Range(scene.First + 1, scene.End - scene.First - 1).Any(e => script[e].Kind == ElementKind.Boneyard || script[e].Kind == ElementKind.Synopsis))
                yield return new Finding(Rule.Id, scene.First, "", $"{script.Scenes[i].Name}: nothing happens in it.", 0.45, [script.At(script.Scenes[i + 1].Scene.First, "the next heading follows")]);
        }
    }
}
