using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A transition leads to a scene, and another place or time has a heading of its own.</summary>
internal static class AbruptTransition
{
    // What leads to no new scene: a picture or words, a scene that goes on, two that are cut together.
    private static readonly string[] Within = ["THE END", "CREDITS", "TITLE", "INTERCUT", "BACK TO", "FLASH"];
    private static readonly string[] Dark = ["BLACK", "WHITE", "FADE OUT"];
    private static readonly string[] Cuts = ["CUT TO", "SMASH CUT TO", "JUMP CUT TO", "MATCH CUT TO", "HARD CUT TO", "QUICK CUT TO", "DISSOLVE TO", "WIPE TO", "SMASH TO", "MATCH DISSOLVE TO", "FADE IN"];

    // What a cut may show of its own scene.
    private static readonly HashSet<string> Camera = ["close", "closeup", "angle", "on", "pov", "insert", "wide", "shot", "view", "aerial", "overhead", "series", "montage", "super", "title", "black", "white", "back", "reverse", "ecu", "cu", "flash", "image", "images", "credits", "blackness", "darkness", "silence", "reveal", "inside", "outside", "over", "end", "stock", "various", "quick"];

    public static ContinuityRule Rule { get; } = new("abrupt-transition", "An abrupt transition", Tone.Orange, "A transition is followed by a scene heading, and what plays at another place or time has one of its own.")
    {
        Broken = "INT. LIBRARY - DAY\n\nSELMA closes the book.\n\nSELMA\nEnough.\n\nCUT TO:\n\nSelma is on a bicycle, in the rain.\n",
        Mended = "INT. LIBRARY - DAY\n\nSELMA closes the book.\n\nSELMA\nEnough.\n\nCUT TO:\n\nEXT. ROAD - DAY\n\nSelma is on a bicycle, in the rain.\n",
        Find = script => Transitions(script).Concat(Spoken(script)).Concat(Jumps(script)).Concat(Empty(script)),
    };

