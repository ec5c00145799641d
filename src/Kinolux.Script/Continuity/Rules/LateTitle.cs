using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A blank line ends a title page: keys of one behind it are action, and plainly not meant so.</summary>
internal static class LateTitle
{
    public static ContinuityRule Rule { get; } = new("late-title", "Title page cut in two", Tone.Gray, "No blank line stands within a title page: what comes behind it is action.")
    {
        Broken = "Title: The Lamp\n\nCredit: Written by\nAuthor: Nobody\n\nINT. CABIN - DAY\n\nRain.\n",
        Mended = "Title: The Lamp\nCredit: Written by\nAuthor: Nobody\n\nINT. CABIN - DAY\n\nRain.\n",
        IsFormal = true,
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        if (script.Script.Title.Count == 0 || script.Script.Title.Any(entry => entry.Key.Length == 0))
            yield break;
        List<string> keys = [];
        var first = -1;
        for (var i = 0; i < script.Script.Elements.Count && (script[i].Kind == ElementKind.Action && Keys(script[i].Content) is { Count: > 0 } or { Count: 0 } || !script[i].Kind.IsPrinted); i++)
        {
            if (!script[i].Kind.IsPrinted)
                continue;
            if (Keys(script[i].Content) is not { Count: > 0 } found)
                break;
            first = first < 0 ? i : first;
            keys.AddRange(found);
        }
        if (keys.Count > 0)
            yield return new Finding(Rule.Id, first, "", $"{string.Join(", ", keys)} stand{(keys.Count == 1 ? "s" : "")} behind a blank line and {(keys.Count == 1 ? "is" : "are")} action, not part of the title page.", keys.Count > 1 ? 0.9 : 0.75, [script.At(first, "right behind the title page")]);
    }

    // The keys of a paragraph that is nothing but entries of a title page.
    private static List<string> Keys(string content)
    {
        List<string> keys = [];
        foreach (var line in content.Split('\n'))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && FountainTitle.Keys.Contains(line[..colon].Trim(), StringComparer.OrdinalIgnoreCase))
                keys.Add(line[..colon].Trim());
            else if (keys.Count == 0 || line is not [' ' or '\t', ..])
                return [];
        return keys;
    }
}
