using Kinolux.Core.Review;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Origins;

/// <summary>What applied proposals make of a film's samples, by a plan's stages and their options.</summary>
internal sealed class AppliedPlan
{
    private readonly Dictionary<string, (IRestorationStage Stage, StageOptions Options)> _byKind = [];

    public AppliedPlan(Plan plan)
    {
        foreach (var planned in plan.Stages.Where(stage => stage.On))
            if (StageSettings.Find(planned.Id) is var stage && Planner.Options(planned) is { Strength: > 0 } options)
                foreach (var kind in stage.Info.Kinds)
                    _byKind[kind.Id] = (stage, options);
    }

    /// <summary>What the samples that an applied proposal is about become in one of its frames.</summary>
    public Origin Of(Proposal applied, int frame) =>
        FieldDecision.OriginOf(applied.Kind) ?? (_byKind.TryGetValue(applied.Kind, out var made) ? made.Stage.OriginOf(applied, made.Options, frame) : Origin.Untouched);

    /// <summary>How far beyond a proposal's region it may reach.</summary>
    public int RimOf(Proposal applied) => _byKind.TryGetValue(applied.Kind, out var made) ? made.Stage.Info.Rim : 0;

    /// <summary>What one sample of a frame is.</summary>
    /// <param name="applied">All that was applied to the frame.</param>
    public Origin At(IEnumerable<Proposal> applied, int frame, int x, int y)
    {
        var origin = Origin.Untouched;
        foreach (var proposal in applied)
            if (proposal.Place.InFilm().RegionAt(frame)?.Holds(x, y, RimOf(proposal)) != false && Of(proposal, frame) is var made && made > origin)
                origin = made;
        return origin;
    }
}
