using System.Collections.Concurrent;
using System.Numerics;
using Kinolux.Core.Kernels;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// The shadows of the key light. Of the sun: up to three maps for slices of the view, one behind the other (Zhang, Sun, Xu and Lun, "Parallel-split shadow maps", 2006), each around
/// a ball that does not change its size when the camera turns, in steps of whole texels, so that edges stand still (Valient, "Stable rendering of cascaded shadow maps", 2008).
/// Of a lamp: one map where it is a spot, the six sides of a cube where it shines everywhere.
/// </summary>
internal sealed class Shadows
{
    private const int MostSlices = 3;

    // The sun stands this many radii of its ball away: near enough to infinity, and near enough for float.
    private const float SunAway = 60;

    private readonly ShadowFace[] _faces = [.. Enumerable.Range(0, 6).Select(_ => new ShadowFace())];
    private readonly float[] _ends = new float[MostSlices];
    private readonly ConcurrentBag<Samples> _samples = [];
    private int _count;
    private Light _light;
    private Camera _eye;

    /// <summary>Draws the maps that a picture needs.</summary>
    /// <param name="nearest">The distance of the nearest surface in view, metres.</param>
    /// <param name="farthest">Of the farthest.</param>
    public void Set(RenderScene moment, in Light light, in Camera eye, float nearest, float farthest, RowRunner rows)
    {
        (_light, _eye) = (light, eye);
        var size = eye.Height <= 600 ? 1024 : 2048;
        if (light.IsFar)
            SetSun(size, nearest, farthest);
        else if (light.ConeCosine > 0.5f)
            SetSpot(size);
        else
            SetCube(size / 2);
        var tiles = 0;
        for (var i = 0; i < _count; i++)
        {
            _faces[i].Projection.Set(moment, _faces[i].Camera, Rendering.Facet.Steps / 2, Rendering.Facet.Steps / 2, rows, depthOnly: true);
            tiles = Tiles.Across(_faces[i].Size) * Tiles.Across(_faces[i].Size);
        }
        rows.Run(Math.Max(1, tiles * _count), (first, end) =>
        {
            if (!_samples.TryTake(out var samples))
                samples = new Samples(Rendering.Facet.Steps / 2, Rendering.Facet.Steps / 2);
            for (var i = first; i < Math.Min(end, tiles * _count); i++)
                _faces[i / tiles].Draw(samples, i % tiles);
            _samples.Add(samples);
        });
    }

