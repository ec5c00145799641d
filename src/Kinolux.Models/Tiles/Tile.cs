namespace Kinolux.Models.Tiles;

/// <summary>A part of a picture as a model sees it: what it is to make, with as much around as it looks at.</summary>
/// <param name="Columns">For each column of the tile the picture's column that goes there; beyond the picture's edge by reflection.</param>
/// <param name="Rows">The same for rows.</param>
/// <param name="Left">The tile's first column that counts.</param>
/// <param name="Top">The tile's first row that counts.</param>
/// <param name="X">Where that is in the picture.</param>
/// <param name="Y">Where that is in the picture.</param>
/// <param name="CoreWidth">How many columns count.</param>
/// <param name="CoreHeight">How many rows count.</param>
public sealed record Tile(int[] Columns, int[] Rows, int Left, int Top, int X, int Y, int CoreWidth, int CoreHeight)
{
    public int Width => Columns.Length;

    public int Height => Rows.Length;
}
