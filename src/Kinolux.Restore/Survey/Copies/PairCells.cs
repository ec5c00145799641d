using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Survey.Copies;

/// <summary>Two planes compared in cells of 4 × 4 samples, and in the blocks of 2 × 2 cells that begin at each cell. Samples beyond the last whole cell are left out.</summary>
internal sealed class PairCells(int width, int height)
{
    private const int Size = 4;
    private readonly int _across = width / Size;
    private readonly int _down = height / Size;
    private readonly CellSums[] _cells = new CellSums[width / Size * (height / Size)];

    public void Take(Plane earlier, Plane later, RowRunner rows)
    {
        Array.Clear(_cells);
        rows.Run(_down, (first, end) =>
        {
            for (var y = first * Size; y < end * Size; y++)
                AddRow(earlier, later, y);
        });
    }

    /// <summary>The whole picture.</summary>
    public CellSums Sum()
    {
        var sum = default(CellSums);
        foreach (ref readonly var cell in _cells.AsSpan())
            sum.Add(cell);
        return sum;
    }

    /// <summary>All blocks, row by row.</summary>
    public IEnumerable<CellSums> Blocks()
    {
        for (var y = 0; y < Math.Max(1, _down - 1); y++)
            for (var x = 0; x < Math.Max(1, _across - 1); x++)
            {
                var block = default(CellSums);
                for (var j = y; j < Math.Min(_down, y + 2); j++)
                    for (var i = x; i < Math.Min(_across, x + 2); i++)
                        block.Add(_cells[j * _across + i]);
                if (block.Count > 0)
                    yield return block;
            }
    }

    /// <summary>The translation, rotation and zoom that explains most of the difference.</summary>
    /// <returns>How far it moves the picture, in samples, the root of the mean square; and the share of the difference's squares that it explains.</returns>
    public (double Move, double Explained) Move()
    {
        var system = new SimilaritySystem();
        var (acrossSum, downSum, turn, spread, squares) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < _cells.Length; i++)
        {
            ref readonly var cell = ref _cells[i];
            var (x, y) = (Size * (i % _across + 0.5 - _across / 2.0), Size * (i / _across + 0.5 - _down / 2.0));
            system.Add(x, y, cell.SlopesXx, cell.SlopesXy, cell.SlopesYy, cell.SlopesX, cell.SlopesY);
            acrossSum += cell.SlopesX;
            downSum += cell.SlopesY;
            turn += cell.SlopesY * x - cell.SlopesX * y;
            spread += cell.SlopesX * x + cell.SlopesY * y;
            squares += cell.Squares;
        }
        var move = system.Solve();
        // Slopes are four times the picture's.
        var explained = (move.X * acrossSum + move.Y * downSum + move.R * turn + move.Z * spread) / 16;
        return (Math.Sqrt(move.X * move.X + move.Y * move.Y + (move.R * move.R + move.Z * move.Z) * ((double)width * width + (double)height * height) / 12),
            squares == 0 ? 0 : explained / squares);
    }

    private void AddRow(Plane earlier, Plane later, int y)
    {
        var cells = _cells.AsSpan(y / Size * _across, _across);
        var a = earlier.Row(y);
        var b = later.Row(y);
        var (above, below) = (Math.Max(0, y - 1), Math.Min(height - 1, y + 1));
        var aboveA = earlier.Row(above);
        var aboveB = later.Row(above);
        var belowA = earlier.Row(below);
        var belowB = later.Row(below);
        for (var x = 0; x < _across * Size; x++)
        {
            ref var cell = ref cells[x / Size];
            cell.Add(a[x], b[x]);
            if (x > 0 && x + 1 < width)
                cell.AddSlope(b[x] - a[x], a[x + 1] - a[x - 1] + b[x + 1] - b[x - 1], belowA[x] - aboveA[x] + belowB[x] - aboveB[x]);
        }
    }
}
