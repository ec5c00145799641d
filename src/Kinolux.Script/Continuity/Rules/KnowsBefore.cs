using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>What notes say that somebody knows, notes before it say that they learn.</summary>
internal static class KnowsBefore
{
    public static ContinuityRule Rule { get; } = new("knows-before", "Knows too early", Tone.Violet, "Nobody knows what they learn only later: a note [[knows: ANNA the code]] stands behind [[learns: ANNA the code]].")
    {
        Broken = "INT. VAULT - DAY\n\nANNA turns the dial without looking. [[knows: ANNA the code]]\n\nANNA\nEasy.\n\nINT. OFFICE - DAY\n\nAnna finds the slip of paper. [[learns: ANNA the code]]\n",
        Mended = "INT. OFFICE - DAY\n\nANNA finds the slip of paper. [[learns: ANNA the code]]\n\nINT. VAULT - DAY\n\nAnna turns the dial without looking. [[knows: ANNA the code]]\n\nANNA\nEasy.\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        var learnt = script.Marks.Where(mark => mark.Kind == StoryMarkKind.Learns).ToList();
        foreach (var knows in script.Marks.Where(mark => mark.Kind == StoryMarkKind.Knows))
        {
            var same = learnt.Where(mark => mark.What == knows.What).ToList();
            var own = same.Where(mark => Is(mark, knows)).ToList();
            if (own.Exists(mark => mark.Element <= knows.Element))
                continue;
            if (own.Count > 0)
                yield return Say(script, knows, $"{script.Where(knows.At)}: {knows.Name} knows \"{knows.What}\" before learning it.", 0.9, script.At(own[0].At, $"{knows.Name} learns it"));
            else if (same.Count > 0)
                yield return Say(script, knows, $"{script.Where(knows.At)}: {knows.Name} knows \"{knows.What}\" and is never seen to learn it.", 0.6, script.At(same[0].At, $"{same[0].Name} learns it"));
            else
                yield return Say(script, knows, $"{script.Where(knows.At)}: {knows.Name} knows \"{knows.What}\", and no note says how.", 0.25, script.At(knows.At, "the note"));
        }
    }

    private static bool Is(StoryMark a, StoryMark b) => a.Person >= 0 ? a.Person == b.Person : a.Name == b.Name;

    private static Finding Say(LintedScript script, StoryMark mark, string summary, double confidence, Evidence evidence) => new(Rule.Id, mark.At, "", summary, confidence, [script.At(mark.Element, $"the note says that {mark.Name} knows"), evidence]);
}
