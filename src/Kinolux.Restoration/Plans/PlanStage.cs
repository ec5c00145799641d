using System.Text.Json.Nodes;

namespace Kinolux.Restoration.Plans;

/// <summary>One stage of a plan: its options by their command-line names.</summary>
public sealed record PlanStage(string Id, bool On, JsonObject Options);
