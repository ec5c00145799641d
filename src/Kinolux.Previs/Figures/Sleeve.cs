using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A tube of rings: the form that everything of a figure is made of. Rows go along it, columns once round.</summary>
internal sealed class Sleeve(int rows, int columns)
{
    private readonly Vector3[] _points = new Vector3[rows * columns];
    private readonly Weights[] _weights = new Weights[rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    public ref Vector3 this[int row, int column] => ref _points[row * columns + Around(column)];

    public ref Weights Weight(int row, int column) => ref _weights[row * columns + Around(column)];

    /// <summary>1 where columns go so that the outside is seen with quads as they come, −1 where it is the other way round.</summary>
    public int Turn()
    {
        float sum = 0;
        for (var r = 0; r + 1 < rows; r++)
        {
            var middle = (Middle(r) + Middle(r + 1)) / 2;
            for (var c = 0; c < columns; c++)
                sum += Vector3.Dot(Vector3.Cross(this[r, c + 1] - this[r, c], this[r + 1, c] - this[r, c]), this[r, c] - middle);
        }
        return sum >= 0 ? 1 : -1;
    }

    /// <summary>The middle of a ring.</summary>
    public Vector3 Middle(int row)
    {
        var sum = Vector3.Zero;
        for (var c = 0; c < columns; c++)
            sum += this[row, c];
        return sum / columns;
    }

    /// <summary>Outwards, of length 1, from the corners around.</summary>
    public Vector3 Normal(int row, int column, int turn)
    {
        var along = this[Math.Min(row + 1, rows - 1), column] - this[Math.Max(row - 1, 0), column];
        var round = this[row, column + 1] - this[row, column - 1];
        var normal = Vector3.Cross(round, along) * turn;
        var length = normal.Length();
        return length < 1e-9f ? Vector3.Zero : normal / length;
    }

    private int Around(int column) => (column % columns + columns) % columns;
}
