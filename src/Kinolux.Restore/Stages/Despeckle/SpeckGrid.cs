using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Candidates by where they are, in square cells, that those near a place are found without asking all.</summary>
internal sealed class SpeckGrid
{
    private readonly int _cell;
    private readonly int[] _starts;
    private readonly int[] _members;

    /// <param name="cell">The side of a cell, in samples.</param>
    public SpeckGrid(int width, int height, int cell, IReadOnlyList<Speck> specks)
    {
        (Specks, _cell) = (specks, cell);
        (Columns, Rows) = ((width + cell - 1) / cell, (height + cell - 1) / cell);
        _starts = new int[Columns * Rows + 1];
        foreach (var speck in specks)
            _starts[CellOf(speck) + 1]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
        _members = new int[specks.Count];
        var next = _starts.AsSpan(0, Columns * Rows).ToArray();
        for (var i = 0; i < specks.Count; i++)
            _members[next[CellOf(specks[i])]++] = i;
    }

    public IReadOnlyList<Speck> Specks { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The column or row of cells that a place is in.</summary>
    public int At(int place) => place >= 0 ? place / _cell : -1;

    /// <summary>Indices of those in a row of cells, from one column to another; what is outside the picture is empty.</summary>
    public ReadOnlySpan<int> Within(int row, int left, int right)
    {
        (left, right) = (Math.Max(0, left), Math.Min(Columns - 1, right));
        return row < 0 || row >= Rows || left > right ? [] : _members.AsSpan(_starts[row * Columns + left].._starts[row * Columns + right + 1]);
    }

    private int CellOf(Speck speck) => speck.Y / _cell * Columns + speck.X / _cell;
}
