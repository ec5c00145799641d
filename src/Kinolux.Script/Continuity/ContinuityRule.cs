using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;

namespace Kinolux.Script.Continuity;

/// <summary>A rule of continuity: what it says, and a small script that breaks it beside the same one mended.</summary>
/// <param name="Id">Its name: lower case, hyphens.</param>
/// <param name="Title">For people.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Says">What must be so, in one sentence.</param>
public sealed record ContinuityRule(string Id, string Title, Tone Tone, string Says)
{
    /// <summary>A Fountain text in which it alone is broken, once.</summary>
    public required string Broken { get; init; }

    /// <summary>The same text, in which no rule is broken.</summary>
    public required string Mended { get; init; }

    /// <summary>True where the text alone shows a break, whatever the story means: a surest finding then needs no person.</summary>
    public bool IsFormal { get; init; }

    /// <summary>Finds where it is broken, in any order.</summary>
    internal Func<LintedScript, IEnumerable<Finding>> Find { get; init; } = _ => [];

    public override string ToString() => Id;
}
