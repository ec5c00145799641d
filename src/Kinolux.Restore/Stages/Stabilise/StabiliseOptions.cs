using System.ComponentModel;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>Options of <see cref="Stabilise"/>.</summary>
public sealed record StabiliseOptions : StageOptions
{
    [Description("What is done where the steadied picture leaves the frame's edge empty: fill from neighbouring frames, keep (repeat the edge), or zoom (enlarge the shot).")]
    public Border Border { get; init; } = Border.Fill;
}
