using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Options of <see cref="Degrain"/>.</summary>
public sealed record DegrainOptions : StageOptions
{
    [Range(0.0, 4.0)]
    [Description("How strong the noise is taken to be, relative to what was measured: below 1 spares fine detail, above 1 smooths more.")]
    public double Level { get; init; } = 1;

    [Description("Whether a neural network takes the noise out of the luma: auto where one was measured to be better at such noise and the quality allows its cost, never, or always.")]
    public ModelUse Model { get; init; }
}
