using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Survey;

/// <summary>
/// How a frame differs from one <see cref="Lag"/> frames earlier once the motion of the whole picture is taken out.
/// Light is modelled as later = gain · earlier + offset, in the whole picture and in each cell of the grid.
/// </summary>
public sealed record PairSurvey
{
    /// <summary>The distances in frames that are measured: the longer ones keep sums of the short ones from drifting.</summary>
    public static IReadOnlyList<int> Lags { get; } = [1, 2, 4];

    public required int Lag { get; init; }

    /// <summary>Motion of the whole picture from the earlier frame to this one.</summary>
    public required GlobalMotion Motion { get; init; }

    /// <summary>Correlation of fine detail after alignment, -1 to 1: near 0 for different scenes, whatever the light does.</summary>
    public required float Match { get; init; }

    /// <summary>Change of light in the whole picture.</summary>
    public required float Gain { get; init; }

    /// <summary>Change of light in the whole picture, in 16-bit levels.</summary>
    public required float Offset { get; init; }

    /// <summary>Mean |difference| after alignment and after the change of light, in 16-bit levels.</summary>
    public required float Residual { get; init; }

    /// <summary>Per cell of the grid, how much brighter its still parts became, in 16-bit levels; NaN where nothing in it stayed still.</summary>
    public required float[] CellShift { get; init; }

    /// <summary>Per cell of the grid, the ratio of contrasts of its still parts, drawn towards <see cref="Gain"/> where a cell has little contrast; NaN as above.</summary>
    public required float[] CellGain { get; init; }
}
