using Kinolux.Core.Review;

namespace Kinolux.Restore.Damage;

/// <summary>How much a stain covers each sample: a wavy outline, an uneven inside and a darker tide rim.</summary>
internal sealed class StainStamp
{
    private readonly Stain _stain;
    private readonly ulong _noise;

    public StainStamp(Stain stain)
    {
        _stain = stain;
        _noise = Dice.Mix((ulong)stain.Outline);
    }

    public Box? Bounds(int width, int height)
    {
        var reach = _stain.Radius * 1.6f;
        var left = Math.Max(0, (int)MathF.Floor(_stain.X - reach));
        var top = Math.Max(0, (int)MathF.Floor(_stain.Y - reach));
        var right = Math.Min(width, (int)MathF.Ceiling(_stain.X + reach) + 1);
        var bottom = Math.Min(height, (int)MathF.Ceiling(_stain.Y + reach) + 1);
        return right > left && bottom > top ? new Box(left, top, right - left, bottom - top) : null;
    }

    /// <summary>0 to 1 at a sample's centre.</summary>
    public float Cover(int x, int y)
    {
        var u = (x - _stain.X) / _stain.Radius;
        var v = (y - _stain.Y) / _stain.Radius;
        var outline = 1 + 0.32f * Dice.Smooth(_noise, u * 1.1f, v * 1.1f) + 0.12f * Dice.Smooth(_noise + 1, u * 3.7f, v * 3.7f);
        var depth = outline - MathF.Sqrt(u * u + v * v);
        var inside = Math.Clamp(0.5f + depth / 0.12f, 0, 1);
        if (inside == 0)
            return 0;
        var rim = Math.Clamp(1 - MathF.Abs(depth - 0.03f) / 0.07f, 0, 1);
        var texture = 0.85f + 0.3f * Dice.Smooth(_noise + 2, u * 5, v * 5);
        return Math.Clamp(_stain.Opacity * inside * texture * (1 + 0.6f * rim), 0, 1);
    }
}
