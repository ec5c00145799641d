using Kinolux.Core.Review;
using Kinolux.Script.Continuity;

namespace Kinolux.Script.Works;

/// <summary>What is proposed of scripts: a kind for each rule of the linter, and two of its own.</summary>
public static class ScriptKinds
{
    /// <summary>Two names may be one person's.</summary>
    public const string Alias = "alias";

    /// <summary>A scene may be another than it was taken for.</summary>
    public const string SameScene = "same-scene";

    /// <summary>A person said who is a woman, and who is none.</summary>
    public const string Woman = "woman";

    // A finding that applies stands in the notes as a fault to mend. What a story means nobody but a person says: only what the text itself shows may.
    private const double Sure = 0.8;

    public static IReadOnlyList<ProposalKind> All { get; } =
    [
        .. ContinuityRules.All.Select(rule => new ProposalKind(rule.Id, rule.Title, rule.Tone) { Rules = [.. rule.IsFormal ? [new KindRule(Sure, Verdict.Accept)] : (KindRule[])[], new KindRule(0, Verdict.Wait, "it may be meant so")], Says = change => Mend.Of(change)?.Says }),
        new(Alias, "One person with two names", Tone.Green)
        {
            Rules = [new KindRule(0, Verdict.Wait, "only a person knows who is who")],
            Says = change => $"counts {change["other"]} as {change["name"]}",
        },
        new(SameScene, "Which scene is which", Tone.Blue)
        {
            Rules = [new KindRule(0, Verdict.Wait, "both read the same")],
            Says = change => $"stays {change["scene"]}, and is not {change["instead"]}",
        },
        new(Woman, "Who is a woman", Tone.Plain),
    ];
}
