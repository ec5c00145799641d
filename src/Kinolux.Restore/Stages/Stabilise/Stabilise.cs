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

    /// <summary>Where more frames than this share lie farther off than a gate moves them, the move is not a gate's.</summary>
    private const double MostBeyond = 0.05;

    /// <summary>Where the light jumps at more steps than this share, the motion was not measured.</summary>
    private const double MostJumps = 0.05;

    /// <summary>Fewer frames shake alike by chance, whatever moved them.</summary>
    private const int LeastMoments = 12;

    /// <summary>Where measures of one move differ by more than this share of the weave, they tell of none.</summary>
    private const double MostDisagreement = 0.5;

    /// <summary>Frames on each side that borders are filled from.</summary>
    internal const int Reach = 4;

    public StageInfo Info { get; } = new("stabilise", "Stabilise", "Takes gate weave and registration jitter out; camera moves stay.", 3, Reach, Reach, [new ProposalKind("weave", "Weave", Tone.Cyan)]);

    public StageOptions DefaultOptions { get; } = new StabiliseOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality)
    {
        if (shot.Shot.Kind == ShotKind.Blank || shot.Frames.Count < 3)
            return [];
        var weave = Weave.Of(shot);
        if (weave.Size < Visible)
            return [];
        var trust = shot.Frames.Skip(1).Average(frame => frame.Motion.Confidence);
        // A gate shakes every frame by chance. Whatever does otherwise is a camera's, a printer's or a drawing's move.
        var gate = weave.Moments < LeastMoments || weave.Jumps > MostJumps || weave.Steps || weave.Beyond > MostBeyond || weave.Disagreement > MostDisagreement * weave.Size ? 0.1 : Math.Clamp(weave.Independence * 4 - 2.2, 0.1, 1);
        var frames = shot.Shot.Frames;
        return
        [
            Proposal.Of("weave", new FilmPlace(frames),
                string.Create(CultureInfo.InvariantCulture, $"The picture weaves by {weave.Size:0.00} samples"),
                Math.Clamp((0.35 + trust) * Math.Min(1, 0.6 + weave.Size), 0, 0.98) * gate,
                new ProposalSource(Info.Id, Info.Version.ToString(CultureInfo.InvariantCulture)),
                [
                    new Evidence("weave from frame to frame, luma samples", Math.Round(weave.Size, 3), Visible),
                    new Evidence("the farthest that a frame is moved, luma samples", Math.Round(weave.Largest, 3), Math.Round(Weave.Farthest * weave.Size, 3)),
                    new Evidence("share of frames that lie farther off, and stay there", Math.Round(weave.Beyond, 3), MostBeyond),
                    new Evidence("how far measures over one, two and four frames differ, luma samples", Math.Round(weave.Disagreement, 3), Math.Round(MostDisagreement * weave.Size, 3)),
                    .. weave.Moments < LeastMoments ? (Evidence[])[new Evidence("frames to tell a gate from a hand by", weave.Moments, LeastMoments)] : [],
                    .. weave.Jumps > 0 ? (Evidence[])[new Evidence("share of steps across which the light jumps", Math.Round(weave.Jumps, 3), MostJumps)] : [],
                    new Evidence("independence from frame to frame: 1 for a gate, near 0 for a hand", Math.Round(weave.Independence, 3)),
                    .. weave.Steps ? (Evidence[])[new Evidence("the picture goes in equal steps, as credits and drawings are moved")] : [],
                    new Evidence("part of the picture that moves together", Math.Round(trust, 3)),
                ],
                new JsonObject
                {
                    // How far each frame's picture is moved, in luma samples, and turned, in radians.
                    ["dx"] = Numbers(weave.X, 2),
                    ["dy"] = Numbers(weave.Y, 2),
                    ["rotation"] = Numbers(weave.Rotation, 5),
                }),
        ];
    }

    public Origin OriginOf(string kind, JsonObject? change, int at, StageOptions options)
    {
        bool Moves(string name) => change?[name] is JsonArray path && at < path.Count && path[at] is JsonValue value && value.TryGetValue(out double shift) && shift != 0;
        return ((StabiliseOptions)options).Border == Border.Zoom || Moves("dx") || Moves("dy") || Moves("rotation") ? Origin.Moved : Origin.Untouched;
    }

    public IStageRun Begin(StageScope scope)
    {
        var planned = scope.Planned.LastOrDefault(decided => decided.Applies && decided.Proposal.Kind == "weave");
        if (planned?.Proposal.Change is not { } change || scope.Options.Strength == 0)
            return new Unchanged();
        var strength = scope.Options.Strength;
        return new StabiliseRun(scope, Array(change["dx"], strength), Array(change["dy"], strength), Array(change["rotation"], strength));
    }

    /// <summary>The farthest that what was accepted moves a frame, in whole luma samples, rounded up.</summary>
    internal static int Farthest(IEnumerable<Decided> planned) =>
        planned.LastOrDefault(decided => decided.Applies && decided.Proposal.Kind == "weave")?.Proposal.Change is { } change
            ? (int)Math.Ceiling(Array(change["dx"], 1).Concat(Array(change["dy"], 1)).Select(Math.Abs).DefaultIfEmpty().Max())
            : 0;

    private static JsonArray Numbers(double[] values, int digits) => new([.. values.Select(value => (JsonNode)Math.Round(value, digits))]);

    private static double[] Array(JsonNode? node, double strength) =>
        node is JsonArray array ? [.. array.Select(item => item is JsonValue value && value.TryGetValue<double>(out var number) ? number * strength : 0)] : [];
}
