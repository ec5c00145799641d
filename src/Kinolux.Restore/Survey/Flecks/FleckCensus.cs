namespace Kinolux.Restore.Survey.Flecks;

/// <summary>The flecks of one frame, and how much of it was still enough to have some.</summary>
/// <param name="Still">For each cell of a <see cref="Side"/> × <see cref="Side"/> grid, row by row, which share of it is still, in 255ths.</param>
/// <param name="Flecks">At most <see cref="Most"/>, the strongest.</param>
public sealed record FleckCensus(byte[] Still, IReadOnlyList<Fleck> Flecks)
{
    /// <summary>Cells across and down.</summary>
    public const int Side = 4;

    public const int Most = 96;
}
