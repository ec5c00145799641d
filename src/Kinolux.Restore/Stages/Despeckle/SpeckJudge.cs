namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// Second stage of detection: says how surely a candidate is dirt, by logistic regression over <see cref="SpeckTraits"/>.
/// Licsár, Szirányi, Czúni, "Trainable blotch detection on high resolution archive films minimizing the human interaction", 2010, show what a trained second stage is worth.
/// </summary>
internal static class SpeckJudge
{
    private const float Bias = 0;

    // Fitted on damaged clean clips; see docs/decisions/0500.
    private static readonly float[] Weights =
    [
        0.2f, 0.4f, 0.8f, 1.0f, 0.8f, 0.5f, -6f, 0.5f, -0.3f, -0.5f, -0.3f, -0.5f, -0.3f, 0.3f,
    ];

    /// <summary>0 to 1.</summary>
    public static double Confidence(in SpeckTraits traits)
    {
        var sum = (double)Bias;
        for (var i = 0; i < SpeckTraits.Count; i++)
            sum += Weights[i] * traits[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
