using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A scene that goes on from the one before has its light, and action sees no sun at night and no moon by day.</summary>
internal static class DayNight
{
    private static readonly HashSet<string> Suns = ["sunlight", "sunlit", "sunshine", "sunbeam", "sunbeams", "daylight", "sunny", "sunrays", "sun-drenched"];
    private static readonly HashSet<string> Moons = ["moonlight", "moonlit", "moonbeam", "moonbeams", "starlight", "starlit", "moonless", "moonglow"];
    private static readonly HashSet<string> Shines = ["beats", "blazes", "blazing", "shines", "shining", "hangs", "glares", "burns", "pours", "streams", "streaming", "high", "overhead", "bright", "warm", "hot", "scorches", "bakes", "blinding", "dazzling", "glints", "glitters", "gleams", "noon", "noonday", "midday", "morning", "afternoon", "full", "fills", "floods", "bathes", "warms", "climbs", "glows", "pale", "crescent", "silver", "lights", "spills", "filters", "slants", "cuts", "falls", "casts", "through", "peeks", "harsh", "fierce", "brilliant", "under", "beneath", "blinds", "stands", "directly", "twinkle", "shine", "glitter", "wheel", "overcast", "reflects", "glimmer", "sparkle", "above", "sky", "in", "squints", "against", "glare", "hidden", "out"];

    // What turns a sentence's sun or moon into something else: another time, a picture, a likeness.
    private static readonly HashSet<string> Otherwise =
    [
        "rises", "rising", "rise", "sets", "setting", "set", "sinks", "sinking", "dips", "dipping", "breaks", "breaking", "fades", "fading", "until", "before", "soon", "dawn", "dusk", "sunrise", "sunset", "hours", "waits", "tomorrow", "yesterday", "no", "not", "without", "never", "artificial", "fake", "painted", "painting",
        "photo", "photograph", "screen", "mural", "poster", "dream", "lamp", "lamps", "hat", "glasses", "tv", "television", "monitor", "picture", "drawing", "tattoo", "logo", "sign", "hologram", "imagines", "remembers", "memory", "if", "once", "last", "would", "will", "later", "gone", "eclipse", "becomes", "turns", "gives",
        "approaching", "almost", "nearly", "toward", "towards", "chases", "simulated", "simulation", "daylight-balanced", "movie", "film", "stage", "planet", "planets", "orbit", "telescope", "lunar", "map", "wallpaper", "ceiling", "nightlight", "postcard", "blocked", "blocks", "blackout", "shut", "keep", "keeps", "song", "reads", "titled",
    ];

    public static ContinuityRule Rule { get; } = new("day-night", "Day and night", Tone.Amber, "A scene that goes on from the one before is in the same light, and its action is in the light that its heading says.")
    {
        Broken = "EXT. YARD - NIGHT\n\nLENA waits by the well.\n\nINT. STABLE - DAY - CONTINUOUS\n\nLena bolts the door.\n",
        Mended = "EXT. YARD - NIGHT\n\nLENA waits by the well.\n\nINT. STABLE - NIGHT - CONTINUOUS\n\nLena bolts the door.\n",
        Find = script => Headings(script).Concat(Between(script)).Concat(Actions(script)),
    };

    private static IEnumerable<Finding> Headings(LintedScript script)
    {
        var lights = SceneLights.Of(script);
        for (var i = 1; i < script.Scenes.Count; i++)
        {
            var (scene, before) = (script.Scenes[i], lights[i - 1]);
            if (scene.Time.Link is not (TimeLink.Continuous or TimeLink.Soon or TimeLink.Same) || scene.IsApart != script.Scenes[i - 1].IsApart || before.Scene < 0 || !Against(scene.Time.Light, before.Light))
                continue;
            yield return new Finding(Rule.Id, scene.Scene.First, "", $"{scene.Name}: it goes on from {Name(before.Light)}, and its heading says {Name(scene.Time.Light)}.", scene.Time.Link == TimeLink.Continuous ? 0.9 : 0.8, [script.At(script.Scenes[before.Scene].Scene.First, $"it is {Name(before.Light)}")]);
        }
    }

