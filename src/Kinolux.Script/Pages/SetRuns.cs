using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>An element's runs as pages have them: what is not printed is gone, capitals by style are capitals, what is sung is slanted, and what is one line on paper is one, however a document breaks it.</summary>
internal static class SetRuns
{
    public static IReadOnlyList<TextRun> Of(ScriptElement element)
    {
        List<TextRun> runs = [.. element.Runs.Where(run => run.IsPrinted).Select(run => run.Style.HasFlag(TextStyle.AllCaps) ? run with { Text = run.Text.ToUpperInvariant() } : run)];
        if (element.Kind == ElementKind.Lyrics)
            return runs.ConvertAll(run => run with { Style = run.Style | TextStyle.Italic });
        if (element.Kind is not (ElementKind.SceneHeading or ElementKind.Character or ElementKind.Transition or ElementKind.Shot) || runs.Count == 0 || !element.Text.Contains('\n'))
            return runs;
        runs = runs.ConvertAll(run => run with { Text = run.Text.Replace('\n', ' ') });
        runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
        runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
        return runs;
    }
}
