using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// Evens light that changes from frame to frame: gain and offset per frame, and over the picture where it flickers unevenly.
/// The light's course is measured on motion-aligned pairs of frames, so moving things and dirt do not steer it, and what is slower than about a second stays;
/// so do flashes, lightning, strobes and blinking lamps, and the frames that they light.
/// After P. M. B. van Roosmalen, "Restoration of archived film and video", 1999 (the model); J. Delon, "Movie and video scale-time equalization", 2006 (matching greys by rank);
/// F. Pitié, B. Kent, B. Collis, A. Kokaram, "Localised deflicker of moving images", 2006.
/// </summary>
public sealed class Deflicker : IRestorationStage
{
    /// <summary>As <see cref="FlickerCurve.Visible"/>, for parts of the picture, where things that move are taken for light by as much.</summary>
    private const double VisibleInParts = 0.7;

    public StageInfo Info { get; } = new("deflicker", "Deflicker", "Evens light that changes from frame to frame, in the whole picture and in parts of it.", 3, 0, 0, ["flicker"]);

    public StageOptions DefaultOptions { get; } = new DeflickerOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality)
    {
        if (shot.Shot.Kind == ShotKind.Blank || shot.Frames.Count < 3)
            return [];
        var curve = FlickerCurve.Of(shot);
        var local = ((DeflickerOptions)options).Local ? LocalIndex(curve) : 0;
        if (curve.Index < FlickerCurve.Visible && local < VisibleInParts)
            return [];
        var isLit = curve.IsLit && curve.Index >= FlickerCurve.Visible;
        var frames = shot.Shot.Frames;
        var summary = isLit
            ? string.Create(CultureInfo.InvariantCulture, $"Light changes by {curve.Index:0.0} levels, in steps or pulses as lamps make them")
            : string.Create(CultureInfo.InvariantCulture, $"Light flickers by {curve.Index:0.0} levels, {local:0.0} more in parts of the picture");
        return
        [
            new Proposal(ProposalId.Of("flicker", frames, null), "flicker", frames, null, summary,
                isLit ? 0.4 : Math.Clamp(0.6 + 0.1 * Math.Max(curve.Index, local), 0, 0.98),
                new ProposalSource(Info.Id, Info.Version.ToString(CultureInfo.InvariantCulture)),
                [
                    new Evidence("flicker of the whole picture, 8-bit levels", Math.Round(curve.Index, 2), FlickerCurve.Visible),
                    new Evidence("flicker left after correction, 8-bit levels", Math.Round(curve.Remainder, 2)),
                    new Evidence("flicker of parts beyond the whole, 8-bit levels", Math.Round(local, 2), VisibleInParts),
                    new Evidence("frames left as they are: flashes, cards, the ends of fades", curve.EventCount),
                ],
                new JsonObject
                {
                    ["gain"] = Numbers(curve.Global.Select(c => Math.Round(c.Gain, 4))),
                    ["offset"] = Numbers(curve.Global.Select(c => Math.Round(c.Offset / 257, 2))),
                    ["local"] = local >= VisibleInParts ? 1.0 : 0.0,
                }),
        ];
    }

    public IStageRun Begin(StageScope scope)
    {
        var planned = scope.Planned.LastOrDefault(decided => decided.Applies && decided.Proposal.Kind == "flicker");
        var options = scope.OptionsAs<DeflickerOptions>();
        if (planned?.Proposal.Change is not { } change || options.Strength == 0)
            return new Unchanged();
        var local = options.Local ? Number(change["local"], 0) : 0;
        return new DeflickerRun(scope, Array(change["gain"]), Array(change["offset"]), local * options.Strength, options.Strength);
    }

    // A worn shutter or uneven development shows in most of the picture; a lamp, a fire or a passing car in less than half of it.
    private static double LocalIndex(FlickerCurve curve)
    {
        var fields = curve.Local();
        var sizes = new double[fields[0].Shift.Length];
        foreach (var field in fields)
            for (var cell = 0; cell < sizes.Length; cell++)
                sizes[cell] += field.Shift[cell] * field.Shift[cell] / fields.Length;
        return Math.Sqrt(Selection.Nth<double>(sizes, sizes.Length / 2)) / 257;
    }

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static double[] Array(JsonNode? node) =>
        node is JsonArray array ? [.. array.Select(item => Number(item, 0))] : [];

    private static double Number(JsonNode? node, double otherwise) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) ? number : otherwise;
}
