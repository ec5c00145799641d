using System.Numerics;
using Kinolux.Previs.Geometry;

namespace Kinolux.Bench.Previs;

/// <summary>Simple meshes to draw: tests and benchmarks share them.</summary>
internal static class Shapes
{
    public static Mesh Box(Vector3 size) => Box(size, part: 0);

    public static Mesh Box(Vector3 size, byte part)
    {
        var half = size / 2;
        var corners = Enumerable.Range(0, 8).Select(i => new Vector3((i & 1) == 0 ? -half.X : half.X, (i & 2) == 0 ? -half.Y : half.Y, (i & 4) == 0 ? -half.Z : half.Z)).ToArray();
        int[] quads = [0, 2, 3, 1, 4, 5, 7, 6, 0, 1, 5, 4, 2, 6, 7, 3, 0, 4, 6, 2, 1, 3, 7, 5];
        return new Mesh(corners, [.. quads.Chunk(4).SelectMany(q => (int[])[q[0], q[1], q[2], q[0], q[2], q[3]])], [.. Enumerable.Repeat(part, 12)]);
    }

    /// <summary>A ball, or with <paramref name="stretch"/> a capsule that stands.</summary>
    public static Mesh Ball(float radius, int around, int down, float stretch = 0)
    {
        var corners = new List<Vector3> { new(0, radius + stretch / 2, 0) };
        for (var i = 1; i < down; i++)
        {
            var (sin, cos) = MathF.SinCos(MathF.PI * i / down);
            for (var j = 0; j < around; j++)
            {
                var (x, z) = MathF.SinCos(MathF.Tau * j / around);
                corners.Add(new Vector3(radius * sin * x, radius * cos + (2 * i <= down ? stretch / 2 : -stretch / 2), radius * sin * z));
            }
        }
        corners.Add(new Vector3(0, -radius - stretch / 2, 0));
        var triangles = new List<int>();
        for (var j = 0; j < around; j++)
        {
            var next = (j + 1) % around;
            triangles.AddRange([0, 1 + j, 1 + next]);
            for (var i = 0; i < down - 2; i++)
            {
                var (a, b, c, d) = (1 + i * around + j, 1 + i * around + next, 1 + (i + 1) * around + j, 1 + (i + 1) * around + next);
                triangles.AddRange([a, c, d, a, d, b]);
            }
            triangles.AddRange([1 + (down - 2) * around + j, corners.Count - 1, 1 + (down - 2) * around + next]);
        }
        return new Mesh([.. corners], [.. triangles], new byte[triangles.Count / 3]);
    }

    public static Mesh Ring(float radius, float thickness, int around, int through)
    {
        var (corners, triangles) = (new List<Vector3>(), new List<int>());
        for (var i = 0; i < around; i++)
            for (var j = 0; j < through; j++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * i / around);
                var (high, wide) = MathF.SinCos(MathF.Tau * j / through);
                corners.Add(new Vector3((radius + thickness * wide) * cos, thickness * high, (radius + thickness * wide) * sin));
                var (a, b, c, d) = (i * through + j, i * through + (j + 1) % through, (i + 1) % around * through + j, (i + 1) % around * through + (j + 1) % through);
                triangles.AddRange([a, b, d, a, d, c]);
            }
        return new Mesh([.. corners], [.. triangles], new byte[triangles.Count / 3]);
    }

    /// <summary>A level sheet at height 0, open, of <paramref name="cells"/> squares a side.</summary>
    public static Mesh Sheet(float size, int cells)
    {
        var (corners, triangles) = (new List<Vector3>(), new List<int>());
        for (var i = 0; i <= cells; i++)
            for (var j = 0; j <= cells; j++)
                corners.Add(new Vector3(size * ((float)j / cells - 0.5f), 0, size * ((float)i / cells - 0.5f)));
        for (var i = 0; i < cells; i++)
            for (var j = 0; j < cells; j++)
            {
                var a = i * (cells + 1) + j;
                triangles.AddRange([a, a + cells + 1, a + cells + 2, a, a + cells + 2, a + 1]);
            }
        return new Mesh([.. corners], [.. triangles], new byte[triangles.Count / 3]);
    }

    /// <summary>Stairs as one closed mesh: <paramref name="steps"/> steps that rise away from the viewer.</summary>
    public static Mesh Stairs(int steps, float width, float rise, float run)
    {
        // The outline from the side: up and in, step by step, then down the back and home below.
        var side = new List<Vector2>();
        for (var i = 0; i < steps; i++)
            side.AddRange([new(-run * i, rise * i), new(-run * i, rise * (i + 1))]);
        side.AddRange([new(-run * steps, rise * steps), new(-run * steps, 0)]);
        var corners = side.SelectMany(point => (Vector3[])[new(-width / 2, point.Y, point.X), new(width / 2, point.Y, point.X)]).ToArray();
        var triangles = new List<int>();
        for (var i = 0; i < side.Count; i++)
        {
            var (a, b, c, d) = (2 * i, 2 * i + 1, 2 * ((i + 1) % side.Count), 2 * ((i + 1) % side.Count) + 1);
            triangles.AddRange([a, b, d, a, d, c]);
        }
        // Each side is a fan of columns: the foot of the back, and every step's front.
        var last = side.Count - 1;
        for (var i = 0; i + 1 < last; i++)
            triangles.AddRange([2 * last, 2 * i, 2 * (i + 1), 2 * last + 1, 2 * (i + 1) + 1, 2 * i + 1]);
        return new Mesh(corners, [.. triangles], new byte[triangles.Count / 3]);
    }
}
