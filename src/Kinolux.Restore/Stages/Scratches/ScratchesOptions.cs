using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Options of <see cref="Scratches"/>.</summary>
public sealed record ScratchesOptions : StageOptions
{
    [Range(0.0, 1.0)]
    [Description("How faint a scratch may be and still be looked at: 0 sees only the plainest lines, 1 also what hardly stands out.")]
    public double Sensitivity { get; init; } = 0.5;

    [Range(0.02, 1.0)]
    [Description("The shortest line that is looked at, as a share of the picture's height.")]
    public double MinLength { get; init; } = 0.12;
}
