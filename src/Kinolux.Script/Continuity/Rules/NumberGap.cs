using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>Scene numbers go up by one. 12A stands behind 12, A12 before it, and an omitted scene keeps its number.</summary>
internal static class NumberGap
{
    // What is numbered in tens, or is a choice of scenes, has gaps all over.
    private const double MostGaps = 1 / 3.0;

    // Where nine in ten are numbered, one without is a slip.
    private const double Nearly = 0.9;
    private const int Enough = 4;

    public static ContinuityRule Rule { get; } = new("number-gap", "Scene numbers", Tone.Gray, "Scene numbers go up one by one: none is missing, none comes twice, none goes back.")
    {
        Broken = "INT. HALL - DAY #1#\n\nRain.\n\nINT. ATTIC - DAY #2#\n\nDust.\n\nEXT. YARD - DAY #4#\n\nWind.\n",
        Mended = "INT. HALL - DAY #1#\n\nRain.\n\nINT. ATTIC - DAY #2#\n\nDust.\n\nEXT. YARD - DAY #2A#\n\nWind.\n",
        IsFormal = true,
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        List<(LintedScene Scene, SceneNumber Number)> numbered = [.. script.Scenes.Where(scene => scene.Scene.Heading.Number is not null).Select(scene => (scene, SceneNumber.Parse(scene.Scene.Heading))).Where(one => one.Item2 is not null).Select(one => (one.scene, one.Item2 ?? default))];
        var known = numbered.SelectMany(one => Enumerable.Range(one.Number.First, Math.Min(1000, one.Number.Last - one.Number.First + 1))).ToHashSet();
        Dictionary<string, int> seen = [];
        List<Finding> order = [], gaps = [];
        var (last, isBroken) = (int.MinValue, false);
        SceneNumber before = default;
        foreach (var (scene, number) in numbered)
        {
            var element = scene.Scene.First;
            var wasBroken = isBroken;
            isBroken = true;
            if (!seen.TryAdd(number.Text, element))
                order.Add(Say(element, $"{scene.Name}: number {number.Text} comes twice.", 0.95, script.At(seen[number.Text], $"number {number.Text} is here already")));
            else if (last != int.MinValue && number.First < last && !number.IsBefore)
                order.Add(Say(element, $"{scene.Name}: number {number.Text} goes back, after {last}.", 0.9, script.At(element, $"{number.Text} stands after {last}")));
            else if (before.First == number.First && before.Letter != '\0' && Between(before.Letter, number.Letter) is { } letter && !seen.ContainsKey($"{number.First}{letter}") && !numbered.Exists(one => one.Number.Text == $"{number.First}{letter}"))
                order.Add(Say(element, $"{scene.Name}: number {number.First}{letter} is missing before it.", 0.75, script.At(element, $"{number.Text} follows {before.Text}")));
            else
                isBroken = false;
            before = number;
            if (!isBroken && !wasBroken && last != int.MinValue && Missing(last, number, known) is { Length: > 0 } missing)
                gaps.Add(Say(element, $"{scene.Name}: number {missing} is missing before it.", 0.9, script.At(element, $"{number.Text} follows {last}")));
            last = number.IsBefore ? Math.Max(last, number.First - 1) : number.Last;
        }
        return (gaps.Count > 1 && gaps.Count > MostGaps * numbered.Count ? order : order.Concat(gaps)).Concat(Without(script));
    }

    private static IEnumerable<Finding> Without(LintedScript script)
    {
        // What stands before the first number is a teaser.
        var without = script.Scenes.SkipWhile(scene => scene.Scene.Heading.Number is null).Where(scene => scene.Scene.Heading.Number is null && !scene.Scene.Heading.Text.Contains("OMIT", StringComparison.OrdinalIgnoreCase)).ToList();
        var with = script.Scenes.Count - without.Count;
        // In a short script one is a tenth and more.
        if (with < Enough || without.Count == 0 || without.Count > 1 && with < Nearly * script.Scenes.Count)
            return [];
        return without.Select(scene => Say(scene.Scene.First, $"{scene.Name}: it has no number.", 0.7, script.At(scene.Scene.First, $"{with} of {script.Scenes.Count} scenes are numbered")));
    }

    // The letter that is left out between two; I and O are, since they look like figures.
    private static char? Between(char before, char letter)
    {
        var next = (char)(before + 1);
        if (next is 'I' or 'O')
            next++;
        return letter > next && letter is >= 'A' and <= 'Z' ? next : null;
    }

    private static Finding Say(int element, string summary, double confidence, Evidence evidence) => new(Rule.Id, element, "", summary, confidence, [evidence]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Missing(int last, SceneNumber number, HashSet<int> known)
    {
        // 12A in place of 12 says that 12 was parted.
        var (first, end) = (last + 1, number.First - 1);
        if (end < first || Enumerable.Range(first, Math.Min(1000, end - first + 1)).All(known.Contains))
            return "";
        return first == end ? Text(first) : $"{Text(first)} to {Text(end)}";
    }
}
