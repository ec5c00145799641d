namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Says how surely a line is a scratch: logistic regression over <see cref="ScratchTraits"/> and what the frames around say. What tells is whether the line moves with the scene or with the film.</summary>
internal static class ScratchJudge
{
    private const float Bias = -4.761f;

    // Fitted on photographs that move under damage; see docs/decisions/0501.
    private static readonly float[] Weights =
    [
        1.614f, 1.758f, 0.336f, -0.264f, 0.159f, -1.154f, 0.665f, -0.213f, 0.322f, -2.120f, -1.636f, 1.071f, 2.767f, 2.746f,
    ];

    // Fitted with the table held (training/lines.py). It speaks only for a line, since a short scratch has no company;
    // and from two fifths on, since trunks that are taken for scratches here are taken for them next door as well.
    private const float OfSupport = 10.65f;
    private const float LeastSupport = 0.4f;

    // What looks like a pole here is none where so much of the frames around is a scratch.
    private const float EnoughSupport = 0.5f;

    // Below what a policy accepts unasked.
    private const double Undecided = 0.45;

    public static bool Waits(JudgedLine line) =>
        line.Kind == LineKind.Rim || ((line.Kind == LineKind.Broad || line.Traits.CannotBeTold) && !(line.Support >= EnoughSupport));

    public static double Confidence(JudgedLine line)
    {
        var sum = (double)Bias + OfSupport * Math.Max(0, (line.Support ?? 0) - LeastSupport);
        for (var i = 0; i < ScratchTraits.Count; i++)
            sum += Weights[i] * line.Traits[i];
        var confidence = 1 / (1 + Math.Exp(-sum));
        return Waits(line) ? Math.Min(Undecided, confidence) : confidence;
    }
}
