using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Plans;

/// <summary>What applied proposals make of a film's samples, by a plan's stages and their options.</summary>
internal sealed class AppliedPlan
{
    private readonly Dictionary<string, (IRestorationStage Stage, StageOptions Options)> _byKind = [];

    public AppliedPlan(Plan plan)
    {
        foreach (var planned in plan.Stages.Where(stage => stage.On))
            if (StageSettings.Find(planned.Id) is var stage && planned.Chosen() is { Strength: > 0 } options)
                foreach (var kind in stage.Info.Kinds)
                    _byKind[kind.Id] = (stage, options);
    }

    /// <summary>What the samples that an applied proposal is about become in one of its frames.</summary>
    public Origin Of(string kind, FilmPlace place, JsonObject? change, int frame) =>
        UndoneFields(kind) ?? (_byKind.TryGetValue(kind, out var made) ? made.Stage.OriginOf(kind, change, frame - place.Frames.First, made.Options) : Origin.Untouched);

    /// <summary>How far beyond a region a repair of a kind may reach.</summary>
    public int RimOf(string kind) => _byKind.TryGetValue(kind, out var made) ? made.Stage.Info.Rim : 0;

    /// <summary>What a frame's samples outside all regions are.</summary>
    /// <param name="applied">All that was applied to the frame.</param>
    public OriginSaid Whole(IEnumerable<ProposalView> applied, int frame)
    {
        var (origin, words) = (Origin.Untouched, new List<string>());
        foreach (var item in applied)
            if (item.Place is FilmPlace place && place.RegionAt(frame) is null && Of(item.Kind, place, item.Change, frame) is > Origin.Untouched and var made)
            {
                if (made == Origin.Moved)
                    words.Add(Shift(item.Change, frame - place.Frames.First));
                origin = made > origin ? made : origin;
            }
        return new OriginSaid(origin, origin switch
        {
            Origin.Untouched => "Untouched: the source's own sample, bit for bit.",
            Origin.Moved => $"The film's own picture, {string.Join(" and ", words)}.",
            Origin.Repaired => "Repaired: every sample of this frame was worked on.",
            _ => "Generated: this frame was not on the film and had to be made.",
        });
    }

    /// <summary>What a repaired sample is.</summary>
    public static OriginSaid Repair(ProposalView applied, int frame) => new(Origin.Repaired,
        FilmKinds.DonorOf(applied.Change) is { } donor
            ? string.Create(CultureInfo.InvariantCulture, $"Repaired from frame {frame + donor}.")
            : "Repaired from what is around it in this frame and in those around.",
        applied.Id);

    /// <summary>What one sample of a frame is.</summary>
    /// <param name="applied">All that was applied to the frame.</param>
    public OriginSaid At(IReadOnlyList<ProposalView> applied, int frame, int x, int y)
    {
        var whole = Whole(applied, frame);
        return whole.Origin < Origin.Generated && applied.FirstOrDefault(item => IsRepaired(item, frame, x, y)) is { } repair ? Repair(repair, frame) : whole;
    }

    private bool IsRepaired(ProposalView item, int frame, int x, int y) =>
        item.Place is FilmPlace place && place.Frames.Contains(frame) && place.RegionAt(frame)?.Holds(x, y, RimOf(item.Kind)) == true && Of(item.Kind, place, item.Change, frame) == Origin.Repaired;

    // Half of an interlaced film's lines are drawn from those around.
    private static Origin? UndoneFields(string kind) => kind switch { "interlaced" => Origin.Repaired, "telecined" => Origin.Moved, _ => null };

    // How a frame was moved, or its light.
    private static string Shift(JsonObject? change, int at)
    {
        double? Number(string name) => change?[name] is JsonArray path && at >= 0 && at < path.Count && path[at] is JsonValue value && value.TryGetValue(out double number) ? number : null;
        return (Number("dx"), Number("dy"), Number("gain")) switch
        {
            ({ } x, { } y, _) => string.Create(CultureInfo.InvariantCulture, $"moved by {Math.Abs(x):0.00} samples to the {(x < 0 ? "left" : "right")} and {Math.Abs(y):0.00} {(y < 0 ? "up" : "down")}"),
            (_, _, { } gain) => string.Create(CultureInfo.InvariantCulture, $"re-lit to {100 * gain:0.0} % of its light"),
            _ => "its lines put together from two frames",
        };
    }
}
