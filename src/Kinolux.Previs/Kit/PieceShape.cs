using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Kit;

/// <summary>Makes surfaces of boxes, drums, cones and balls, that everything of the kit is made of.</summary>
internal sealed class PieceShape
{
    private const int Sides = 16;
    private readonly List<Vector3> _positions = [];
    private readonly List<int> _triangles = [];
    private readonly List<byte> _parts = [];

    /// <param name="at">The middle of its foot.</param>
    public void Box(byte part, Vector3 at, float width, float height, float depth)
    {
        var start = _positions.Count;
        for (var i = 0; i < 8; i++)
            _positions.Add(at + new Vector3((i & 1) == 0 ? -width / 2 : width / 2, (i & 2) == 0 ? 0 : height, (i & 4) == 0 ? -depth / 2 : depth / 2));
        foreach (var (a, b, c, d) in (ReadOnlySpan<(int, int, int, int)>)[(4, 5, 7, 6), (1, 0, 2, 3), (5, 1, 3, 7), (0, 4, 6, 2), (6, 7, 3, 2), (0, 1, 5, 4)])
            Quad(part, start + a, start + b, start + c, start + d);
    }

    /// <summary>A drum, or a cone where its top is smaller.</summary>
    /// <param name="at">The middle of its foot.</param>
    public void Drum(byte part, Vector3 at, float foot, float top, float height)
    {
        var start = _positions.Count;
        foreach (var (radius, y) in (ReadOnlySpan<(float, float)>)[(foot, 0), (top, height)])
            for (var i = 0; i < Sides; i++)
                _positions.Add(at + new Vector3(radius * MathF.Sin(i * MathF.Tau / Sides), y, radius * MathF.Cos(i * MathF.Tau / Sides)));
        for (var i = 0; i < Sides; i++)
            Quad(part, start + i, start + (i + 1) % Sides, start + Sides + (i + 1) % Sides, start + Sides + i);
        Lids(part, start, at, at + new Vector3(0, height, 0));
    }

    /// <summary>A drum on its side, its axis along X.</summary>
    /// <param name="at">Its middle.</param>
    public void Wheel(byte part, Vector3 at, float radius, float width)
    {
        var start = _positions.Count;
        foreach (var x in (ReadOnlySpan<float>)[-width / 2, width / 2])
            for (var i = 0; i < Sides; i++)
                _positions.Add(at + new Vector3(x, radius * MathF.Sin(i * MathF.Tau / Sides), radius * MathF.Cos(i * MathF.Tau / Sides)));
        for (var i = 0; i < Sides; i++)
            Quad(part, start + Sides + i, start + Sides + (i + 1) % Sides, start + (i + 1) % Sides, start + i);
        Lids(part, start, at - new Vector3(width / 2, 0, 0), at + new Vector3(width / 2, 0, 0), turned: true);
    }

    /// <param name="at">Its middle.</param>
    public void Ball(byte part, Vector3 at, Vector3 radii)
    {
        const int rings = 9;
        var start = _positions.Count;
        for (var ring = 1; ring < rings; ring++)
            for (var i = 0; i < Sides; i++)
            {
                var (high, round) = (ring * MathF.PI / rings, i * MathF.Tau / Sides);
                _positions.Add(at + radii * new Vector3(MathF.Sin(high) * MathF.Sin(round), -MathF.Cos(high), MathF.Sin(high) * MathF.Cos(round)));
            }
        for (var ring = 0; ring < rings - 2; ring++)
            for (var i = 0; i < Sides; i++)
                Quad(part, start + ring * Sides + i, start + ring * Sides + (i + 1) % Sides, start + (ring + 1) * Sides + (i + 1) % Sides, start + (ring + 1) * Sides + i);
        var (low, top) = (_positions.Count, _positions.Count + 1);
        _positions.Add(at - new Vector3(0, radii.Y, 0));
        _positions.Add(at + new Vector3(0, radii.Y, 0));
        for (var i = 0; i < Sides; i++)
        {
            Triangle(part, low, start + (i + 1) % Sides, start + i);
            Triangle(part, top, start + (rings - 2) * Sides + i, start + (rings - 2) * Sides + (i + 1) % Sides);
        }
    }

    public Mesh ToMesh() => new([.. _positions], [.. _triangles], [.. _parts]);

    private void Lids(byte part, int start, Vector3 foot, Vector3 top, bool turned = false)
    {
        var (low, high) = (_positions.Count, _positions.Count + 1);
        _positions.Add(foot);
        _positions.Add(top);
        for (var i = 0; i < Sides; i++)
        {
            var (here, next) = turned ? ((i + 1) % Sides, i) : (i, (i + 1) % Sides);
            Triangle(part, low, start + next, start + here);
            Triangle(part, high, start + Sides + here, start + Sides + next);
        }
    }

    private void Quad(byte part, int a, int b, int c, int d)
    {
        Triangle(part, a, b, c);
        Triangle(part, a, c, d);
    }

    private void Triangle(byte part, int a, int b, int c)
    {
        _triangles.AddRange([a, b, c]);
        _parts.Add(part);
    }
}