    // Three scenes with the same people at one place, the middle one in another light.
    private static IEnumerable<Finding> Between(LintedScript script)
    {
        for (var i = 1; i + 1 < script.Scenes.Count; i++)
        {
            var (before, scene, after) = (script.Scenes[i - 1], script.Scenes[i], script.Scenes[i + 1]);
            if (before.Time.Place != after.Time.Place || before.Time.Light != after.Time.Light || !Against(scene.Time.Light, before.Time.Light) || scene.IsApart || before.IsApart || after.IsApart || scene.Time.Link != TimeLink.None || after.Time.Link == TimeLink.Later || !before.Named.Keys.Any(after.Named.ContainsKey))
                continue;
            if (scene.Time.Place == before.Time.Place && !scene.Sentences.Take(2).Any(NotContinuous.IsJump) && !after.Sentences.Take(2).Any(NotContinuous.IsJump))
                yield return new Finding(Rule.Id, scene.Scene.First, "", $"{scene.Name}: it is {Name(scene.Time.Light)} between two scenes at the same place by {Name(before.Time.Light)}.", 0.55, [script.At(before.Scene.First, $"it is {Name(before.Time.Light)}"), script.At(after.Scene.First, $"it is {Name(after.Time.Light)}")]);
        }
    }

    private static IEnumerable<Finding> Actions(LintedScript script)
    {
        if (!script.IsEnglish)
            yield break;
        var lights = SceneLights.Of(script);
        for (var i = 0; i < script.Scenes.Count; i++)
        {
            var scene = script.Scenes[i];
            if (lights[i].Light is not (Light.Day or Light.Night) || scene.IsApart || scene.Time.Place.Split(' ').Any(word => word is "space" or "orbit" or "planet" or "spaceship" or "starship" or "spacecraft" or "moon" or "mars" or "planetarium" or "observatory"))
                continue;
            foreach (var sentence in scene.Sentences)
            {
                // What passes within the scene passes to its end.
                if (sentence.Words.Exists(word => word.Text is "dawn" or "dusk" or "sunrise" or "sunset" or "nightfall" or "daybreak" or "lapse" || word.Text is "later" or "pass" or "passes" or "montage" or "dissolve" or "dissolves"))
                    break;
                if (Sees(sentence, lights[i].Light) is not { } at)
                    continue;
                var word = sentence.Words[at];
                yield return new Finding(Rule.Id, sentence.Element, script.Quote(sentence), $"{scene.Name}: action sees {script[sentence.Element].Text[word.Start..word.End].ToLowerInvariant()}, and the heading says {Name(lights[i].Light)}.", 0.75,
                    [script.At(sentence.Element, $"\"{script.Short(sentence)}\""), script.At(script.Scenes[lights[i].Scene].Scene.First, $"the heading says {Name(lights[i].Light)}")]);
                break;
            }
        }
    }

    private static bool Against(Light light, Light other) => light == Light.Day && other == Light.Night || light == Light.Night && other == Light.Day;

    private static string Name(Light light) => light == Light.Day ? "day" : "night";

    // The word that names the other light.
    private static int? Sees(Sentence sentence, Light light)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Person >= 0 || words[i].After == '-' && words[i].Text is "sun" or "moon")
                continue;
            var text = words[i].Text;
            var sees = light == Light.Night
                ? Suns.Contains(text) || text == "sun" && Shine(sentence, i) || text is "sky" && sentence.At(i - 1) is "blue" || text == "day" && sentence.At(i - 1) is "bright" or "sunny" || text is "noon" or "midday" && sentence.At(i - 1) is "strikes" or "is" or "high" or "the" or "it's" || text == "light" && sentence.At(i - 1) is "morning" or "afternoon" or "noon"
                : Moons.Contains(text) || text == "moon" && Shine(sentence, i) || text == "stars" && IsSky(sentence) || text is "sky" or "air" or "breeze" && sentence.At(i - 1) is "night" || text == "darkness" && words.Exists(word => word.Text == "night") || text == "midnight" && sentence.At(i - 1) is "strikes" or "is" or "past" or "it's" or "the" || text == "night" && sentence.At(i - 1) is "dark" or "black" or "starry" or "moonless" or "cold" && sentence.At(i - 2) is "a" or "the";
            // "Bright as the sun", "like moonlight".
            if (sees && !(sentence.At(i - 1) is "like" or "as" || sentence.At(i - 1) is "the" or "a" && sentence.At(i - 2) is "like" or "as") && !words.Exists(word => Otherwise.Contains(word.Text)))
                return i;
        }
        return null;
    }

    private static bool Shine(Sentence sentence, int at) => !sentence.Words[at].IsPossessive && sentence.Words.Exists(word => Shines.Contains(word.Text)) || sentence.Words[at].IsPossessive;

    private static bool IsSky(Sentence sentence) => sentence.Words.Exists(word => word.Text is "sky" or "overhead" or "twinkle" or "shine" or "glitter" or "above" or "night" or "bright" or "wheel" or "glimmer" or "sparkle" or "under" or "beneath");
}
