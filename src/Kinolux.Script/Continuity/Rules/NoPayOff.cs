using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>What notes set up, a later note pays off.</summary>
internal static class NoPayOff
{
    public static ContinuityRule Rule { get; } = new("no-pay-off", "Never paid off", Tone.Green, "What a note sets up, [[setup: the locked drawer]], a later note pays off, [[payoff: the locked drawer]].")
    {
        Broken = "INT. STUDY - DAY\n\nIDA tries the drawer. [[setup: the locked drawer]]\n\nIDA\nLocked.\n\nEXT. PORCH - DAY\n\nIda waits.\n",
        Mended = "INT. STUDY - DAY\n\nIDA tries the drawer. [[setup: the locked drawer]]\n\nIDA\nLocked.\n\nEXT. PORCH - DAY\n\nIda turns a small key in her hand. [[payoff: the locked drawer]]\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        var paid = script.Marks.Where(mark => mark.Kind == StoryMarkKind.Payoff).ToList();
        var setups = script.Marks.Where(mark => mark.Kind == StoryMarkKind.Setup).ToList();
        foreach (var setup in setups)
        {
            if (paid.Exists(mark => mark.What == setup.What && mark.Element >= setup.Element))
                continue;
            var early = paid.Find(mark => mark.What == setup.What);
            yield return new Finding(Rule.Id, setup.At, "", $"{script.Where(setup.At)}: \"{setup.What}\" is set up and {(early is null ? "never paid off" : "paid off only before")}.", 0.85, [script.At(setup.Element, "the note sets it up"), .. early is null ? Array.Empty<Evidence>() : [script.At(early.At, "it is paid off here")]]);
        }
        foreach (var payoff in paid)
            if (!setups.Exists(mark => mark.What == payoff.What))
                yield return new Finding(Rule.Id, payoff.At, "", $"{script.Where(payoff.At)}: \"{payoff.What}\" is paid off and was never set up.", 0.6, [script.At(payoff.Element, "the note pays it off")]);
    }
}
