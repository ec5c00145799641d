using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Whether a network judges a shot's dirt instead of the stage's own table: chosen in the first pass by what the cards measured, and said in the plan.</summary>
internal static class JudgeChoice
{
    // Fewer frames leave nothing to be judged by.
    private const int ShortestShot = 3;

    /// <summary>Names for the shot the best model; nothing where the table judges.</summary>
    /// <exception cref="Core.Faults.FaultException">KX3801: a model is to be used always, and ONNX Runtime is not there.</exception>
    public static IReadOnlyList<Proposal> Propose(ModelRegistry models, ShotSurvey shot, Quality quality, ModelUse use, StageInfo stage)
    {
        if (shot.Frames.Count < ShortestShot || use == ModelUse.Never || use == ModelUse.Auto && quality != Quality.Best)
            return [];
        var best = models.Of(ModelTask.JudgeDirt).Select(card => (Card: card, Gain: GainOf(card)))
            .Where(choice => use == ModelUse.Always || choice.Gain > 0)
            .OrderByDescending(choice => use == ModelUse.Always && models.IsOwn(choice.Card)).ThenByDescending(choice => choice.Gain ?? double.MinValue).FirstOrDefault();
        if (best.Card is not { } card || !PlannedModel.CanRun(use))
            return [];
        var frames = shot.Shot.Frames;
        var proposal = Proposal.Of(
            Despeckle.Judge, new FilmPlace(frames), "dirt", 0.9,
            new ProposalSource(stage.Id, stage.Version.ToString(CultureInfo.InvariantCulture)), []);
        return
        [
            PlannedModel.AddTo(proposal, card, " judged by the model", model => best.Gain is { } gain
                ? new Evidence($"gain in F1 over the stage's own table, of {model}, as its card measured", Math.Round(gain, 4), 0)
                : new Evidence($"asked for, though nobody held it against the stage's own table: {model}")),
        ];
    }

    private static double? GainOf(ModelCard card)
    {
        var gains = card.Quality.Where(quality => quality is { Measure: "f1", Classical: not null }).Select(quality => quality.Value - (quality.Classical ?? 0)).ToList();
        return gains.Count == 0 ? null : gains.Average();
    }
}
