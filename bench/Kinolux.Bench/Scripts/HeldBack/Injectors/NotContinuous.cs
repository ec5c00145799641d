using System.Text.RegularExpressions;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Calls a scene continuous before which time passes, or which has nothing to do with the one before it.</summary>
internal static partial class NotContinuous
{
    private static readonly string[] Jumps =
    [
        "SUPER: \"SIX MONTHS LATER\"", "A winter goes by.", "> TEN YEARS LATER <", "TITLE CARD: The following spring", "Weeks pass. The leaves turn.", "CAPTION: \"Two days later\"", "A week passes before anyone speaks of it again.", "TITLE: NEXT MORNING",
        "Hours go by.", "SUPERIMPOSE: One year later", "Days come and go.", "The seasons change.", "> THREE WEEKS LATER <", "Months later. Dust everywhere.",
    ];

    private static readonly string[] Openings =
    [
        "Three days have gone by.", "Two months later. Everything is covered in snow.", "It is the next morning.", "A year has passed.", "Much has changed in the weeks since.", "Some days later. The plants on the sill have died.", "The following week.", "Hours later.",
    ];

    private static readonly (string Heading, string Act)[] Strangers =
    [
        ("EXT. WHALING SHIP - CONTINUOUS", "Sailors of another century haul at a rope. Spray."), ("INT. PARLIAMENT - DAY - CONTINUOUS", "Rows of sleeping deputies. An usher snuffs a candle."), ("EXT. RICE TERRACES - CONTINUOUS", "Women with bent backs, up to the knees in mud."),
        ("INT. SUBMARINE - ENGINE ROOM - CONTINUOUS", "Stokers in vests. A valve hisses."), ("EXT. STEPPE - DAWN (CONTINUOUS)", "Horsemen, no larger than ants."), ("INT. CHOCOLATE FACTORY - CONTINUOUS", "White caps, brown vats. A conveyor belt jams."),
        ("EXT. POLAR CAMP - CONTINUOUS", "Dogs howl at a tent that flaps in the gale."), ("INT. MONASTERY - SCRIPTORIUM - CONTINUOUS", "Forty monks copy forty books."),
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 2)
            return null;
        var next = scenes[1 + random.Next(scenes.Count - 1)];
        var end = script.EndOf(scenes[next.Index - 1]);
        var heading = script.Lines[next.Heading.Span.Line];
        if (random.Next(3) == 0)
        {
            var (title, act) = random.Of(Strangers);
            var at = script.Script.Elements[next.First - 1].Span.LastLine + 1;
            return next.Slugline.Time.Contains("CONT", StringComparison.OrdinalIgnoreCase) || script.Speakers(scenes[next.Index - 1]).Count == 0 ? null
                : new Fault(["not-continuous"], $"{script.Name} {next.Number}: {title}", new Draft(script).Put(at, title + MarkedText.Mark).Put(at, act).Done());
        }
        if (Time().Match(heading) is not { Success: true } match)
            return null;
        var changed = random.Next(3) switch
        {
            0 => Time().Replace(heading, match.Groups[1].Value + "CONTINUOUS"),
            1 => Time().Replace(heading, match.Value + " - CONTINUOUS"),
            _ => Time().Replace(heading, match.Value + " (CONTINUOUS)"),
        };
        var draft = new Draft(script).Say(next.Heading.Span.Line, changed + MarkedText.Mark);
        var isBefore = random.Next(2) == 0;
        var jump = random.Of(isBefore ? Jumps : Openings);
        draft.Put(isBefore ? end : next.Heading.Span.LastLine + 1, jump + MarkedText.Mark);
        return new Fault(["not-continuous"], $"{script.Name} {next.Number}: {jump} / {changed}", draft.Done());
    }

    [GeneratedRegex(@"(\s-+\s)(DAY|NIGHT|MORNING|EVENING)(?=\s*(#[^#]*#)?$)")]
    private static partial Regex Time();
}
