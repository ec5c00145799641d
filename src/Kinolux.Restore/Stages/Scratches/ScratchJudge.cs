namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/>. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    // Fitted as ./dev bench lines fits, with lines of clean clips among the false; see docs/decisions/0501.
    private const float Bias = -0.56f;

    private static readonly float[] Weights = [1.092f, 1.352f, -2.795f, 1.025f, 6.867f, 0.568f, -0.765f, -1.372f, 0.193f, -0.870f];

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    /// <summary>The least that the film must show more of a line than the scene does, in earlier and in later frames. Poles, blinds and wires stay below it, and so does every line that stands still in a still shot: nobody can tell it from them.</summary>
    public const float LeastAgainst = 0.15f;

    // Where the whole picture moves, and what is beside the line went so many samples away from it, nothing that passes before a pole explains it: earlier and later frames speak together, and less is enough.
    private const float WellApart = 2;
    private const float LeastTogether = 0.1f;

    // Where the whole picture leaves the line's place over tens of frames, and what is beside the line went a sample away from it already, the table may tell; what sways or breathes comes back.
    private const float Apart = 1;
    public const float LeastWhereItGoes = 0.05f;

    /// <summary>True where only a person can tell.</summary>
    /// <param name="sceneMoves">Whether the whole picture goes past the line.</param>
    /// <param name="sceneGoes">Whether it leaves the line's place over tens of frames.</param>
    /// <param name="least">How much more the film must show on either side.</param>
    public static bool Waits(LineKind kind, LineTrack track, bool sceneMoves, bool sceneGoes, float least = LeastAgainst) => kind != LineKind.Narrow || !(
        (sceneGoes && track.Apart >= Apart && track.Against >= LeastWhereItGoes) ||
        (sceneMoves && track.Apart >= WellApart ? track.Against >= LeastTogether : track.Least >= least));

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
