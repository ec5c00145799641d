namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/>. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    private const float Bias = -0.5f;

    // Fitted on damaged clean clips; see docs/decisions/0501.
    private static readonly float[] Weights =
    [
        2.162f, 1.938f, -0.407f, -0.750f, 0.284f, -0.386f, 0.718f, -0.383f, 0.110f, -0.965f, -1.822f, 0.846f,
    ];

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    /// <summary>0 to 1.</summary>
    public static double Confidence(in ScratchTraits traits)
    {
        var sum = (double)Bias;
        for (var i = 0; i < ScratchTraits.Count; i++)
            sum += Weights[i] * traits[i];
        var confidence = 1 / (1 + Math.Exp(-sum));
        return traits.CannotBeTold ? Math.Min(Undecided, confidence) : confidence;
    }
}
