using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>A script before a fault is put into it, and what an injector asks of it.</summary>
internal sealed partial class CleanScript
{
    private readonly Dictionary<string, string> _written = [];

    public CleanScript(string name, string text)
    {
        (Name, Text) = (name, text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        Lines = Text.Split('\n');
        Script = FountainReader.Read(Text);
        Cast = Cast.Of(Script);
        Findings = Linter.Check(Script, Cast);
    }

    public string Name { get; }

    public string Text { get; }

    public IReadOnlyList<string> Lines { get; }

    public Screenplay Script { get; }

    public Cast Cast { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public IEnumerable<ScriptElement> In(Scene scene) => Script.Elements.Skip(scene.First).Take(scene.End - scene.First);

    /// <summary>Cues of a scene that are spoken by somebody with a name who is there.</summary>
    public IEnumerable<(string Name, ScriptElement Cue)> Cues(Scene scene) => In(scene).Where(element => element.Kind == ElementKind.Character)
        .Select(element => (Cue: Cue.Parse(element.Text), Element: element)).Where(cue => cue.Cue.Extensions.All(IsLive) && IsName(cue.Cue.Name)).Select(cue => (cue.Cue.Name, cue.Element));

    public IReadOnlyList<string> Speakers(Scene scene) => [.. Cues(scene).Select(cue => cue.Name).Distinct()];

    /// <summary>A cue with what is said below it, as its first line and its last.</summary>
    public (int First, int Last) SpeechOf(ScriptElement cue)
    {
        var at = Script.Elements.ToList().IndexOf(cue);
        var end = at + 1;
        while (end < Script.Elements.Count && Script.Elements[end].Kind is ElementKind.Parenthetical or ElementKind.Dialogue or ElementKind.Lyrics)
            end++;
        return (cue.Span.Line, Script.Elements[end - 1].Span.LastLine);
    }

    /// <summary>True where a person is there or spoken of.</summary>
    public bool Names(Scene scene, string name) => In(scene).Any(element => Holds(element.Text, name));

    public bool Has(string words) => Holds(Text, words);

    public static bool Holds(string text, string words) => Regex.IsMatch(text, $@"(?<![\p{{L}}\d]){Regex.Escape(words)}(?![\p{{L}}\d])", RegexOptions.IgnoreCase);

    /// <summary>A name as action has it.</summary>
    public string Written(string name)
    {
        if (_written.TryGetValue(name, out var written))
            return written;
        var found = Script.Elements.Where(element => element.Kind == ElementKind.Action)
            .Select(element => Regex.Match(element.Text, $@"(?<![\p{{L}}]){Regex.Escape(name)}(?![\p{{L}}])", RegexOptions.IgnoreCase)).FirstOrDefault(match => match.Success && match.Value != name && char.IsUpper(match.Value[0]));
        return _written[name] = found?.Value ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
    }

    /// <summary>True for a scene that plays in nobody's head and in no other time.</summary>
    public bool IsPlain(Scene scene) => !Elsewhere().IsMatch(scene.Heading.Text) && !In(scene).Any(element => element.Kind is ElementKind.Action or ElementKind.Transition && Elsewhere().IsMatch(element.Text));

    /// <summary>The line before which a paragraph ends the scene: before its transition, if it has one.</summary>
    public int EndOf(Scene scene) => In(scene).Last(element => element.Kind is ElementKind.SceneHeading or ElementKind.Action or ElementKind.Character or ElementKind.Dialogue or ElementKind.Parenthetical or ElementKind.Lyrics).Span.LastLine + 1;

    /// <summary>Lines before which a paragraph may be put within a scene: behind a paragraph of action or a speech.</summary>
    public IReadOnlyList<int> Gaps(Scene scene) => [.. In(scene).Where(element => element.Kind is ElementKind.Action or ElementKind.Dialogue && element.Span.LastLine + 1 < Lines.Count && Lines[element.Span.LastLine + 1].Length == 0).Select(element => element.Span.LastLine + 1)];

    private static bool IsLive(string extension) => extension.ToUpperInvariant().Replace(".", "", StringComparison.Ordinal) is "CONT'D" or "CONT’D" or "CONT" or "CONTINUED" or "MORE";

    private static bool IsName(string name) => !Role().IsMatch(name) && name.Length > 2;

    [GeneratedRegex(@"\d|\b(FIRST|SECOND|THIRD|FOURTH|ALL|BOTH|GHOST|APPARITION|VOICE|WITCH|SERVANT|SERVANTS|MESSENGER|SOLDIER|SOLDIERS|CITIZEN|CITIZENS|CHORUS|PLEBEIANS|MUSICIAN|DOG|RECORDING|AND|GENTLEMEN|LORDS|AMBASSADORS|CAPTAIN|SAILOR|CLOWN|PLAYER|GUARD|WATCHMAN|DOCK WORKER|OFFICER|COMPUTER)\b|[&/,]")]
    private static partial Regex Role();

    [GeneratedRegex(@"FLASHBACK|FLASH BACK|DREAM|VISION|IMAGIN|MEMORY|VIRTUAL|INTERCUT|MONTAGE|EARLIER|GHOST|\bON SCREEN|HOLOGRA|\bPOV\b|SIMULAT|TWILIGHT REALM|AVATAR", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
