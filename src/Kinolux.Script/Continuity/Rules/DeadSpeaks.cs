using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>Who is dead speaks and acts no more, unless it is a flashback, a dream, a recording, a ghost, or somebody comes back to life.</summary>
internal static class DeadSpeaks
{
    // Where the story has a way back from death, most of the dead who speak are meant to.
    private const double WithAWayBack = 0.6;
    private const double OfActs = 0.85;
    private const double Counts = 0.5;
    private const int Near = 6;
    private const double InTheSameScene = 0.85;

    // Who does this was not dead, or is no more.
    private static readonly HashSet<string> Alive =
    [
        "wakes", "awakens", "awakes", "revives", "revived", "resurrected", "resurrects", "resuscitates", "resuscitated", "reanimates", "reanimated", "alive", "reborn", "reincarnated", "zombie", "undead", "clone", "faked", "faking", "survived", "survives", "recovers", "heals", "regenerates", "respawns", "robot", "android", "avatar",
    ];

    // Who does this right after was not dead.
    private static readonly HashSet<string> Stirs = ["gasps", "stirs", "coughs", "breathes", "twitches", "blinks", "rises", "heartbeat", "jolts", "inhales", "groans", "moans", "gasping", "stirring", "coughing", "breathing", "groaning", "moaning", "convulses", "wheezes"];

    // In a scene that says so, it is not the person.
    private static readonly HashSet<string> Likenesses =
    [
        "ghost", "spirit", "apparition", "soul", "vision", "hologram", "specter", "spectre", "phantom", "photo", "photograph", "portrait", "video", "recording", "tape", "picture", "memory", "dream", "imagines", "remembers", "translucent", "ghostly", "spectral", "flashback", "hallucination", "statue", "painting", "footage", "screen", "television", "tv", "monitor", "projector", "projection", "reel", "film", "cassette", "laptop", "voicemail", "gramophone", "recorded", "letter",
    ];

    // What the dead do.
    private static readonly HashSet<string> Still = ["is", "has", "was", "dies", "falls", "slumps", "collapses", "rests", "remains", "hangs", "bleeds", "floats", "sinks", "crumples", "stays", "drops", "rolls", "does", "perishes", "sprawls", "stares", "topples", "slides", "lies", "dangles", "drifts", "deserves", "seems", "appears", "looks", "decays", "rots", "burns", "expires", "keels"];

    private static readonly HashSet<string> Deeds =
    [
        "walks", "runs", "stands", "rises", "enters", "exits", "crosses", "smiles", "nods", "laughs", "picks", "grabs", "drinks", "takes", "turns", "waves", "shouts", "steps", "sits", "pours", "hands", "reaches", "opens", "closes", "leans", "whispers", "kisses", "throws", "drives", "watches", "looks",
        "shrugs", "leaves", "arrives", "strolls", "hurries", "speaks", "sighs", "grins", "climbs", "eats", "lights", "answers", "points", "pulls", "pushes", "follows", "joins", "paces", "hugs", "raises", "checks", "puts", "sets", "folds", "frowns", "types", "reads", "writes", "dances", "sings", "rushes", "storms", "helps",
    ];

