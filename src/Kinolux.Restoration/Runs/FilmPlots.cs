using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Report;
using Kinolux.Report.Plots;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Survey;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Runs;

/// <summary>A film's damage along its frames: the report and the studio draw the same plots.</summary>
public static class FilmPlots
{
    private const float Level8 = 257;

    /// <summary>The plots of an analysed film as it stands now; none where its survey is not there.</summary>
    public static IReadOnlyList<FramePlot> Of(WorkFolder work, ReviewState state)
    {
        if (!File.Exists(work.PlanPath))
            return [];
        var plan = Plan.Read(work.PlanPath);
        return FirstPass.OpenSurvey(work, plan.Source.Digest) is { } survey ? Of(survey, plan, Counts(state, plan.Source.Frames), DeliveredMeans.TryRead(work)) : [];
    }

    /// <param name="repaired">How many repairs each frame has, by kind.</param>
    /// <param name="after">Mean grey of each restored frame, 16-bit levels, NaN where there is none; null where nothing was restored.</param>
    internal static List<FramePlot> Of(FilmSurvey survey, Plan plan, IReadOnlyList<(string Kind, IReadOnlyList<float> Counts)> repaired, IReadOnlyList<float>? after)
    {
        var light = new List<PlotLine> { new("before", [.. survey.Frames.Select(frame => frame.Mean / Level8)]) };
        if (after is not null)
            light.Add(new PlotLine("after", [.. after.Select(mean => mean / Level8)]));
        var plots = new List<FramePlot> { new("flicker", "Brightness", "grey levels of 255", PlotStyle.Line, light) };
        if (Path2D(plan, "dx") is { } across && Path2D(plan, "dy") is { } down)
            plots.Add(new FramePlot("weave", "Gate weave", "px", PlotStyle.Line, [new PlotLine("across", across), new PlotLine("down", down)]));
        plots.AddRange(repaired.Select(kind => new FramePlot(kind.Kind, Title(kind.Kind), "per frame", PlotStyle.Bars, [new PlotLine("repaired", kind.Counts)])));
        plots.Add(new FramePlot("noise", "Noise", "grey levels of 255", PlotStyle.Line, [new PlotLine("before", [.. survey.Frames.Select(frame => frame.Noise / Level8)])]));
        return plots;
    }

    private static List<(string Kind, IReadOnlyList<float> Counts)> Counts(ReviewState state, int frames)
    {
        var counts = new Dictionary<string, float[]>();
        foreach (var (outline, standing) in state.All)
        {
            if (!standing.Applies || outline.Place is FilmPlace { Region: null, Track: null })
                continue;
            if (!counts.TryGetValue(outline.Group.Kind, out var count))
                counts.Add(outline.Group.Kind, count = new float[frames]);
            var extent = outline.Place.Extent;
            for (var frame = extent.First; frame <= Math.Min(extent.Last, frames - 1); frame++)
                count[frame]++;
        }
        return [.. counts.Select(kind => (kind.Key, (IReadOnlyList<float>)kind.Value))];
    }

    // The path that the weave proposals say, where there are any.
    private static float[]? Path2D(Plan plan, string axis)
    {
        var path = new float[plan.Source.Frames];
        var any = false;
        foreach (var proposal in plan.Shots.SelectMany(shot => shot.Proposals).Where(proposal => proposal.Kind == "weave"))
            if (proposal.Change?[axis] is JsonArray values)
                for (var i = 0; i < values.Count && proposal.Frames.First + i < path.Length; i++)
                {
                    path[proposal.Frames.First + i] = (float)(values[i]?.GetValue<double>() ?? 0);
                    any = true;
                }
        return any ? path : null;
    }

    private static string Title(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
