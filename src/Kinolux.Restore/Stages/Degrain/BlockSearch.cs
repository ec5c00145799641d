namespace Kinolux.Restore.Stages.Degrain;

/// <summary>How hard the filter works.</summary>
/// <param name="Step">Samples from one filtered block to the next.</param>
/// <param name="Radius">Frames before and after in which a block's like is searched.</param>
/// <param name="Spread">Frames before and after to which a group's result is given back.</param>
/// <param name="Blocks">Most blocks in a group, a power of two.</param>
/// <param name="Near">Samples around a block that are searched in its own frame, at most <see cref="Strip"/>.</param>
/// <param name="Far">Samples around the predicted place that are searched in another frame.</param>
/// <param name="Wiener">A second pass that takes its knowledge of the picture from the first.</param>
internal sealed record BlockSearch(int Step, int Radius, int Spread, int Blocks, int Near, int Far, bool Wiener)
{
    /// <summary>Results are given to no place further above or below than this, so that every other strip of blocks can be worked on at once.</summary>
    public const int Strip = 16;

    /// <summary>The farthest frame that any quality reads.</summary>
    public const int Reach = 10;

    public static BlockSearch Of(Quality quality) => quality switch
    {
        Quality.Fast => new(6, 1, 1, 4, 2, 1, false),
        Quality.Balanced => new(6, 2, 2, 8, 3, 2, false),
        _ => new(6, 3, 2, 16, 4, 2, true),
    };
}
