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

    /// <summary>What makes the whole picture flicker makes its parts flicker, by so many times as much at most: else things that move do.</summary>
    private const double MostInParts = 3;

    /// <summary>Of the film's own light; see <see cref="UnevenLight"/>.</summary>
    private const double MostUneven = 0.7;

    /// <summary>See <see cref="UnevenLight.FallOff"/>: old films show 0.4 at most, flames 0.6 and more.</summary>
    private const double MostFallOff = 0.5;

    /// <summary>Flicker of fewer 8-bit levels is hardly seen, and things that pass, a weave of fields or a slow pan are measured as so much.</summary>
    private const double Sure = 0.75;

    /// <summary>Where more than this share would be left, what was measured is no flicker.</summary>
    private const double MostLeft = 0.8;

    /// <summary>Fewer frames tell nothing by chance.</summary>
    private const int LeastFrames = 12;

    public StageInfo Info { get; } = new("deflicker", "Deflicker", "Evens light that changes from frame to frame, in the whole picture and in parts of it.", 6, 0, 0,
        [new ProposalKind("flicker", "Flicker", Tone.Blue) { Rules = [new KindRule(0.5, Verdict.Accept), new KindRule(0, Verdict.Wait, "may be how the scene is lit")] }]);

    public StageOptions DefaultOptions { get; } = new DeflickerOptions();

    public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality)
    {
        if (shot.Shot.Kind == ShotKind.Blank || shot.Frames.Count < 3)
            return [];
        var curve = FlickerCurve.Of(shot);
        var local = ((DeflickerOptions)options).Local ? LocalIndex(curve) : 0;
        if (curve.Index < FlickerCurve.Visible && local < VisibleInParts)
            return [];
        var frames = shot.Shot.Frames;
        var uneven = curve.Uneven();
        var doubt = Doubt(curve, local, uneven, shot.Frames.Count);
        var summary = doubt is not null
            ? string.Create(CultureInfo.InvariantCulture, $"Light changes by {Math.Max(curve.Index, local):0.0} levels, {doubt}")
            : string.Create(CultureInfo.InvariantCulture, $"Light flickers by {curve.Index:0.0} levels, {local:0.0} more in parts of the picture");
        return
        [
            Proposal.Of("flicker", new FilmPlace(frames), summary,
                doubt is not null ? 0.4 : Math.Clamp(0.6 + 0.1 * Math.Max(curve.Index, local), 0, 0.98),
                new ProposalSource(Info.Id, Info.Version.ToString(CultureInfo.InvariantCulture)),
                [
                    new Evidence("flicker of the whole picture, 8-bit levels", Math.Round(curve.Index, 2), FlickerCurve.Visible),
                    new Evidence("flicker left after correction, 8-bit levels", Math.Round(curve.Remainder, 2)),
                    new Evidence("flicker of parts beyond the whole, 8-bit levels", Math.Round(local, 2), VisibleInParts),
                    new Evidence("how unevenly the same places change, 0 for a film's own light", Math.Round(uneven.Unevenness, 2), MostUneven),
                    new Evidence("how far one light at a bright place explains that, 0 to 1", Math.Round(uneven.FallOff, 2), MostFallOff),
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

    public Origin OriginOf(string kind, JsonObject? change, int at, StageOptions options)
    {
        bool Leaves(string name, double none) => change?[name] is not JsonArray curve || at >= curve.Count || Number(curve[at], 0) == none;
        var local = ((DeflickerOptions)options).Local && Number(change?["local"], 0) > 0;
        return local || !Leaves("gain", 1) || !Leaves("offset", 0) ? Origin.Moved : Origin.Untouched;
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

    /// <summary>Why it may be the scene's light, or none; null where it flickers as film does.</summary>
    private static string? Doubt(FlickerCurve curve, double local, UnevenLight uneven, int frames) =>
        frames < LeastFrames ? "in too few frames to tell"
        : curve.IsLit && curve.Index >= FlickerCurve.Visible ? "in steps or pulses as lamps make them"
        : local > MostInParts * curve.Index && local >= VisibleInParts ? "in parts of the picture and hardly in the whole, as what moves makes it"
        : uneven.Unevenness > MostUneven ? "always in the same places, as a fire or a lamp lights them"
        : uneven.FallOff > MostFallOff ? "most where the picture is brightest and less the further off, as a flame lights it"
        : Math.Max(curve.Index, local) < Sure ? "so little that it may be what moves"
        : curve.Index >= FlickerCurve.Visible && curve.Remainder > MostLeft * curve.Index ? "which evening would hardly lessen"
        : null;

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
