using System.Text.RegularExpressions;
using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Misspells a name once that is spelled right at least three times: in a cue, in action, in a heading.</summary>
internal static partial class NameVaries
{
    private static readonly (string From, string To)[] Sounds =
    [
        ("PH", "F"), ("C", "K"), ("K", "C"), ("Y", "I"), ("I", "Y"), ("IE", "EI"), ("EI", "IE"), ("S", "Z"), ("Z", "S"), ("H", ""), ("E", "A"), ("A", "E"), ("O", "U"), ("U", "O"), ("TH", "T"), ("CK", "K"), ("CH", "SH"), ("V", "W"), ("W", "V"), ("AI", "AY"), ("N", "M"),
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        var cues = scenes.SelectMany(script.Cues).ToList();
        var names = cues.GroupBy(cue => cue.Name).Where(group => group.Count() >= 4 && Letters().IsMatch(group.Key)).ToList();
        if (names.Count == 0)
            return null;
        var group = random.Of(names);
        if (Slip(group.Key, random) is not { } slip || script.Has(slip) || cues.Any(cue => cue.Name != group.Key && Distance(cue.Name, slip) <= 1))
            return null;
        return random.Next(4) switch
        {
            0 => InAction(script, random, group.Key, slip),
            _ => InCue(script, random.Of(group.Skip(2).ToList()).Cue, group.Key, slip),
        };
    }

    private static Fault InCue(CleanScript script, ScriptElement cue, string name, string slip)
    {
        var (first, last) = script.SpeechOf(cue);
        return new Fault(["name-varies"], $"{script.Name} line {first + 1}: {name} / {slip}", new Draft(script).Say(first, script.Lines[first].Replace(name, slip, StringComparison.Ordinal)).Mark(first, last).Done());
    }

    private static Fault? InAction(CleanScript script, Random random, string name, string slip)
    {
        var written = script.Written(name);
        var places = script.Script.Elements.Where(element => element.Kind == ElementKind.Action && element.Span.Line == element.Span.LastLine && Regex.IsMatch(element.Text, $@"\b{Regex.Escape(written)}\b")).Skip(1).ToList();
        if (places.Count == 0 || written.Length != name.Length)
            return null;
        var line = random.Of(places).Span.Line;
        var wrong = written.Skip(1).All(char.IsUpper) ? slip : slip[..1] + slip[1..].ToLowerInvariant();
        return new Fault(["name-varies"], $"{script.Name} line {line + 1}: {written} / {wrong}", new Draft(script).Say(line, Regex.Replace(script.Lines[line], $@"\b{Regex.Escape(written)}\b", wrong)).Mark(line, line).Done());
    }

    // The first letter stays: nobody misses that.
    private static string? Slip(string name, Random random)
    {
        var at = 1 + random.Next(name.Length - 2);
        switch (random.Next(4))
        {
            case 0:
                return name[at] == name[at + 1] ? null : $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}";
            case 1:
                return name[..at] + name[(at + 1)..];
            case 2:
                return name[..at] + name[at] + name[at..];
            default:
                var sounds = Sounds.Where(sound => name.IndexOf(sound.From, 1, StringComparison.Ordinal) > 0).ToList();
                if (sounds.Count == 0)
                    return null;
                var (from, to) = random.Of(sounds);
                var place = name.IndexOf(from, 1, StringComparison.Ordinal);
                return name[..place] + to + name[(place + from.Length)..];
        }
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (i, letter) in one.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j < row.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    [GeneratedRegex(@"^[A-Z]{5,}$")]
    private static partial Regex Letters();
}
