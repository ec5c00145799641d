using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Figures;

/// <summary>A mesh while it is made: sleeves are added, each a closed surface with a part for every quad.</summary>
internal sealed class Sculpture
{
    private readonly List<Vector3> _points = [];
    private readonly List<Weights> _weights = [];
    private readonly List<int> _triangles = [];
    private readonly List<byte> _parts = [];
    private readonly List<string> _names = [];
    private readonly List<Vector3> _tones = [];

    /// <summary>The number of a part, made where its name is new.</summary>
    public byte Part(string name, Vector3 tone)
    {
        var at = _names.IndexOf(name);
        if (at < 0)
        {
            at = _names.Count;
            _names.Add(name);
            _tones.Add(tone);
        }
        return (byte)at;
    }

    public byte Part(string name, Colour colour) => Part(name, colour.Linear);

    public int Corner(Vector3 point, Weights weights)
    {
        _points.Add(point);
        _weights.Add(weights);
        return _points.Count - 1;
    }

    public void Triangle(int a, int b, int c, byte part)
    {
        _triangles.AddRange([a, b, c]);
        _parts.Add(part);
    }

    /// <summary>The part of a quad that is left out.</summary>
    public const byte Nothing = byte.MaxValue;

    /// <summary>A closed tube of one part; answers the number of its first corner.</summary>
    public int Add(Sleeve sleeve, byte part) => Add(sleeve, (_, _) => part);

    /// <summary>A closed tube; <paramref name="part"/> says what the quad after a row and a column is made of. Answers the number of its first corner.</summary>
    public int Add(Sleeve sleeve, Func<int, int, byte> part)
    {
        var turn = sleeve.Turn();
        var first = _points.Count;
        for (var r = 0; r < sleeve.Rows; r++)
            for (var c = 0; c < sleeve.Columns; c++)
                Corner(sleeve[r, c], sleeve.Weight(r, c));
        for (var r = 0; r + 1 < sleeve.Rows; r++)
            for (var c = 0; c < sleeve.Columns; c++)
                if (part(r, c) is not Nothing and var of)
                    Quad(At(r, c), At(r, c + 1), At(r + 1, c + 1), At(r + 1, c), turn, of);
        Cap(0, -turn);
        Cap(sleeve.Rows - 1, turn);
        return first;

        int At(int row, int column) => first + row * sleeve.Columns + column % sleeve.Columns;

        void Cap(int row, int outwards)
        {
            var middle = Corner(sleeve.Middle(row), sleeve.Weight(row, 0));
            for (var c = 0; c < sleeve.Columns; c++)
            {
                var of = part(Math.Min(row, sleeve.Rows - 2), c);
                if (of != Nothing && outwards > 0)
                    Triangle(At(row, c), At(row, c + 1), middle, of);
                else if (of != Nothing)
                    Triangle(At(row, c + 1), At(row, c), middle, of);
            }
        }
    }

    /// <summary>
    /// What is over a sleeve: hair on a head, a bib on a chest. It stands off by <paramref name="thickness"/>, metres; below zero it dips
    /// under the surface, so that its edge is where the two meet, between corners. Quads without a corner above are left out.
    /// </summary>
    public void Over(Sleeve sleeve, byte part, Func<int, int, float> thickness, Func<int, int, Weights>? weights = null)
    {
        var turn = sleeve.Turn();
        var heights = new float[sleeve.Rows, sleeve.Columns];
        for (var r = 0; r < sleeve.Rows; r++)
            for (var c = 0; c < sleeve.Columns; c++)
                heights[r, c] = thickness(r, c);
        var corners = new int[sleeve.Rows, sleeve.Columns];
        for (var r = 0; r + 1 < sleeve.Rows; r++)
            for (var c = 0; c < sleeve.Columns; c++)
            {
                var d = (c + 1) % sleeve.Columns;
                if (heights[r, c] > 0 || heights[r, d] > 0 || heights[r + 1, c] > 0 || heights[r + 1, d] > 0)
                    Quad(At(r, c), At(r, d), At(r + 1, d), At(r + 1, c), turn, part);
            }
        var last = sleeve.Rows - 1;
        if (heights[last, 0] > 0)
        {
            var top = Corner(sleeve.Middle(last) + Vector3.UnitY * heights[last, 0], sleeve.Weight(last, 0));
            for (var c = 0; c < sleeve.Columns; c++)
                if (turn > 0)
                    Triangle(At(last, c), At(last, (c + 1) % sleeve.Columns), top, part);
                else
                    Triangle(At(last, (c + 1) % sleeve.Columns), At(last, c), top, part);
        }

        int At(int row, int column)
        {
            if (corners[row, column] == 0)
                corners[row, column] = 1 + Corner(sleeve[row, column] + sleeve.Normal(row, column, turn) * Math.Max(heights[row, column], -.006f), weights?.Invoke(row, column) ?? sleeve.Weight(row, column));
            return corners[row, column] - 1;
        }
    }

    /// <summary>An open piece of surface that is seen from the side away from a point.</summary>
    public void Patch(Vector3[,] points, Weights weights, Func<int, byte> part, Vector3 behind) => Patch(points, (_, _) => weights, part, behind);

    public void Patch(Vector3[,] points, Func<int, int, Weights> weights, Func<int, byte> part, Vector3 behind)
    {
        var (rows, columns) = (points.GetLength(0), points.GetLength(1));
        var first = _points.Count;
        float sum = 0;
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
            {
                Corner(points[r, c], weights(r, c));
                if (r + 1 < rows && c + 1 < columns)
                    sum += Vector3.Dot(Vector3.Cross(points[r, c + 1] - points[r, c], points[r + 1, c] - points[r, c]), points[r, c] - behind);
            }
        for (var r = 0; r + 1 < rows; r++)
            for (var c = 0; c + 1 < columns; c++)
            {
                var at = first + r * columns + c;
                Quad(at, at + 1, at + columns + 1, at + columns, sum >= 0 ? 1 : -1, part(r));
            }
    }

    public (Mesh Mesh, Weights[] Weights, string[] Parts, Vector3[] Tones) Finish() =>
        (new([.. _points], [.. _triangles], [.. _parts]), [.. _weights], [.. _names], [.. _tones]);

    // The shorter diagonal, so that a bent surface keeps its shape.
    private void Quad(int a, int b, int c, int d, int turn, byte part)
    {
        if (turn < 0)
            (b, d) = (d, b);
        if (Vector3.DistanceSquared(_points[a], _points[c]) <= Vector3.DistanceSquared(_points[b], _points[d]))
        {
            Triangle(a, b, c, part);
            Triangle(a, c, d, part);
        }
        else
        {
            Triangle(a, b, d, part);
            Triangle(b, c, d, part);
        }
    }
}