    private static IEnumerable<Finding> Transitions(LintedScript script)
    {
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            if (script[i].Kind != ElementKind.Transition || script.SceneOf(i) < 0 || Following(script, i) is not (>= 0 and var next))
                continue;
            var text = script[i].Text.ToUpperInvariant();
            if (IsAny(text, Within) || text.Trim().TrimEnd(':') is "FADE")
                continue;
            if (script[next].Kind == ElementKind.Transition)
            {
                if (!IsAny(text, Dark) && !IsAny(script[next].Text.ToUpperInvariant(), [.. Within, .. Dark, "FADE IN"]))
                    yield return new Finding(Rule.Id, next, "", $"{script.Where(next)}: {script[next].Text.Trim()} follows {script[i].Text.Trim()}, with no scene between.", 0.7, [script.At(i, "the transition before")]);
            }
            // Words, sounds and voices may come over black; somebody who is seen has come back without a scene.
            else if (IsScene(script, next) && (!IsAny(text, Dark) || IsPeopled(script, next)))
            {
                yield return new Finding(Rule.Id, i, "", $"{script.Where(i)}: {script[i].Text.Trim()} leads to no scene heading.", 0.6, [script.At(next, "what follows has no heading")]);
            }
        }
    }

    // The next that is printed, or a section, which begins something too.
    private static int Following(LintedScript script, int element)
    {
        for (var next = element + 1; next < script.Script.Elements.Count; next++)
            if (script[next].Kind.IsPrinted || script[next].Kind == ElementKind.Section)
                return next;
        return -1;
    }

    private static bool IsAny(string text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    // True for speech and action that play on, and are neither a shot nor words that lead to the heading below them.
    private static bool IsScene(LintedScript script, int element) =>
        script[element].Kind == ElementKind.Character || script[element].Kind == ElementKind.Action && !IsShot(script, element) && !IsBridge(script, element);

    private static bool IsPeopled(LintedScript script, int element) =>
        script[element].Kind == ElementKind.Character ? CueLook.IsSeen(Cue.Parse(script[element].Text)) : element + 1 < script.Script.Elements.Count && script.SentencesOf(element).Any(sentence => sentence.Words.Exists(word => word.Person >= 0));

    // "COME TO: A light sweeps past. We are..." leads to the heading below it; so does what names nobody.
    private static bool IsBridge(LintedScript script, int element) =>
        script[element].Kind == ElementKind.Action && element + 1 < script.Script.Elements.Count && script[element + 1].Kind == ElementKind.SceneHeading
        && (script[element].Text.TrimEnd() is [.., ':' or '-' or '—' or '–' or '…'] || script[element].Text.TrimEnd().EndsWith("..", StringComparison.Ordinal) || !script.SentencesOf(element).Any(sentence => sentence.Words.Exists(word => word.Person >= 0)));

    // "A black car." is a picture; "CLOSE ON: a hand" and "AN ANT" are shots, which a cut may lead to; "ANNA KOVAC waits" is none.
    private static bool IsShot(LintedScript script, int element)
    {
        if (script.SentencesOf(element) is not [{ Words: { Count: > 0 } words }, ..] || !words[0].IsCapitals && !(words[0].Text.Length == 1 && words.Count > 1 && words[1].IsCapitals))
            return false;
        if (Camera.Contains(words[0].Text))
            return true;
        var capitals = words.FindIndex(word => !word.IsCapitals && word.Text.Length > 1) is >= 0 and var end ? end : words.Count;
        return capitals == words.Count || capitals > 1 && words[0].Person < 0 && words[capitals - 1].Person < 0;
    }

    // "CUT TO: the harbour" as action: a cut to another place without its heading.
    private static IEnumerable<Finding> Spoken(LintedScript script)
    {
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            if (script[i].Kind != ElementKind.Action || script.SceneOf(i) < 0 || script[i].Text.Length > 300)
                continue;
            var text = script[i].Text.TrimStart();
            if (Cuts.FirstOrDefault(cut => text.StartsWith(cut, StringComparison.Ordinal) && (text.Length == cut.Length || !char.IsLetter(text[cut.Length]))) is not { } found)
                continue;
            var rest = script.Tokens.Of(text[found.Length..]);
            var next = Following(script, i);
            if (rest is [{ } first, ..] ? !rest.Take(4).Any(word => Camera.Contains(word.Text)) && !(next >= 0 && script[next].Kind == ElementKind.SceneHeading) && first.Text.Length > 0 : next >= 0 && IsScene(script, next))
                yield return new Finding(Rule.Id, i, "", $"{script.Where(i)}: {found} leads to no scene heading.", 0.55, [script.At(i, "a cut, written as action")]);
        }
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
        if (sentence.At(0) == "elsewhere" || IsFar(sentence) || TimeJump.Is(sentence))
            return 0.6;
        return sentence.At(0) == "later" && sentence.Words[0].EndsClause ? isAway ? 0.6 : 0.35 : sentence.Says(0, "back", "at") || sentence.Says(0, "back", "in") || IsArrival(sentence) ? 0.35 : 0;
    }

    // "Across town", "miles away", "on the other side of the city", "in another part of the house".
    private static bool IsFar(Sentence sentence) =>
        sentence.At(0) == "across" && (sentence.At(1) is "town" || sentence.At(1) == "the" && sentence.At(2) is "city" or "country" or "ocean" or "world" or "border" or "county")
        || sentence.At(0) is "miles" or "far" or "blocks" or "streets" && sentence.At(1) is "away" or "from"
        || sentence.Words.Count > 2 && sentence.At(1) is "miles" or "blocks" or "streets" or "kilometers" or "kilometres" && sentence.At(2) == "away"
        || sentence.Says(0, "on", "the", "other", "side", "of") && sentence.Words.Skip(5).Take(3).Any(word => word.Text is "town" or "city" or "world" or "country" or "planet" or "island" or "ocean" or "village")
        || sentence.Says(0, "in", "another", "part", "of") || sentence.Says(0, "at", "another") && sentence.Words.Take(5).Any(word => word.EndsClause);

    // "Now we are in the kitchen": often of a camera that walks along.
    private static bool IsArrival(Sentence sentence) => sentence.Says(0, "suddenly", "we", "are") || sentence.Says(0, "now", "we", "are") || sentence.Says(0, "we", "are", "now") || sentence.Says(0, "we", "find", "ourselves");

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
