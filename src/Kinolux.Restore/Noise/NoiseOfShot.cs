using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Noise;

/// <summary>The noise of a shot: from the first pass, and as a proposal's change carries it, where a person may edit it.</summary>
internal static class NoiseOfShot
{
    /// <summary>The name in a change: the curve's knots in 8-bit levels.</summary>
    public const string Key = "sigma";

    /// <summary>The median of the frames' curves, or of their single levels where no curves were measured.</summary>
    public static NoiseCurve Survey(ShotSurvey shot)
    {
        var curves = shot.Frames.Select(frame => frame.NoiseCurve).Where(curve => curve.Mean > 0).ToArray();
        return curves.Length > 0 ? NoiseCurve.Median(curves) : NoiseCurve.Median(shot.Frames.Select(frame => NoiseCurve.Flat(frame.Noise)).ToArray());
    }

    /// <summary>What was decided about the noise: the accepted proposal's curve, the survey's where nothing was proposed, none where it was not accepted.</summary>
    public static NoiseCurve Decided(ShotSurvey shot, IReadOnlyList<Decided> planned) =>
        planned.Count == 0 ? Survey(shot)
        : planned.FirstOrDefault(decided => decided.Applies) is { } accepted ? Read(accepted.Proposal.Change) ?? Survey(shot)
        : NoiseCurve.None;

    public static JsonArray Write(NoiseCurve curve) =>
        new([.. curve.Sigma.Select(sigma => JsonValue.Create(Math.Round(sigma / 257, 2)))]);

    private static NoiseCurve? Read(JsonObject? change)
    {
        if (change?[Key] is not JsonArray { Count: NoiseCurve.Knots } knots)
            return null;
        var sigma = new float[NoiseCurve.Knots];
        for (var i = 0; i < sigma.Length; i++)
            if (knots[i] is not JsonValue value || !value.TryGetValue(out double level) || !(level is >= 0 and < 256))
                return null;
            else
                sigma[i] = (float)(level * 257);
        return new NoiseCurve(sigma);
    }
}
