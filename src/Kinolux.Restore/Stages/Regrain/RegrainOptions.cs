using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Regrain;

/// <summary>Options of <see cref="Regrain"/>. The strength is the share of the film's own grain.</summary>
public sealed record RegrainOptions : StageOptions
{
    [Range(0, 1000000)]
    [Description("Which grain: another number gives other grain of the same kind, the same number the same grain in every run.")]
    public int Seed { get; init; } = 1;
}
