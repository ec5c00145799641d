using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Numbers the scenes, and makes one mistake.</summary>
internal static partial class NumberGap
{
    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 5)
            return null;
        var at = 1 + random.Next(scenes.Count - 3);
        var start = random.Next(3) == 0 ? 1 : random.Next(1, 90);
        var kind = random.Next(5);
        var gap = random.Next(1, 4);
        var draft = new Draft(script);
        for (var i = 0; i < scenes.Count; i++)
        {
            int? number = kind switch
            {
                0 => start + i + (i >= at ? gap : 0),
                1 => start + i - (i >= at ? 1 : 0),
                2 => start + (i == at ? at + 1 : i == at + 1 ? at : i),
                3 => i == at ? null : start + i - (i > at ? 1 : 0),
                _ => i == at ? start + i + 10 * gap : start + i,
            };
            var line = scenes[i].Heading.Span.Line;
            var isMarked = i >= at - 1 && i <= at + 2;
            draft.Say(line, Number().Replace(script.Lines[line], "") + (number is { } own ? string.Create(CultureInfo.InvariantCulture, $" #{own}#") : "") + (isMarked ? MarkedText.Mark : ""));
        }
        string[] kinds = ["missing", "twice", "swapped", "without a number", "leaps"];
        return new Fault(["number-gap"], string.Create(CultureInfo.InvariantCulture, $"{script.Name}, the scene at {at + 1} of {scenes.Count}: {kinds[kind]}"), draft.Done());
    }

    [GeneratedRegex(@"\s*#[^#]+#\s*$")]
    private static partial Regex Number();
}
