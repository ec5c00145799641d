using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Restoration.Analysis;

/// <summary>Makes the plan: from the survey, from what was asked, and from the plan that is there already, whose edits by hand are kept.</summary>
internal static class Planner
{
    public static Plan Make(SurveyedFilm film, RestoreRequest request, Plan? before)
    {
        var stages = Stages(request, before);
        var quality = request.Quality ?? before?.Quality ?? Quality.Balanced;
        var shots = before?.Shots.Select(shot => shot.Shot) ?? film.Survey.Shots;
        var previous = before?.Shots.ToDictionary(shot => shot.Shot.Index);
        return new Plan(
            Plan.CurrentVersion,
            new PlanSource(request.Film, film.Film.FrameCount, film.Digest, film.Undone, film.Film.Format.Width, film.Film.Format.Height, film.Film.Rate),
            quality,
            stages,
            [.. shots.Select(shot => Shot(film, shot, stages, quality, before, previous?.GetValueOrDefault(shot.Index)))]);
    }

    /// <summary>The plan of one shot with other settings.</summary>
    /// <param name="asked">Stages that differ; the others stay as planned.</param>
    /// <exception cref="Core.Faults.FaultException">KX201x: there is no such stage or option, or a value is out of range.</exception>
    public static Plan With(SurveyedFilm film, Plan plan, Quality? quality, IReadOnlyList<PlanStage> asked, PlanShot shot)
    {
        var other = asked.ToDictionary(stage => StageSettings.Find(stage.Id).Info.Id);
        List<PlanStage> stages =
        [
            .. StageCatalog.All.Select(stage => other.GetValueOrDefault(stage.Info.Id) ?? plan.Stage(stage.Info.Id) ?? new PlanStage(stage.Info.Id, false, []))
                .Select(stage => stage with { Options = OptionSchema.Of(StageSettings.Find(stage.Id)).Write(stage.Chosen()) }),
        ];
        return plan with { Quality = quality ?? plan.Quality, Stages = stages, Shots = [Shot(film, shot.Shot, stages, quality ?? plan.Quality, plan, shot)] };
    }

    /// <summary>The stages with their options, as was asked and as the plan that is there has them.</summary>
    /// <exception cref="Core.Faults.FaultException">KX201x: there is no such stage or option, or a value is out of range.</exception>
    public static List<PlanStage> Stages(RestoreRequest request, Plan? before)
    {
        foreach (var id in request.Only.Concat(request.Skip))
            StageSettings.Find(id);
        var options = StageCatalog.All.ToDictionary(
            stage => stage.Info.Id,
            stage => before?.Stage(stage.Info.Id) is { } planned ? planned.Chosen() : stage.DefaultOptions);
        var touched = StageSettings.Apply(request.Set).Keys.ToHashSet();
        options = StageSettings.Apply(request.Set, options);
        return
        [
            .. StageCatalog.All.Select(stage =>
            {
                var id = stage.Info.Id;
                var on = before?.Stage(id)?.On ?? stage.Info.OnByDefault;
                on = request.Only.Count > 0 ? request.Only.Contains(id) : on || touched.Contains(id);
                return new PlanStage(id, on && !request.Skip.Contains(id), OptionSchema.Of(stage).Write(options[id]));
            }),
        ];
    }

    private static PlanShot Shot(SurveyedFilm film, Shot shot, List<PlanStage> stages, Quality quality, Plan? before, PlanShot? previous)
    {
        var survey = film.Survey.Of(shot);
        var proposals = film.Findings().Where(finding => shot.Frames.Contains(finding.Frames.First)).ToList();
        foreach (var planned in stages.Where(stage => stage.On))
        {
            var stage = StageSettings.Find(planned.Id);
            var machine = stage.Plan(survey, planned.Chosen(), quality);
            var was = before?.Stage(planned.Id) is { On: true } old ? stage.Plan(survey, old.Chosen(), before.Quality) : [];
            proposals.AddRange(machine.Select(proposal => Edited(proposal, was, previous) ?? proposal));
            // A judge that the same plan named before and that is gone is a fault when the shot is made, never another result.
            if (before?.Quality == quality && JsonNode.DeepEquals(Stored(before.Stage(planned.Id)?.Options), Stored(planned.Options)))
                proposals.AddRange(previous?.Proposals.Where(proposal => proposal.Kind == stage.Info.Judge && machine.All(made => made.Id != proposal.Id)) ?? []);
        }
        return new PlanShot(shot, proposals);
    }

    // A change in the plan that the machine would not have made is a person's.
    private static Proposal? Edited(Proposal proposal, IReadOnlyList<Proposal> was, PlanShot? previous)
    {
        var there = previous?.Proposals.FirstOrDefault(candidate => candidate.Id == proposal.Id);
        var made = was.FirstOrDefault(candidate => candidate.Id == proposal.Id);
        return there is not null && made is not null && !JsonNode.DeepEquals(there.Change, Stored(made.Change)) ? there : null;
    }

    // Numbers compare as they stand in a file.
    private static JsonNode? Stored(JsonObject? change) => change is null ? null : KinoluxJson.Read<JsonNode>(change.ToJsonString());
}
