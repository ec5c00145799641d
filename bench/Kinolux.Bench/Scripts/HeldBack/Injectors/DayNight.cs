using System.Text.RegularExpressions;
using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Puts the light of night into a scene by day and the other way round, or turns the light within what goes on.</summary>
internal static partial class DayNight
{
    private static readonly string[] DarkOutside =
    [
        "The moon hangs over it all.", "Stars, thick as salt.", "An owl. The sky is black.", "Moonlight lies on everything.", "It is pitch dark out here.", "Under a full moon the shadows are blue.", "The night is starless and cold.", "Midnight strikes from a tower, twelve slow strokes.",
        "Crickets under the Milky Way.", "The moon comes out from behind a cloud.", "Street lamps burn against a black sky full of stars.", "Darkness has fallen long ago.",
    ];

    private static readonly string[] DarkInside =
    [
        "Moonlight falls through the window.", "Beyond the window: night, and a thin moon.", "Moonbeams through the blinds draw bars on the floor.", "Outside it is pitch dark.", "The stars look in at the window.", "The clock strikes midnight.", "Through the glass: the moon.",
    ];

    private static readonly string[] BrightOutside =
    [
        "The sun stands high.", "Sunlight pours over everything.", "A blazing noon.", "Sunshine. Bees.", "Blue sky. Children run home from school.", "The midday heat makes the air tremble.", "The glare of the sun makes everyone squint.", "Not a cloud in the blue sky.",
        "It is broad daylight.", "The sun burns on their necks.", "The afternoon sun gilds the edges of things.",
    ];

    private static readonly string[] BrightInside =
    [
        "Bright daylight falls through the window.", "Sunbeams, full of dust.", "The noon sun comes in by the window.", "Sunlight floods the room.", "Outside the window, a cloudless blue sky.", "The midday sun lies on the floor in squares.", "Someone draws the curtains: sunshine.",
    ];

    private static readonly string[] Flips = ["{T} - CONTINUOUS", "{T} (CONTINUOUS)", "{T} - MOMENTS LATER", "MOMENTS LATER - {T}", "{T} - A MOMENT LATER", "{T} - SECONDS LATER", "{T} (MOMENTS LATER)", "CONTINUOUS - {T}"];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count == 0)
            return null;
        var scene = scenes[random.Next(scenes.Count)];
        if (DayTime.Of(scene.Slugline.Time) is not ("day" or "night") || Lightless().IsMatch(scene.Heading.Text) || Time().Match(script.Lines[scene.Heading.Span.Line]) is not { Success: true } time)
            return null;
        return random.Next(3) == 0 ? Flip(script, random, scene, time) : Light(script, random, scene);
    }

    private static Fault Light(CleanScript script, Random random, Scene scene)
    {
        var isDay = DayTime.Of(scene.Slugline.Time) == "day";
        var words = random.Of(isDay ? scene.Slugline.Exterior ? DarkOutside : DarkInside : scene.Slugline.Exterior ? BrightOutside : BrightInside);
        var line = scene.Heading.Span.Line;
        return new Fault(["day-night"], $"{script.Name} {scene.Number}: {scene.Heading.Text} / {words}", new Draft(script).Mark(line, line).Put(random.Next(2) == 0 ? line + 1 : random.Gap(script, scene), words + MarkedText.Mark).Done());
    }

    private static Fault? Flip(CleanScript script, Random random, Scene scene, Match time)
    {
        if (scene.Index == 0 || script.Script.Scenes[scene.Index - 1] is var before && DayTime.Of(before.Slugline.Time) != DayTime.Of(scene.Slugline.Time) || Lightless().IsMatch(before.Heading.Text) || !script.Speakers(scene).Any(name => script.Names(before, name)))
            return null;
        var other = DayTime.Of(scene.Slugline.Time) == "day" ? "NIGHT" : "DAY";
        var flip = random.Of(Flips).Replace("{T}", other, StringComparison.Ordinal);
        var line = scene.Heading.Span.Line;
        var changed = script.Lines[line][..time.Groups[1].Index] + flip + script.Lines[line][(time.Groups[1].Index + time.Groups[1].Length)..];
        string[] rules = flip.Contains("CONTINUOUS", StringComparison.Ordinal) ? ["day-night", "not-continuous"] : ["day-night"];
        return new Fault(rules, $"{script.Name} {scene.Number}: {before.Heading.Text} / {changed}", new Draft(script).Mark(before.Heading.Span.Line, before.Heading.Span.Line).Say(line, changed + MarkedText.Mark).Done());
    }

    [GeneratedRegex(@"\s-+\s(DAY|NIGHT)(?=\s*(#[^#]*#)?$)")]
    private static partial Regex Time();

    [GeneratedRegex(@"SPACE|SHIP|ORBIT|PLANET|STATION|CAVE|CRYPT|CELLAR|TUNNEL|EMBER|UNITY|VIRTUAL|TWILIGHT|ABYSS|RAILGUN|EVA |TREEHOUSE|REALM|DREAM|EXCALIBUR|COLONY|CLOSET|ARENA|HABITAT|FLASHBACK|CORRIDOR")]
    private static partial Regex Lightless();
}
