namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/>. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    private const float Bias = -4.761f;

    // Fitted on photographs that move under damage; see docs/decisions/0501.
    private static readonly float[] Weights =
    [
        1.614f, 1.758f, 0.336f, -0.264f, 0.159f, -1.154f, 0.665f, -0.213f, 0.322f, -2.120f, -1.636f, 1.071f, 2.767f, 2.746f,
    ];

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    /// <summary>0 to 1.</summary>
    /// <param name="isOther">It may be a pole, or the rim of the printed frame, which wanders with the film as a scratch does.</param>
    public static double Confidence(in ScratchTraits traits, bool isOther)
    {
        var sum = (double)Bias;
        for (var i = 0; i < ScratchTraits.Count; i++)
            sum += Weights[i] * traits[i];
        var confidence = 1 / (1 + Math.Exp(-sum));
        return traits.CannotBeTold || isOther ? Math.Min(Undecided, confidence) : confidence;
    }
}
