namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Candidates by where they are, in square cells, that those near a place are found without asking all.</summary>
internal sealed class SpeckGrid
{
    private readonly int _cell;
    private readonly int _columns;
    private readonly int _rows;
    private readonly List<int>?[] _members;

    /// <param name="cell">The side of a cell, in samples.</param>
    public SpeckGrid(int width, int height, int cell, IReadOnlyList<Speck> specks)
    {
        (Specks, _cell) = (specks, cell);
        (_columns, _rows) = ((width + cell - 1) / cell, (height + cell - 1) / cell);
        _members = new List<int>?[_columns * _rows];
        for (var i = 0; i < specks.Count; i++)
            (_members[specks[i].Y / cell * _columns + specks[i].X / cell] ??= []).Add(i);
    }

    public IReadOnlyList<Speck> Specks { get; }

    /// <summary>Indices of those in the cell of a candidate and <paramref name="cells"/> cells around it.</summary>
    public IEnumerable<int> Near(Speck speck, int cells) =>
        Within(speck.X / _cell - cells, speck.Y / _cell - cells, speck.X / _cell + cells, speck.Y / _cell + cells);

    /// <summary>Indices of those in the cells that reach to within <paramref name="reach"/> samples of a place, which may lie outside the picture.</summary>
    public IEnumerable<int> Near(int x, int y, int reach) =>
        Within((x - reach) / _cell, (y - reach) / _cell, (x + reach) / _cell, (y + reach) / _cell);

    private IEnumerable<int> Within(int left, int top, int right, int bottom)
    {
        for (var row = Math.Max(0, top); row <= Math.Min(_rows - 1, bottom); row++)
            for (var column = Math.Max(0, left); column <= Math.Min(_columns - 1, right); column++)
                if (_members[row * _columns + column] is { } members)
                    foreach (var index in members)
                        yield return index;
    }
}