    /// <summary>Reckons for each fragment how much of the key light gets to it.</summary>
    public void Run(Fragments all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            var distance = 1 / all.Nearness[i];
            var place = new Vector3((all.X[i] - _eye.CentreX) * distance / _eye.FocalX, (_eye.CentreY - all.Y[i]) * distance / _eye.FocalY, distance);
            var normal = new Vector3(all.NormalX[i], all.NormalY[i], all.NormalZ[i]);
            var towards = _light.IsFar ? _light.Towards : _light.Place - place;
            // What is turned away shows nothing of the light anyway.
            all.Lit[i] = Exact.Dot(normal, towards) <= 0 ? 0 : FaceFor(place) is { } face ? face.Lit(place, normal, _light.IsFar) : 1;
        }
    }

    private ShadowFace? FaceFor(Vector3 place)
    {
        if (_light.IsFar)
        {
            for (var i = 0; i < _count; i++)
                if (place.Z <= _ends[i])
                    return _faces[i];
            return null;
        }
        if (_count == 1)
            return _faces[0];
        var away = _faces[0].Turn(place - _light.Place);
        var (x, y, z) = (MathF.Abs(away.X), MathF.Abs(away.Y), MathF.Abs(away.Z));
        return _faces[z >= x && z >= y ? (away.Z > 0 ? 0 : 1) : x >= y ? (away.X > 0 ? 2 : 3) : away.Y > 0 ? 4 : 5];
    }

    private void SetSun(int size, float nearest, float farthest)
    {
        // Where slices begin and end goes in steps, so that it seldom changes while a camera moves.
        nearest = Step(MathF.Max(nearest, 0.25f), -1);
        farthest = MathF.Min(Step(farthest, 1), nearest * 64);
        var ratio = MathF.Max(farthest / nearest, 1.2f);
        _count = ratio < 4 ? 1 : ratio < 16 ? 2 : MostSlices;
        var part = _count == 1 ? ratio : _count == 2 ? MathF.Sqrt(ratio) : MathF.Cbrt(ratio);
        var slope = new Vector2(_eye.CentreX / _eye.FocalX, _eye.CentreY / _eye.FocalY);
        var spread = slope.X * slope.X + slope.Y * slope.Y;
        for (var i = 0; i < _count; i++)
        {
            var (begin, end) = (nearest, nearest *= part);
            // The ball around the slice: its middle is on the axis, as far from the near corners as from the far ones.
            var middle = MathF.Min((begin + end) / 2 * (1 + spread), end);
            var radius = Step(MathF.Sqrt((end - middle) * (end - middle) + end * end * spread), 1);
            _ends[i] = end;
            SetSunFace(_faces[i], size, _eye.Position + _eye.Ahead * middle, radius);
        }
    }

    private void SetSunFace(ShadowFace face, int size, Vector3 middle, float radius)
    {
        var ahead = -(_eye.Right * _light.Towards.X + _eye.Up * _light.Towards.Y + _eye.Ahead * _light.Towards.Z);
        var (right, up) = Across(ahead);
        // Room for the nine texels at the rim.
        var texel = 2 * radius / (size - 8);
        var (x, y) = (MathF.Floor(Exact.Dot(middle, right) / texel) * texel, MathF.Floor(Exact.Dot(middle, up) / texel) * texel);
        var position = right * x + up * y + ahead * (Exact.Dot(middle, ahead) - SunAway * radius);
        face.Set(new Camera(position, right, up, ahead, SunAway * radius / texel, size), _eye, texel, 0.004f + radius * 2e-4f);
    }

    private void SetSpot(int size)
    {
        _count = 1;
        var ahead = -(_eye.Right * _light.Towards.X + _eye.Up * _light.Towards.Y + _eye.Ahead * _light.Towards.Z);
        var (right, up) = Across(ahead);
        var focal = (size / 2 - 4) * _light.ConeCosine / MathF.Sqrt(1 - _light.ConeCosine * _light.ConeCosine + 1e-6f);
        _faces[0].Set(new Camera(Position(), right, up, ahead, focal, size), _eye, 1 / focal, 0.01f);
    }

    private void SetCube(int size)
    {
        _count = 6;
        // A little wider than a quarter turn: room for the nine texels at the seams.
        var focal = size / 2 - 4;
        var (x, y, z) = (Vector3.UnitX, Vector3.UnitY, -Vector3.UnitZ);
        Span<(Vector3 Right, Vector3 Up, Vector3 Ahead)> sides = [(x, y, z), (-x, y, -z), (-z, y, x), (z, y, -x), (x, -z, y), (x, z, -y)];
        for (var i = 0; i < 6; i++)
            _faces[i].Set(new Camera(Position(), sides[i].Right, sides[i].Up, sides[i].Ahead, focal, size), _eye, 1f / focal, 0.01f);
    }

    private Vector3 Position() => _eye.Position + _eye.Right * _light.Place.X + _eye.Up * _light.Place.Y + _eye.Ahead * _light.Place.Z;

    private static (Vector3 Right, Vector3 Up) Across(Vector3 ahead)
    {
        var right = Exact.Unit(Exact.Cross(ahead, MathF.Abs(ahead.Y) < 0.99f ? Vector3.UnitY : Vector3.UnitX), Vector3.UnitX);
        return (right, Exact.Cross(right, ahead));
    }

    // To the next step of a fourth of an octave, down or up.
    private static float Step(float value, int direction)
    {
        var steps = MathF.Log2(value) * 4;
        return MathF.Pow(2, (direction > 0 ? MathF.Ceiling(steps) : MathF.Floor(steps)) / 4);
    }
}
