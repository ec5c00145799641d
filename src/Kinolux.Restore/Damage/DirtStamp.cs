using Kinolux.Core.Review;

namespace Kinolux.Restore.Damage;

/// <summary>How much a piece of dirt covers each sample: an outline by a few harmonics for blobs, a bending stroke for hairs.</summary>
internal sealed class DirtStamp
{
    private const int StrokePoints = 12;
    private readonly DirtParticle _particle;
    private readonly float[] _amplitudes = [];
    private readonly float[] _phases = [];
    private readonly (float X, float Y)[] _path = [];
    private readonly float _cos;
    private readonly float _sin;
    private readonly ulong _texture;

    public DirtStamp(DirtParticle particle)
    {
        _particle = particle;
        _cos = MathF.Cos(particle.Angle);
        _sin = MathF.Sin(particle.Angle);
        var dice = Dice.Of(particle.Outline, DamageKinds.Dirt, 0);
        _texture = dice.Bits();
        if (particle.Shape is DirtShape.ShortHair or DirtShape.LongHair or DirtShape.Scrape)
            _path = Bend(ref dice);
        else
            (_amplitudes, _phases) = Harmonics(ref dice);
    }

    /// <summary>The samples that it can touch, inside a picture of the given size; null where none.</summary>
    public Box? Bounds(int width, int height)
    {
        var reach = (_path.Length > 0 ? _particle.Length * 0.56f + _particle.Width : _particle.Length * 0.85f) + _particle.Softness + 1;
        var left = Math.Max(0, (int)MathF.Floor(_particle.X - reach));
        var top = Math.Max(0, (int)MathF.Floor(_particle.Y - reach));
        var right = Math.Min(width, (int)MathF.Ceiling(_particle.X + reach) + 1);
        var bottom = Math.Min(height, (int)MathF.Ceiling(_particle.Y + reach) + 1);
        return right > left && bottom > top ? new Box(left, top, right - left, bottom - top) : null;
    }

    /// <summary>0 to 1 at a sample's centre, the particle's opacity included.</summary>
    public float Cover(int x, int y)
    {
        var dx = x - _particle.X;
        var dy = y - _particle.Y;
        var inside = _path.Length > 0 ? InStroke(dx, dy) : InBlob(dx * _cos + dy * _sin, dy * _cos - dx * _sin);
        var edge = Math.Clamp(0.5f + inside / _particle.Softness, 0, 1);
        if (edge == 0)
            return 0;
        var opacity = _particle.Opacity;
        if (_particle.Shape == DirtShape.Mold)
            opacity *= 0.75f + 0.35f * Dice.Smooth(_texture, x * 0.6f, y * 0.6f);
        return edge * opacity;
    }

    /// <summary>Distance to the outline, positive inside.</summary>
    private float InBlob(float u, float v)
    {
        u /= _particle.Length / 2;
        v /= _particle.Width / 2;
        var radius = MathF.Sqrt(u * u + v * v);
        var angle = MathF.Atan2(v, u);
        var outline = 1f;
        for (var k = 0; k < _amplitudes.Length; k++)
            outline += _amplitudes[k] * MathF.Cos((k + 2) * angle + _phases[k]);
        return (outline - radius) * _particle.Width / 2;
    }

    private float InStroke(float dx, float dy)
    {
        var nearest = float.MaxValue;
        for (var i = 1; i < _path.Length; i++)
        {
            var (ax, ay) = _path[i - 1];
            var (bx, by) = (_path[i].X - ax, _path[i].Y - ay);
            var t = Math.Clamp(((dx - ax) * bx + (dy - ay) * by) / MathF.Max(1e-6f, bx * bx + by * by), 0, 1);
            var (ex, ey) = (dx - ax - t * bx, dy - ay - t * by);
            nearest = MathF.Min(nearest, ex * ex + ey * ey);
        }
        return _particle.Width / 2 - MathF.Sqrt(nearest);
    }

    private (float[] Amplitudes, float[] Phases) Harmonics(ref Dice dice)
    {
        var ragged = _particle.Shape switch { DirtShape.Mold => 0.22f, DirtShape.Dust => 0.10f, _ => 0.17f };
        var count = _particle.Shape switch { DirtShape.Mold => 11, DirtShape.Dust => 3, DirtShape.Blotch => 8, _ => 5 };
        var amplitudes = new float[count];
        var phases = new float[count];
        for (var k = 0; k < count; k++)
        {
            amplitudes[k] = Math.Clamp(ragged * dice.Normal(), -0.3f, 0.3f) / (1 + (_particle.Shape == DirtShape.Mold ? 0.25f : 0.6f) * k);
            phases[k] = dice.Between(0, 2 * MathF.PI);
        }
        return (amplitudes, phases);
    }

    /// <summary>A path of the particle's length whose direction wanders: hairs curl, scrapes run straight. Centred on its middle.</summary>
    private (float X, float Y)[] Bend(ref Dice dice)
    {
        var curl = _particle.Shape switch { DirtShape.LongHair => 0.42f, DirtShape.ShortHair => 0.20f, _ => 0.01f };
        var path = new (float X, float Y)[StrokePoints];
        var heading = _particle.Angle;
        var turn = curl * dice.Normal();
        var step = _particle.Length / (StrokePoints - 1);
        for (var i = 1; i < path.Length; i++)
        {
            path[i] = (path[i - 1].X + step * MathF.Cos(heading), path[i - 1].Y + step * MathF.Sin(heading));
            turn = 0.7f * turn + 0.6f * curl * dice.Normal();
            heading += turn;
        }
        var (cx, cy) = path[StrokePoints / 2];
        for (var i = 0; i < path.Length; i++)
            path[i] = (path[i].X - cx, path[i].Y - cy);
        return path;
    }
}
