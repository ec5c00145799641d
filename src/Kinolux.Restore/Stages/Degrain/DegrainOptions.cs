using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Options of <see cref="Degrain"/>.</summary>
public sealed record DegrainOptions : StageOptions
{
    [Range(0.0, 4.0)]
    [Description("How strong the noise is taken to be, relative to what was measured: below 1 spares fine detail, above 1 smooths more.")]
    public double Level { get; init; } = 1;
}