    public static ContinuityRule Rule { get; } = new("dead-speaks", "The dead speak", Tone.Rose, "Who has died neither speaks nor acts later, unless in a flashback, a dream, a recording, or back from death.")
    {
        Broken = "INT. BARN - NIGHT\n\nVERA aims. PAVEL turns.\n\nPAVEL\nWait.\n\nVera shoots Pavel dead.\n\nVERA\nNo.\n\nINT. KITCHEN - DAY\n\nVera pours tea.\n\nPAVEL\nSugar?\n",
        Mended = "INT. BARN - NIGHT\n\nVERA aims. PAVEL turns.\n\nPAVEL\nWait.\n\nVera shoots Pavel dead.\n\nVERA\nNo.\n\nINT. KITCHEN - DAY\n\nVera pours tea.\n\nPAVEL (V.O.)\nSugar?\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        if (!script.IsEnglish)
            yield break;
        var wayBack = HasWayBack(script);
        Dictionary<(int Person, int Element), Finding> found = [];
        foreach (var death in Together(Deaths.Of(script)).Concat(ToldDeaths.Of(script)))
        {
            if (death.Sentence.Scene >= 0 && script.Scenes[death.Sentence.Scene].IsApart || Back(script, death) is not { } back)
                continue;
            var name = script.NameOf(death.Person);
            var isSpeech = script[back.Element].Kind == ElementKind.Character;
            var sure = Math.Round(death.Sure * (isSpeech ? 1 : OfActs) * (script.SceneOf(back.Element) == death.Sentence.Scene ? InTheSameScene : 1) * (wayBack ? WithAWayBack : 1), 2);
            // Several sentences may say the same death: the plainest counts.
            if (!found.TryGetValue((death.Person, back.Element), out var other) || other.Confidence < sure)
                found[(death.Person, back.Element)] = new Finding(Rule.Id, back.Element, back.Quote, $"{script.Where(back.Element)}: {name} {(isSpeech ? "speaks" : "acts")}, who is dead.", sure, [script.At(death.Sentence.Element, $"{name} dies: \"{script.Short(death.Sentence)}\"")]);
        }
        foreach (var finding in found.Values)
            yield return finding;
    }

    // Two sentences of a scene that say one death bear each other out: the later one has it, once one of them counts.
    private static IEnumerable<Death> Together(IReadOnlyList<Death> deaths)
    {
        for (var i = 0; i < deaths.Count; i++)
        {
            var other = deaths.Take(i).LastOrDefault(other => other.Person == deaths[i].Person && other.Sentence.Scene == deaths[i].Sentence.Scene && deaths[i].Sentence.Element - other.Sentence.Element <= Near);
            var (less, more) = other is null ? (0, deaths[i].Sure) : (Math.Min(other.Sure, deaths[i].Sure), Math.Max(other.Sure, deaths[i].Sure));
            yield return more < Counts ? deaths[i] : deaths[i] with { Sure = more + (1 - more) * less / 2 };
        }
    }

    // The first place where the dead one is there again; null where there is none, or something brought them back.
    private static (int Element, string Quote)? Back(LintedScript script, Death death)
    {
        var from = death.Sentence.Element;
        var sentences = script.Sentences;
        var at = IndexAfter(sentences, from);
        var likeness = -1;
        var year = death.Sentence.Scene >= 0 ? script.Scenes[death.Sentence.Scene].Year : 0;
        foreach (var speech in script.SpeechesOf(death.Person))
            if (speech.Cue > from)
            {
                if (Acting(speech.Cue) is { } before)
                    return before.Element < 0 ? null : before;
                var scene = script.SceneOf(speech.Cue);
                var cue = Cue.Parse(script[speech.Cue].Text);
                if (IsNow(script, scene, year) && (scene != likeness || scene < 0) && !CueLook.IsElsewhere(cue) && !IsDevice(script, speech.Cue))
                    return (speech.Cue, "");
            }
        return Acting(int.MaxValue) is { Element: >= 0 } last ? last : null;

        // What action says up to an element; -1 where it brings them back.
        (int Element, string Quote)? Acting(int end)
        {
            for (; at < sentences.Count && sentences[at].Element < end; at++)
            {
                var sentence = sentences[at];
                // "ON THE SCREEN": what follows in the scene is seen there.
                if (sentence.Words.Count < 5 && sentence.Words.TrueForAll(word => word.IsCapitals) && Says(sentence, Likenesses))
                    likeness = sentence.Scene;
                if (!IsAbout(script, sentence, death.Person))
                    continue;
                if (Revives(sentence) || Says(sentence, Stirs) && sentence.Scene - death.Sentence.Scene <= 1)
                    return (-1, "");
                if (Says(sentence, Likenesses))
                    likeness = sentence.Scene;
                else if (IsNow(script, sentence.Scene, year) && (sentence.Scene != likeness || sentence.Scene < 0) && Acts(sentence, death) is { } verb)
                    return (sentence.Element, script.Quote(sentence.Element, sentence.Words[0].Start, sentence.Words[verb].End));
            }
            return null;
        }
    }

