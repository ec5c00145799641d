using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages;

/// <summary>The noise of a shot: from the first pass, and as a proposal's change carries it, where a person may edit it.</summary>
internal sealed record NoiseOfShot(NoiseCurve Curve, float Coarseness)
{
    // Less than a fifth of an 8-bit level is rounding.
    private const float Least = 0.2f * 257;

    public static NoiseOfShot None { get; } = new(NoiseCurve.None, 1);

    public bool Matters => Curve.Mean >= Least;

    /// <summary>The median of the frames' curves, or of their single levels where no curves were measured.</summary>
    public static NoiseOfShot Survey(ShotSurvey shot)
    {
        var curves = shot.Frames.Select(frame => frame.NoiseCurve).Where(curve => curve.Mean > 0).ToArray();
        var curve = NoiseCurve.Median(curves.Length > 0 ? curves : shot.Frames.Select(frame => NoiseCurve.Flat(frame.Noise)).ToArray());
        var coarse = shot.Frames.Select(frame => frame.Coarseness).Order().ToArray();
        return new NoiseOfShot(curve, coarse.Length == 0 ? 1 : coarse[coarse.Length / 2]);
    }

    /// <summary>What was decided: the accepted proposal's noise, the survey's where nothing was asked, none where it was not accepted or is too little to be proposed.</summary>
    public static NoiseOfShot Decided(ShotSurvey shot, IReadOnlyList<Decided> planned) =>
        planned.Count == 0 ? (Survey(shot) is { Matters: true } noise ? noise : None)
        : planned.FirstOrDefault(decided => decided.Applies) is { } accepted ? Read(accepted.Proposal.Change) ?? Survey(shot)
        : None;

    /// <summary>A proposal for the whole shot with the noise as evidence and as its change; none where the noise does not matter.</summary>
    public static IReadOnlyList<Proposal> Propose(ShotSurvey shot, string kind, string summary, StageInfo stage)
    {
        var noise = Survey(shot);
        if (!noise.Matters)
            return [];
        var evidence = new List<Evidence>
        {
            new("noise, in 8-bit levels", Math.Round(noise.Curve.Mean / 257, 2), Math.Round(Least / 257, 2)),
            new("coarseness, 1 fine to 4 coarse", Math.Round(noise.Coarseness, 2)),
        };
        for (var i = 0; i < NoiseCurve.Knots; i++)
            evidence.Add(new Evidence(string.Create(CultureInfo.InvariantCulture, $"noise at grey {(2 * i + 1) * 16}"), Math.Round(noise.Curve.Sigma[i] / 257, 2)));
        return
        [
            Proposal.Of(
                kind, new FilmPlace(shot.Shot.Frames),
                string.Create(CultureInfo.InvariantCulture, $"{summary} of {noise.Curve.Mean / 257:0.0} levels"), 0.9,
                new ProposalSource(stage.Id, stage.Version.ToString(CultureInfo.InvariantCulture)), evidence, noise.Write()),
        ];
    }

    private JsonObject Write() => new()
    {
        ["sigma"] = new JsonArray([.. Curve.Sigma.Select(sigma => JsonValue.Create(Math.Round(sigma / 257.0, 2)))]),
        ["coarseness"] = Math.Round((double)Coarseness, 2),
    };

    private static NoiseOfShot? Read(JsonObject? change)
    {
        if (change?["sigma"] is not JsonArray { Count: NoiseCurve.Knots } knots)
            return null;
        var sigma = new float[NoiseCurve.Knots];
        for (var i = 0; i < sigma.Length; i++)
            if (knots[i] is not JsonValue value || !value.TryGetValue(out double level) || !(level is >= 0 and < 256))
                return null;
            else
                sigma[i] = (float)(level * 257);
        return new NoiseOfShot(new NoiseCurve(sigma), change["coarseness"] is JsonValue coarse && coarse.TryGetValue(out double number) ? (float)number : 1);
    }
}
