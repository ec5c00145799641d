using System.Text.Json.Nodes;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Plans;

/// <summary>One stage of a plan: its options by their command-line names.</summary>
public sealed record PlanStage(string Id, bool On, JsonObject Options)
{
    /// <summary>The options as its stage knows them.</summary>
    /// <exception cref="Core.Faults.FaultException">KX201x: there is no such stage or option, or a value is out of range.</exception>
    public StageOptions Chosen() => OptionSchema.Of(StageSettings.Find(Id)).Read(Options);
}
