using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>How fast a script moves, as far as its pages tell: short scenes cut quickly, and much speech runs faster than its page a minute.</summary>
/// <param name="Median">Half of the scenes are as long or shorter; in eighths of a page.</param>
/// <param name="Quarters">The same of the scenes that begin in each quarter of the pages; null for a quarter in which none does.</param>
/// <param name="SpeechShare">Spoken and sung lines and their cues, of all printed lines; 0 to 1.</param>
public sealed record Pace(double Median, IReadOnlyList<double?> Quarters, double SpeechShare)
{
    private const int Parts = 4;

    /// <summary>Null where a script has no scenes.</summary>
    public static Pace? Of(Screenplay script, ScriptPages pages)
    {
        if (script.Scenes.Count == 0)
            return null;
        var lengths = script.Scenes.Select(scene => (Page: pages.PageOf(scene.First), (double)pages.Scenes[scene.Index].Eighths)).ToList();
        var quarters = lengths.ToLookup(scene => Math.Min(Parts - 1, (scene.Page - 1) * Parts / pages.Pages.Count), scene => scene.Item2);
        return new Pace(MedianOf(lengths.Select(scene => scene.Item2)) ?? 0, [.. Enumerable.Range(0, Parts).Select(quarter => MedianOf(quarters[quarter]))], SpeechIn(script, pages));
    }

    private static double SpeechIn(Screenplay script, ScriptPages pages)
    {
        var lines = pages.Pages.SelectMany(page => page.Lines).CountBy(line => script.Elements[line.Element].Kind.IsSpeech).ToDictionary();
        return (double)lines.GetValueOrDefault(true) / Math.Max(1, lines.Values.Sum());
    }

    private static double? MedianOf(IEnumerable<double> values) => values.Order().ToList() is { Count: > 0 } sorted ? (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2 : null;
}
