using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>A line that plainly means a scene heading and is read as something else: under a paragraph, without a dot, in small letters, without INT or EXT.</summary>
internal static class MissedHeading
{
    private const int Longest = 100;

    // A script in which no heading has a blank line behind it is written so.
    private const int Slips = 4;

    // Forced headings that begin with one word, for that word to make a heading.
    private const int Alike = 3;

    private static readonly string[] Long = ["INTERIOR", "EXTERIOR", "INNEN", "AUSSEN", "AUßEN", "INTERNO", "ESTERNO", "INTÉRIEUR", "EXTÉRIEUR", "INTERIEUR", "EXTERIEUR", "INT", "EXT", "INTR", "EXTR", "ИНТ", "НАТ", "ЭКСТ"];
    private static readonly HashSet<string> Shots = ["MONTAGE", "SUPER", "TITLE", "INSERT", "CLOSE", "ANGLE", "FLASHBACK", "BACK", "INTERCUT", "SERIES", "POV", "CUT", "FADE", "DISSOLVE", "END", "THE", "LATER", "ON", "SMASH", "MATCH", "CAPTION", "CHYRON", "TEXT", "CARD", "DAY", "NIGHT", "MORNING", "EVENING"];

    public static ContinuityRule Rule { get; } = new("missed-heading", "A missed heading", Tone.Amber, "A line that means a scene heading is one: a blank line is above it, and it begins as headings do.")
    {
        Broken = "INT. CABIN - DAY\n\nDust. MIRA coughs.\nEXT. DECK - DAY\n\nMira breathes.\n",
        Mended = "INT. CABIN - DAY\n\nDust. MIRA coughs.\n\nEXT. DECK - DAY\n\nMira breathes.\n",
        IsFormal = true,
        Find = script => Lines(script).Concat(Close(script)),
    };

