using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>Options of <see cref="Stains"/>.</summary>
public sealed record StainsOptions : StageOptions
{
    [Range(0.5, 50.0)]
    [Description("The faintest stain that is looked at, in levels of 255.")]
    public double LeastContrast { get; init; } = 3;
}
