namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// Second stage of detection: says how surely a candidate is dirt, by logistic regression over <see cref="SpeckTraits"/>.
/// Licsár, Szirányi, Czúni, "Trainable blotch detection on high resolution archive films minimizing the human interaction", 2010, show what a trained second stage is worth.
/// </summary>
internal static class SpeckJudge
{
    /// <summary>Candidates less sure than this are not worth a person's look.</summary>
    public const double LeastConfidence = 0.15;

    private const float Bias = -0.8f;

    // Fitted on damaged clean clips; what those do not show (things that fly, crowds, swarms, smoke, shot ends) is set by hand. See docs/decisions/0500.
    private static readonly float[] Weights =
    [
        -0.105f, 1.886f, 0.904f, 0.106f, 0.027f, 1.344f, -12f, -0.116f, 0.036f, 0.079f, -0.352f, -1.135f, -3f, 2.418f, -1.5f, -2f, -10f,
    ];

    /// <summary>0 to 1.</summary>
    public static double Confidence(in SpeckTraits traits) => ConfidenceOf(Score(traits));

    /// <summary>0 to 1 for log odds.</summary>
    public static double ConfidenceOf(double score) => 1 / (1 + Math.Exp(-score));

    /// <summary>The log odds that it is dirt.</summary>
    public static double Score(in SpeckTraits traits)
    {
        var sum = (double)Bias;
        for (var i = 0; i < SpeckTraits.Count; i++)
            sum += Weights[i] * traits[i];
        return sum;
    }
}
