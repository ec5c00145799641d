using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A scene that goes on from the one before has its light, and action sees no sun at night and no moon by day.</summary>
internal static class DayNight
{
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
            if (scene.Time.Place == before.Time.Place && !scene.Sentences.Take(2).Any(TimeJump.Is) && !after.Sentences.Take(2).Any(TimeJump.Is))
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
            if (lights[i].Light is not (Light.Day or Light.Night) || scene.IsApart || IsElsewhere(scene))
                continue;
            foreach (var sentence in scene.Sentences)
            {
                // What passes within the scene passes to its end.
                if (IsPassing(sentence))
                    break;
                if (SkyLight.Of(sentence, scene.Scene.Slugline is { Exterior: true, Interior: false }) is not { } seen || !Against(seen.Light, lights[i].Light))
                    continue;
                var word = sentence.Words[seen.Word];
                yield return new Finding(Rule.Id, sentence.Element, script.Quote(sentence), $"{scene.Name}: action sees {script[sentence.Element].Text[word.Start..word.End].ToLowerInvariant()}, and the heading says {Name(lights[i].Light)}.", seen.Sure,
                    [script.At(sentence.Element, $"\"{script.Short(sentence)}\""), script.At(script.Scenes[lights[i].Scene].Scene.First, $"the heading says {Name(lights[i].Light)}")]);
                break;
            }
        }
    }

    // A place whose sky is its own, or is on a stage.
    private static bool IsElsewhere(LintedScene scene) =>
        scene.Time.Place.Split(' ').Any(word => word is "space" or "orbit" or "planet" or "spaceship" or "starship" or "spacecraft" or "moon" or "mars" or "planetarium" or "observatory" or "stage" or "soundstage" or "theatre" or "theater" or "cinema" or "montage" or "various");

    private static bool IsPassing(Sentence sentence) =>
        TimeJump.Is(sentence) || SkyLight.Passes(sentence) || sentence.At(0) == "later" || sentence.Words.Exists(word => word.Person < 0 && word.Text is "dawn" or "dusk" or "sunrise" or "sunset" or "nightfall" or "daybreak" or "lapse" or "montage" or "dissolve" or "dissolves");

    private static bool Against(Light light, Light other) => light == Light.Day && other == Light.Night || light == Light.Night && other == Light.Day;

    private static string Name(Light light) => light == Light.Day ? "day" : "night";
}
