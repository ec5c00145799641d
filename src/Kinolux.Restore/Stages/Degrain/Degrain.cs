using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Grain and noise, taken out at the level measured for each brightness. Off by default: grain is the film's look. See <c>degrain.md</c>.</summary>
public sealed class Degrain : IRestorationStage
{
    /// <summary>The kind of proposal for the noise of one shot.</summary>
    public const string Grain = "grain";

    // Less than a fifth of an 8-bit level is rounding.
    private const float Least = 0.2f * 257;

    public StageInfo Info { get; } = new(
        "degrain", "Grain and noise", "Takes out film grain and noise at the measured level, following the motion.",
        Version: 1, Before: BlockSearch.Reach, After: BlockSearch.Reach, [Grain]) { OnByDefault = false };

    public StageOptions DefaultOptions { get; } = new DegrainOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options)
    {
        var curve = NoiseOfShot.Survey(shot);
        if (curve.Mean < Least)
            return [];
        var evidence = new List<Evidence> { new("noise, in 8-bit levels", Math.Round(curve.Mean / 257, 2), Math.Round(Least / 257, 2)) };
        for (var i = 0; i < NoiseCurve.Knots; i++)
            evidence.Add(new Evidence(string.Create(CultureInfo.InvariantCulture, $"noise at grey {(2 * i + 1) * 16}"), Math.Round(curve.Sigma[i] / 257, 2)));
        return
        [
            new Proposal(
                ProposalId.Of(Grain, shot.Shot.Frames, null), Grain, shot.Shot.Frames, null,
                string.Create(CultureInfo.InvariantCulture, $"Grain of {curve.Mean / 257:0.0} levels"), 0.9,
                new ProposalSource(Info.Id, Info.Version.ToString(CultureInfo.InvariantCulture)), evidence,
                new JsonObject { [NoiseOfShot.Key] = NoiseOfShot.Write(curve) }),
        ];
    }

    public IStageRun Begin(StageScope scope) => new DegrainRun(scope);
}
