namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// Second stage of detection: says how surely a candidate is dirt, by logistic regression over <see cref="SpeckTraits"/>.
/// Licsár, Szirányi, Czúni, "Trainable blotch detection on high resolution archive films minimizing the human interaction", 2010, show what a trained second stage is worth.
/// </summary>
internal static class SpeckJudge
{
    /// <summary>Candidates less sure than this are not worth a person's look.</summary>
    public const double LeastConfidence = 0.15;

    // Without any dirt around, no look alone is proof: a ball, a shot or a spark looks like the plainest of it.
    private const double Undecided = -0.5;
    private const double LeastDirt = 0.3;

    // The log odds that dirt all around adds, to any and to the surest.
    private const double Reluctance = 5;
    private const double Trust = 11;

    private const float Bias = -0.8f;

    // Fitted on damaged clean clips; what those do not show (things that fly, crowds, swarms, smoke, shot ends) is set by hand. See docs/decisions/0500.
    private static readonly float[] Weights =
    [
        -0.105f, 1.886f, 0.904f, 0.106f, 0.027f, 1.344f, -12f, -0.116f, 0.036f, 0.079f, -0.352f, -1.135f, -3f, 2.418f, -1.5f, -2f, -10f,
    ];

    /// <summary>0 to 1.</summary>
    public static double Confidence(in SpeckTraits traits) => ConfidenceOf(Score(traits));

    /// <summary>The log odds of one that has these by its looks, in a shot that has dirt as surely as <paramref name="dirt"/> (<see cref="Survey.ShotSurvey.Dirt"/>).</summary>
    public static double Weighed(double score, double dirt) => dirt >= 1 ? score : Math.Min(score - Reluctance * (1 - dirt), Undecided + Trust * Math.Max(0, dirt - LeastDirt));

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
