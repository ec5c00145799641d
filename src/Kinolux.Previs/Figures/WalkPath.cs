using System.Numerics;

namespace Kinolux.Previs.Figures;

/// <summary>A way over the floor: a polyline with its corners rounded, measured along its length.</summary>
internal sealed class WalkPath
{
    private const float Apart = .02f;

    private readonly List<Vector3> _points = [];
    private readonly List<float> _along = [];

    public WalkPath(IReadOnlyList<Vector3> corners)
    {
        _points.Add(corners[0]);
        _along.Add(0);
        for (var i = 1; i + 1 < corners.Count; i++)
        {
            // Corners become curves (quadratic), .9 m before to .9 m after them where there is room.
            var (before, at, after) = (corners[i - 1], corners[i], corners[i + 1]);
            var room = Math.Min(.9f, .5f * Math.Min(Vector3.Distance(before, at), Vector3.Distance(at, after)));
            if (room < 1e-4f)
                continue;
            var (from, to) = (at + Vector3.Normalize(before - at) * room, at + Vector3.Normalize(after - at) * room);
            Straight(from);
            for (var k = 1; k <= 24; k++)
            {
                var t = k / 24f;
                Put(Vector3.Lerp(Vector3.Lerp(from, at, t), Vector3.Lerp(at, to, t), t));
            }
        }
        Straight(corners[^1]);
    }

    /// <summary>Metres.</summary>
    public float Length => _along[^1];

    /// <summary>The place after so many metres; before the start and beyond the end it goes straight on.</summary>
    public Vector3 At(float metres)
    {
        if (metres <= 0)
            return _points[0] + Direction(0) * metres;
        if (metres >= Length)
            return _points[^1] + Direction(Length) * (metres - Length);
        var (i, t) = Find(metres);
        return Vector3.Lerp(_points[i], _points[i + 1], t);
    }

    /// <summary>Which way it goes there, smooth over a step's length, of length 1.</summary>
    public Vector3 Direction(float metres)
    {
        var (a, b) = (Math.Clamp(metres - .15f, 0, Length), Math.Clamp(metres + .15f, 0, Length));
        if (b - a < 1e-4f)
            return Vector3.UnitZ;
        var (i, t) = Find(a);
        var (j, u) = Find(b);
        var way = Vector3.Lerp(_points[j], _points[j + 1], u) - Vector3.Lerp(_points[i], _points[i + 1], t);
        way.Y = 0;
        return way.LengthSquared() < 1e-8f ? Vector3.UnitZ : Vector3.Normalize(way);
    }

    private (int At, float Share) Find(float metres)
    {
        var i = _along.BinarySearch(metres);
        i = Math.Clamp(i < 0 ? ~i - 1 : i, 0, _points.Count - 2);
        return (i, Math.Clamp((metres - _along[i]) / (_along[i + 1] - _along[i]), 0, 1));
    }

    private void Straight(Vector3 to)
    {
        var from = _points[^1];
        var steps = Math.Max(1, (int)(Vector3.Distance(from, to) / Apart));
        for (var k = 1; k <= steps; k++)
            Put(Vector3.Lerp(from, to, k / (float)steps));
    }

    private void Put(Vector3 point)
    {
        var length = Vector3.Distance(_points[^1], point);
        if (length < 1e-6f)
            return;
        _points.Add(point);
        _along.Add(_along[^1] + length);
    }
}
