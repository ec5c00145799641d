using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Writes a heading so that it is none.</summary>
internal static partial class MissedHeading
{
    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 2)
            return null;
        var scene = scenes[1 + random.Next(scenes.Count - 1)];
        var line = scene.Heading.Span.Line;
        var heading = script.Lines[line];
        var draft = new Draft(script);
        string changed;
        if (Parts().Match(heading) is { Success: true } parts)
        {
            var (side, place, time) = (parts.Groups[1].Value, parts.Groups[2].Value.Trim(), parts.Groups[3].Value);
            var when = time.Length > 0 ? $" - {time}" : "";
            changed = random.Next(10) switch
            {
                0 => $"{side.ToLowerInvariant()} {place.ToLowerInvariant()}{when.ToLowerInvariant()}",
                1 => $"{side}: {place}{when}",
                2 when time.Length > 0 => $"{place} - {time}",
                3 => string.Create(CultureInfo.InvariantCulture, $"{scene.Index + 1}. {side}. {place}{when}"),
                4 => $"{(side == "INT" ? "INTERIOR" : "EXTERIOR")} {place}{when}",
                5 => $"{side[..1]}{side[1..].ToLowerInvariant()} {CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant())}{when}",
                6 => string.Create(CultureInfo.InvariantCulture, $"SCENE {scene.Index + 1}: {place}{when}"),
                7 => $"{side}, {place}{when}",
                _ => heading,
            };
        }
        else
        {
            // "THE TRUCK" may be anything; an act's scene is plainly one.
            if (!heading.StartsWith(".ACT ", StringComparison.Ordinal))
                return null;
            changed = random.Next(4) switch
            {
                0 => heading.Replace(".ACT", "Act", StringComparison.Ordinal).Replace("SCENE", "Scene", StringComparison.Ordinal),
                1 => heading.Replace(", ", ". ", StringComparison.Ordinal)[1..] + ".",
                2 => heading[(heading.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim(),
                _ => heading[1..],
            };
            if (!changed.Contains("SCENE", StringComparison.OrdinalIgnoreCase))
                return null;
        }
        if (changed == heading)
        {
            // Without its blank line, whether behind action or behind a speech.
            if (script.Lines[line - 1].Length > 0 || script.Script.Elements[scene.First - 1].Kind is not (ElementKind.Action or ElementKind.Dialogue))
                return null;
            for (var blank = line - 1; script.Lines[blank].Length == 0; blank--)
                draft.Remove(blank);
        }
        var text = draft.Say(line, changed + MarkedText.Mark).Done();
        var at = text.Marks.Single();
        return FountainReader.Read(text.Text).Elements.Any(element => element.Kind == ElementKind.SceneHeading && element.Span.Line == at) ? null : new Fault(["missed-heading"], $"{script.Name} {scene.Number}: {changed}{(changed == heading ? " (no blank line)" : "")}", text);
    }

    [GeneratedRegex(@"^(INT|EXT)\. (.*?)(?: - (DAY|NIGHT|MORNING|EVENING|CONTINUOUS))?$")]
    private static partial Regex Parts();
}
