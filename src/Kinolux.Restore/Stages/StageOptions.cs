using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages;

/// <summary>
/// Options of a stage: a sealed record whose every property has a default, a <see cref="DescriptionAttribute"/> and, for numbers, a <see cref="RangeAttribute"/>.
/// Property types are bool, int, double or an enum.
/// </summary>
public abstract record StageOptions
{
    [Range(0.0, 1.0)]
    [Description("How much of the repair is applied: 0 leaves every sample as it is, 1 is the full repair.")]
    public double Strength { get; init; } = 1;
}
