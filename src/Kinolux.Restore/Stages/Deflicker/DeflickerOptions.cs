using System.ComponentModel;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>Options of <see cref="Deflicker"/>.</summary>
public sealed record DeflickerOptions : StageOptions
{
    [Description("Also evens light that flickers in parts of the picture only.")]
    public bool Local { get; init; } = true;
}