    private static int IndexAfter(IReadOnlyList<Sentence> sentences, int element)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
            if (sentences[(low + high) / 2].Element <= element)
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        return low;
    }

    private static bool IsNow(LintedScript script, int scene, int year) => scene < 0 || !script.Scenes[scene].IsApart && !(script.Scenes[scene].Year > 0 && script.Scenes[scene].Year < year);

    private static bool IsDevice(LintedScript script, int cue) =>
        cue + 1 < script.Script.Elements.Count && script[cue + 1] is { Kind: ElementKind.Parenthetical } aside && script.Tokens.Of(aside.Text).Exists(word => word.Text is "ghost" or "ghostly" or "recording" or "recorded" or "video" or "tape" or "vision" or "hologram" or "memory" or "spirit" or "v.o" or "dream" or "voice");

    private static bool IsAbout(LintedScript script, Sentence sentence, int person)
    {
        foreach (var word in sentence.Words)
            if (word.Person == person)
                return true;
        return sentence.At(0) is "he" or "she" or "they" && Referents.Before(script, sentence, 0, false).Person == person;
    }

    private static bool Says(Sentence sentence, HashSet<string> words)
    {
        foreach (var word in sentence.Words)
            if (word.Person < 0 && words.Contains(word.Text))
                return true;
        return false;
    }

    private static bool Revives(Sentence sentence) => Says(sentence, Alive) || sentence.Words.Exists(word => word.Text == "back") && sentence.Words.Exists(word => word.Text is "life" or "dead" or "comes");

    // The place of the verb where a sentence begins with the dead one doing something that the dead do not.
    private static int? Acts(Sentence sentence, Death death)
    {
        var words = sentence.Words;
        if (words.Count < 2 || words[0].Person != death.Person || words[0].IsPossessive || words[0].After is not (' ' or ','))
            return null;
        var verb = 1;
        while (verb < words.Count && words[verb].Text.EndsWith("ly", StringComparison.Ordinal))
            verb++;
        if (verb >= words.Count || words[0].After == ',' || Still.Contains(words[verb].Text))
            return null;
        return Deeds.Contains(words[verb].Text) || sentence.Scene != death.Sentence.Scene && words[verb].Text is [.., not 's', 's'] && words[verb].Text.Length > 3 && words[verb].Person < 0 ? verb : null;
    }

    // A word in passing makes no story of the undead.
    private static bool HasWayBack(LintedScript script)
    {
        var said = 0;
        foreach (var sentence in script.Sentences)
            foreach (var word in sentence.Words)
                if (word.Text is "reborn" or "reincarnated" or "reincarnation" or "resurrected" or "resurrects" or "resurrection" or "undead" or "zombie" or "zombies" or "respawn" or "respawns" or "vampire" or "vampires" or "afterlife" or "rebirth" or "transmigrated" or "necromancer")
                    said++;
        return said > 1 + script.Scenes.Count / 20
            || script.Scenes.Any(scene => scene.Time.Place.Contains("heaven", StringComparison.Ordinal) || scene.Time.Place.Contains("afterlife", StringComparison.Ordinal) || scene.Time.Place.Contains("limbo", StringComparison.Ordinal))
            || script.Script.TitleOf("Title") is { } title && (title.Contains("reborn", StringComparison.OrdinalIgnoreCase) || title.Contains("ghost", StringComparison.OrdinalIgnoreCase));
    }
}
