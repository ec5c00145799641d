namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/>. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    // Fitted by ./dev bench lines on films of many kinds; see docs/decisions/0501.
    private const float Bias = -2.899f;

    private static readonly float[] Weights = [0.987f, 2.830f, -3.929f, 1.306f, 7.177f, 0.682f, -1.041f, -1.199f, -0.416f];

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    /// <summary>The least that the film must show more of a line than the scene does, in earlier and in later frames. Poles, blinds and wires stay below it, and so does every line that stands still in a still shot: nobody can tell it from them.</summary>
    public const float LeastAgainst = 0.15f;

    // Where the whole picture moves, and what is beside the line went so many samples away from it, nothing that passes before a pole explains it: earlier and later frames speak together, and less is enough.
    private const float WellApart = 2;
    private const float LeastTogether = 0.1f;

    /// <summary>True where only a person can tell.</summary>
    /// <param name="sceneMoves">Whether the whole picture goes past the line.</param>
    /// <param name="least">How much more the film must show on either side.</param>
    public static bool Waits(LineKind kind, LineTrack track, bool sceneMoves, float least = LeastAgainst) =>
        kind != LineKind.Narrow || (sceneMoves && track.Apart >= WellApart ? track.Against < LeastTogether : track.Least < least);

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
