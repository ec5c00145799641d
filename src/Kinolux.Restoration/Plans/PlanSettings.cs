using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Plans;

/// <summary>What a person sets in a plan: how much time, and which stages with which options.</summary>
/// <param name="Stages">In pipeline order; when given back, a stage or option that is left out keeps what it has.</param>
public sealed record PlanSettings(Quality Quality, IReadOnlyList<PlanStage> Stages)
{
    /// <summary>What runs where nobody said otherwise.</summary>
    public static PlanSettings Default { get; } = new(
        Quality.Balanced, [.. StageCatalog.All.Select(stage => new PlanStage(stage.Info.Id, stage.Info.OnByDefault, OptionSchema.Of(stage).Write(stage.DefaultOptions)))]);

    /// <summary>These settings with what <paramref name="wanted"/> says instead.</summary>
    /// <exception cref="Core.Faults.FaultException">KX2010 no such stage, KX2011 no such option, KX2012 out of range, KX2013 not such a value.</exception>
    public PlanSettings With(PlanSettings wanted)
    {
        foreach (var stage in wanted.Stages)
            StageSettings.Find(stage.Id);
        return new PlanSettings(wanted.Quality, [.. Default.Stages.Select(stage => Change(Stages.FirstOrDefault(now => now.Id == stage.Id) ?? stage, wanted.Stages.FirstOrDefault(other => other.Id == stage.Id)))]);
    }

    private static PlanStage Change(PlanStage now, PlanStage? wanted)
    {
        var schema = OptionSchema.Of(StageSettings.Find(now.Id));
        var options = schema.Read(now.Options);
        foreach (var (name, value) in wanted?.Options ?? [])
            options = schema.Set(options, name, OptionSchema.Text(value));
        return new PlanStage(now.Id, wanted?.On ?? now.On, schema.Write(options));
    }
}
