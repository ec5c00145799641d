namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/>. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    // Fitted by ./dev bench lines on films of many kinds; see docs/decisions/0501.
    private const float Bias = -2.899f;

    private static readonly float[] Weights = [0.987f, 2.830f, -3.929f, 1.306f, 7.177f, 0.682f, -1.041f, -1.199f, -0.416f];

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    /// <summary>
    /// The least that the film must show more of a line than the scene does, all frames around taken together, and a quarter of it in the earlier and in the later frames by themselves:
    /// what passes before a pole hides it on one side. Poles, blinds and wires stay below it.
    /// </summary>
    public const float LeastAgainst = 0.15f;

    /// <summary>The least that film and scene must have a line apart, in samples: its place is known to a fraction of one. A line that stands still in a still shot stays below it, and nobody can tell it from a pole.</summary>
    public const float LeastApart = 1;

    /// <summary>True where only a person can tell.</summary>
    /// <param name="least">How much more the film must show.</param>
    public static bool Waits(LineKind kind, LineTrack track, float least = LeastAgainst) =>
        kind != LineKind.Narrow || track.Apart < LeastApart || track.Against < least || track.Least < least / 4;

    /// <summary>0 to 1.</summary>
    public static double Confidence(in ScratchTraits traits, bool waits)
    {
        var sum = (double)Bias;
        for (var i = 0; i < ScratchTraits.Count; i++)
            sum += Weights[i] * traits[i];
        var confidence = 1 / (1 + Math.Exp(-sum));
        return waits ? Math.Min(Undecided, confidence) : confidence;
    }
}