    private static IEnumerable<Finding> Lines(LintedScript script)
    {
        // A play's headings are forced, and begin alike: ACT I, SCENE II.
        var own = script.Script.Scenes.Where(scene => scene.Heading.IsForced).Select(scene => FirstWord(scene.Heading.Text).ToString()).CountBy(word => word).Where(word => word.Value >= Alike && word.Key.Length > 2).Select(word => word.Key).ToHashSet();
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            var element = script[i];
            if (element.Kind is not (ElementKind.Action or ElementKind.Dialogue or ElementKind.Character or ElementKind.General) || element.IsForced)
                continue;
            var isAlone = !element.Content.Contains('\n', StringComparison.Ordinal);
            var isFirst = true;
            foreach (var line in element.Content.Split('\n'))
            {
                var quote = line.Trim();
                var sure = Sureness(quote, element.Kind, isAlone || isFirst);
                if (sure <= 0 && isAlone && element.Kind == ElementKind.Action && !HasLower(quote) && (own.Contains(FirstWord(quote).ToString()) || IsNumberedScene(quote)))
                    sure = 0.75;
                if (sure > 0)
                    yield return new Finding(Rule.Id, i, isAlone ? "" : quote, $"{script.Where(i)}: \"{quote}\" looks like a scene heading and is {Read(element.Kind)}.", sure, [new Evidence($"line {LineOf(script, i, quote)}: {(isAlone || isFirst ? "headings begin with INT. or EXT., or with a dot that makes one" : "no blank line is above it")}")]);
                isFirst = false;
            }
        }
    }

    // "SCENE 7: HALL - DAY".
    private static bool IsNumberedScene(string line) =>
        line.StartsWith("SCENE ", StringComparison.Ordinal) && line.Length > 8 && char.IsAsciiDigit(line[6]) && line.IndexOfAny([':', '.', '-', '–', '—']) is > 6 and var end && end < line.Length - 3;

    private static string Read(ElementKind kind) => kind switch { ElementKind.Dialogue => "read as speech", ElementKind.Character => "read as a name", _ => "read as action" };

    private static string LineOf(LintedScript script, int element, string quote)
    {
        var span = script[element].Span;
        var source = script.Script.Source.AsSpan(Math.Clamp(span.Start, 0, script.Script.Source.Length), Math.Clamp(span.Length, 0, script.Script.Source.Length - Math.Clamp(span.Start, 0, script.Script.Source.Length)));
        var at = source.IndexOf(quote, StringComparison.Ordinal);
        return (span.Line + 1 + (at > 0 ? source[..at].Count('\n') : 0)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double Sureness(ReadOnlySpan<char> line, ElementKind kind, bool isFirst)
    {
        if (line.Length is < 5 or > Longest)
            return 0;
        line = line.Trim("*_").Trim();
        // "12. INT. HOUSE" and "12A INT. HOUSE": the number of a scene, typed.
        var numbered = Unnumbered(line);
        if (numbered.Length < 5)
            return 0;
        var (isCapital, endsInTime) = (!HasLower(numbered), EndsInTime(numbered));
        if (kind != ElementKind.Character && FountainRules.IsHeading(numbered) && HasPlace(numbered) && (isCapital || endsInTime))
            return isFirst && numbered.Length == line.Length ? kind == ElementKind.Dialogue ? 0.9 : 0 : 0.9;
        foreach (var prefix in Long)
            if (numbered.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && numbered.Length > prefix.Length + 3 && !char.IsLetterOrDigit(numbered[prefix.Length]) && (endsInTime || isCapital && !(numbered[prefix.Length] is '\'' or '’')))
                return isCapital && endsInTime ? 0.9 : endsInTime ? 0.8 : kind == ElementKind.Character ? 0.55 : 0.65;
        // "AI COMPUTER ROOM - DAY".
        return isCapital && endsInTime && kind != ElementKind.Dialogue && numbered.IndexOfAny(":!?\"") < 0 && !Shots.Contains(FirstWord(numbered).ToString()) && HasDash(numbered) ? 0.75 : 0;
    }

    private static ReadOnlySpan<char> Unnumbered(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        if (at == 0 || at > 4)
            return line;
        if (at < line.Length && char.IsAsciiLetterUpper(line[at]))
            at++;
        while (at < line.Length && line[at] is '.' or ')' or ' ' or '\t')
            at++;
        return at < line.Length && (line[at..].StartsWith("INT", StringComparison.OrdinalIgnoreCase) || line[at..].StartsWith("EXT", StringComparison.OrdinalIgnoreCase) || line[at..].StartsWith("I/E", StringComparison.OrdinalIgnoreCase)) ? line[at..] : line;
    }

    private static bool HasPlace(ReadOnlySpan<char> line)
    {
        var space = line.IndexOfAny(' ', '.');
        var letters = 0;
        foreach (var c in space < 0 ? line : line[space..])
            letters += char.IsLetter(c) ? 1 : 0;
        return letters >= 3;
    }

    private static bool EndsInTime(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" .:)]#0123456789");
        var at = line.LastIndexOfAny(' ', '-', '–');
        at = Math.Max(at, line.LastIndexOfAny('—', '(', '/'));
        return at > 0 && line[(at + 1)..].ToString() is var last && (TimeWords.LightOf(last) != Light.Unknown || TimeWords.IsLink(last));
    }

    private static bool HasDash(ReadOnlySpan<char> line) => line.IndexOf(" - ") > 0 || line.IndexOfAny('–', '—') > 0 || line.IndexOf("--") > 0;

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line) => line.IndexOfAny(' ', '-') is > 0 and var end ? line[..end] : line;

    private static bool HasLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLower(c))
                return true;
        return false;
    }

    // A heading and text right below it: the rule asks for a blank line between. A habit of the writer's is none.
    private static IEnumerable<Finding> Close(LintedScript script)
    {
        List<int> close = [];
        foreach (var scene in script.Script.Scenes)
            if (!scene.Heading.IsForced && scene.First + 1 < scene.End && script[scene.First + 1] is { BlankBefore: 0 } next && next.Kind.IsPrinted && next.Kind != ElementKind.PageBreak && next.Span.Line > scene.Heading.Span.LastLine && script.Script.Source.AsSpan(Math.Min(scene.Heading.Span.Start, script.Script.Source.Length)) is [not '<', ..])
                close.Add(scene.First);
        if (close.Count is 0 or >= Slips)
            yield break;
        foreach (var element in close)
            yield return new Finding(Rule.Id, element, "", $"{script.Where(element)}: no blank line is below the heading.", 0.4, [script.At(element + 1, "text right below it")]);
    }
}
