using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>
/// Takes gate weave and registration jitter out and keeps the camera's moves.
/// After M. Grundmann, V. Kwatra, I. Essa, "Auto-directed video stabilization with robust L1 optimal camera paths", 2011 (path against jitter),
/// and A. Kokaram, "Motion picture restoration", 1998; here the place of each frame is solved from pairs 1, 2 and 4 frames apart.
/// </summary>
public sealed class Stabilise : IRestorationStage
{
    /// <summary>Weave below this, in luma samples, is left alone: a resample would cost more than it gains.</summary>
    private const double Visible = 0.12;

    /// <summary>Frames on each side that borders are filled from.</summary>
    internal const int Reach = 4;

    public StageInfo Info { get; } = new("stabilise", "Stabilise", "Takes gate weave and registration jitter out; camera moves stay.", 1, Reach, Reach, ["weave"]);

    public StageOptions DefaultOptions { get; } = new StabiliseOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality)
    {
        if (shot.Shot.Kind == ShotKind.Blank || shot.Frames.Count < 3)
            return [];
        var path = WeavePath.Of(shot);
        var (x, y, rotation) = (Difference(path.SteadyX, path.X), Difference(path.SteadyY, path.Y), Difference(path.SteadyRotation, path.Rotation));
        var radius = Math.Max(shot.Format.Width, shot.Format.Height) / 2.0;
        var shake = Math.Sqrt(Square(Smoothing.Shake(x)) + Square(Smoothing.Shake(y)) + Square(Smoothing.Shake(rotation) * radius / 2));
        if (shake < Visible)
            return [];
        var trust = shot.Frames.Skip(1).Average(frame => frame.Motion.Confidence);
        var independence = path.Independence(x, y);
        var frames = shot.Shot.Frames;
        return
        [
            new Proposal(ProposalId.Of("weave", frames, null), "weave", frames, null,
                string.Create(CultureInfo.InvariantCulture, $"The picture weaves by {shake:0.00} samples"),
                Math.Clamp((0.35 + trust) * Math.Min(1, 0.6 + shake), 0, 0.98) * Math.Clamp(independence * 4 - 2.2, 0.1, 1),
                new ProposalSource(Info.Id, Info.Version.ToString(CultureInfo.InvariantCulture)),
                [
                    new Evidence("weave from frame to frame, luma samples", Math.Round(shake, 3), Visible),
                    new Evidence("independence from frame to frame: 1 for a gate, near 0 for a hand", Math.Round(independence, 3)),
                    new Evidence("part of the picture that moves together", Math.Round(trust, 3)),
                ],
                new JsonObject
                {
                    // How far each frame's picture is moved, in luma samples, and turned, in radians.
                    ["dx"] = Numbers(x, 2),
                    ["dy"] = Numbers(y, 2),
                    ["rotation"] = Numbers(rotation, 5),
                }),
        ];
    }

    public IStageRun Begin(StageScope scope)
    {
        var planned = scope.Planned.LastOrDefault(decided => decided.Applies && decided.Proposal.Kind == "weave");
        if (planned?.Proposal.Change is not { } change || scope.Options.Strength == 0)
            return new Unchanged();
        var strength = scope.Options.Strength;
        return new StabiliseRun(scope, Array(change["dx"], strength), Array(change["dy"], strength), Array(change["rotation"], strength));
    }

    private static double Square(double value) => value * value;

    private static double[] Difference(double[] steady, double[] path) => [.. steady.Select((value, i) => value - path[i])];

    private static JsonArray Numbers(double[] values, int digits) => new([.. values.Select(value => (JsonNode)Math.Round(value, digits))]);

    private static double[] Array(JsonNode? node, double strength) =>
        node is JsonArray array ? [.. array.Select(item => item is JsonValue value && value.TryGetValue<double>(out var number) ? number * strength : 0)] : [];
}
