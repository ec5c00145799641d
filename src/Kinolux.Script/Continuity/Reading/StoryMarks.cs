using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Reads marks of the story from notes, and props from breakdown tags.</summary>
internal static class StoryMarks
{
    private static readonly string[] Lost = ["gone", "destroyed", "lost", "broken", "burnt", "burned", "stolen", "thrown away", "left behind", "sold", "smashed", "buried", "sunk"];

    public static IReadOnlyList<StoryMark> Of(LintedScript script)
    {
        List<StoryMark> marks = [];
        var printed = -1;
        var isDocument = script.Script.Source.AsSpan().TrimStart().StartsWith("<");
        for (var i = 0; i < script.Script.Elements.Count; i++)
        {
            var element = script[i];
            if (element.Kind.IsPrinted)
            {
                printed = i;
                // Runs of a text are read when they are asked for: only where a note is among them.
                if (isDocument || element.Content.Contains("[[", StringComparison.Ordinal))
                    foreach (var run in element.Runs)
                        if ((run.Style & TextStyle.Note) != 0)
                            Read(script, marks, run.Text, i, i);
            }
            else if (element.Kind == ElementKind.Note)
            {
                Read(script, marks, element.Content, i, Math.Max(0, printed));
            }
        }
        return marks;
    }

    // A note may hold several, one a line or parted by semicolons.
    private static void Read(LintedScript script, List<StoryMark> marks, string note, int element, int at)
    {
        foreach (var part in note.Trim().TrimStart('[').TrimEnd(']').Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.IndexOf(':', StringComparison.Ordinal) is not (> 0 and < 24 and var colon) || KindOf(part[..colon]) is not { } kind)
                continue;
            var value = part[(colon + 1)..].Trim();
            if (value.Length == 0)
                continue;
            if (kind is StoryMarkKind.Learns or StoryMarkKind.Knows)
            {
                if (Knowledge(script, value) is { } known)
                    marks.Add(new StoryMark(kind, element, at, known.Person, known.Name, known.What));
            }
            else if (kind is StoryMarkKind.Prop or StoryMarkKind.Gone)
            {
                foreach (var prop in value.Split([',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    Prop(script, marks, kind, prop, element, at);
            }
            else
            {
                marks.Add(new StoryMark(kind, element, at, -1, "", Plain(script, value)));
            }
        }
    }

    private static void Prop(LintedScript script, List<StoryMark> marks, StoryMarkKind kind, string value, int element, int at)
    {
        var what = Plain(script, value);
        foreach (var lost in Lost)
            if (what.EndsWith($" {lost}", StringComparison.Ordinal))
                (kind, what) = (StoryMarkKind.Gone, what[..^(lost.Length + 1)]);
        if (what.EndsWith(" is", StringComparison.Ordinal))
            what = what[..^3];
        if (what.Length > 0)
            marks.Add(new StoryMark(kind, element, at, -1, "", what));
    }

    private static StoryMarkKind? KindOf(string key) => string.Concat(key.Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "PROP" or "PROPS" or "PROPSEEN" or "SEES" or "SEEN" => StoryMarkKind.Prop,
        "GONE" or "PROPGONE" or "PROPLOST" or "PROPDESTROYED" or "DESTROYED" or "LOST" => StoryMarkKind.Gone,
        "SETUP" or "SETSUP" or "PLANT" or "PLANTS" or "PLANTED" or "FORESHADOW" or "FORESHADOWS" => StoryMarkKind.Setup,
        "PAYOFF" or "PAYSOFF" or "PAYOFFS" or "PAIDOFF" or "CALLBACK" => StoryMarkKind.Payoff,
        "LEARNS" or "LEARNT" or "LEARNED" or "LEARN" or "FINDSOUT" or "DISCOVERS" => StoryMarkKind.Learns,
        "KNOWS" or "KNOW" or "KNOWN" or "USES" or "KNOWSABOUT" => StoryMarkKind.Knows,
        _ => null,
    };

    // "ANNA the code", "ANNA: the code", "Anna - the code".
    private static (int Person, string Name, string What)? Knowledge(LintedScript script, string value)
    {
        var words = script.Tokens.Named(value);
        if (words.Count < 2)
            return null;
        var first = words[0].Person >= 0 ? words[0] : script.Tokens.Named(value.ToUpperInvariant())[0];
        var rest = string.Join(' ', words.Where(word => word.Start >= first.End).Select(word => word.Text).SkipWhile(word => word is "that" or "about" or "of" or "the"));
        return rest.Length == 0 ? null : (first.Person, first.Person >= 0 ? script.NameOf(first.Person) : first.Text.ToUpperInvariant(), rest);
    }

    private static string Plain(LintedScript script, string value) => string.Join(' ', script.Tokens.Of(value).Select(word => word.Text).SkipWhile(word => word is "the" or "a" or "an"));
}
