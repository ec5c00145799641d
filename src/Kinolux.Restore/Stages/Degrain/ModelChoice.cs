using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Which model takes the noise out of a shot: chosen in the first pass by what its card measured, and named in the plan by name and hash.</summary>
/// <param name="Gain">By how many dB it beat the stage without a model at such noise; null where nobody measured it.</param>
internal sealed record ModelChoice(ModelCard Card, double? Gain)
{
    // In a shorter shot a model of film would be shown a frame as its own neighbour, noise and all, and believe it.
    private const int ShortestFilm = 4;

    // Models learn white noise; what is coarser they take for picture.
    private const float CoarsestWhite = 1.5f;

    /// <summary>The best model for the shot; null where the stage does better without, may not spend as much, or there is none.</summary>
    /// <exception cref="FaultException">KX3801: a model is to be used always, and ONNX Runtime is not there.</exception>
    public static ModelChoice? Of(ModelRegistry models, NoiseOfShot noise, ShotSurvey shot, Quality quality, ModelUse use)
    {
        if (use == ModelUse.Never || use == ModelUse.Auto && (quality == Quality.Fast || noise.Coarseness > CoarsestWhite))
            return null;
        var level = noise.Curve.Mean / 257;
        var choices = (shot.Frames.Count < ShortestFilm ? [] : models.Of(ModelTask.VideoDenoise)).Concat(models.Of(ModelTask.Denoise))
            .Where(card => card.Outputs[0].Channels.Count == (shot.Format.IsRgb ? 3 : 1))
            .Select(card => new ModelChoice(card, GainAt(card, level))).ToList();
        var best = use == ModelUse.Always
            ? choices.OrderByDescending(choice => models.IsOwn(choice.Card)).ThenByDescending(choice => choice.Gain ?? double.MinValue).FirstOrDefault()
            : choices.Where(choice => choice.Gain > 0 && choice.Card.OperationsPerSample <= MostOperations(quality)).MaxBy(choice => choice.Gain);
        return best is not null && PlannedModel.CanRun(use) ? best : null;
    }

    /// <summary>The proposal with the model in its change, its evidence and its source.</summary>
    public Proposal AddTo(Proposal proposal) => PlannedModel.AddTo(proposal, Card, ", taken out by the model", model => Gain is { } gain
        ? new Evidence($"gain over the stage without a model, in dB, of {model}, as its card measured at such noise", Math.Round(gain, 2), 0)
        : new Evidence($"asked for, though nobody held it against the stage without a model: {model}"));

    /// <summary>Multiplications and additions for a sample. A 720 × 576 frame has 0.4 million samples, two threads do some 0.2 million million a second.</summary>
    private static double MostOperations(Quality quality) => quality == Quality.Balanced ? 50_000 : 5_000_000;

    // Between the noise levels that were measured the gain is linear, beyond them constant.
    private static double? GainAt(ModelCard card, double sigma)
    {
        var gains = card.Quality
            .Where(quality => quality is { Measure: "psnr", Sigma: not null, Classical: not null })
            .GroupBy(quality => quality.Sigma ?? 0, quality => quality.Value - (quality.Classical ?? 0))
            .Select(group => (Sigma: group.Key, Gain: group.Average())).OrderBy(entry => entry.Sigma).ToList();
        if (gains.Count == 0)
            return null;
        var above = gains.FindIndex(entry => entry.Sigma >= sigma);
        if (above <= 0)
            return above < 0 ? gains[^1].Gain : gains[0].Gain;
        var (low, high) = (gains[above - 1], gains[above]);
        return low.Gain + (high.Gain - low.Gain) * (sigma - low.Sigma) / (high.Sigma - low.Sigma);
    }
}
