using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Tells scenes of the story's present from those that are apart from it: flashbacks and what else headings, transitions and captions announce.</summary>
internal static class StoryTime
{
    public static void Of(LintedScript script)
    {
        var (isApart, year, at) = (false, 0, 0);
        foreach (var scene in script.Scenes)
        {
            for (; at < scene.Scene.First; at++)
                if (Announces(script[at]) is { } says)
                    isApart = says;
            var own = scene.Time;
            if (own.IsApart)
                isApart |= script[scene.Scene.First].Text.Contains("BEGIN", StringComparison.OrdinalIgnoreCase);
            else if (scene.Scene.Heading.Text.Contains("PRESENT", StringComparison.OrdinalIgnoreCase) || scene.Scene.Heading.Text.Contains("BACK TO", StringComparison.OrdinalIgnoreCase))
                isApart = false;
            if (own.Year > 0)
                year = own.Year;
            else if (Caption(script, scene) is { } caption)
                (isApart, year) = (caption.IsBack || isApart && caption.Year == 0, caption.Year > 0 ? caption.Year : year);
            var before = scene.Scene.Index > 0 ? script.Scenes[scene.Scene.Index - 1] : null;
            scene.IsApart = isApart || own.IsApart || before is { IsApart: true } && own.Link is TimeLink.Continuous or TimeLink.Same && before.Time.IsApart;
            scene.Year = year;
        }
    }

    // True where what follows is apart, false where it is the present again; null where it says neither.
    private static bool? Announces(ScriptElement element)
    {
        if (element.Kind is not (ElementKind.Transition or ElementKind.Action or ElementKind.Centered or ElementKind.Section or ElementKind.Shot) || element.Content.Length > 80)
            return null;
        var text = element.Text.ToUpperInvariant();
        if (text.StartsWith("BACK TO", StringComparison.Ordinal) || text.Contains("RETURN", StringComparison.Ordinal) && text.Contains("PRESENT", StringComparison.Ordinal) || text.StartsWith("END ", StringComparison.Ordinal) || text.Contains("PRESENT DAY", StringComparison.Ordinal))
            return false;
        if (text.StartsWith("FLASHBACK", StringComparison.Ordinal) || text.StartsWith("FLASH BACK", StringComparison.Ordinal) || text.Contains("BEGIN FLASHBACK", StringComparison.Ordinal) || text.Contains("DREAM SEQUENCE", StringComparison.Ordinal) || element.Kind == ElementKind.Transition && text.Contains("FLASH", StringComparison.Ordinal))
            return true;
        return null;
    }

    // "SUPER: TEN YEARS EARLIER" among the first lines of a scene.
    private static (bool IsBack, int Year)? Caption(LintedScript script, LintedScene scene)
    {
        foreach (var sentence in scene.Sentences.Take(4))
        {
            var words = sentence.Words;
            if (!words.Exists(word => word.Text is "super" or "superimpose" or "title" or "caption" or "chyron" or "card" or "subtitle" or "screen" or "text") && !words.TrueForAll(word => word.IsCapitals || char.IsDigit(word.Text[0]) || word.Text.Length < 2))
                continue;
            var isBack = words.Exists(word => word.Text is "earlier" or "ago" or "before" or "flashback" or "previously" or "prior");
            var year = words.Select(word => word.Text.Length == 4 && int.TryParse(word.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1000 and <= 2999 ? number : 0).FirstOrDefault(number => number > 0);
            if (isBack || year > 0 || words.Exists(word => word.Text == "present"))
                return (isBack, year);
        }
        return null;
    }
}
