namespace Kinolux.Restore.Damage;

/// <summary>Where the gate put the picture: what was at (x, y) is now at (x + X - Rotation·(y - cy), y + Y + Rotation·(x - cx)), as in <see cref="Motion.GlobalMotion"/>.</summary>
/// <param name="X">Luma samples, right is positive.</param>
/// <param name="Y">Luma samples, down is positive.</param>
/// <param name="Rotation">Radians, clockwise on the screen is positive.</param>
public readonly record struct WeaveOffset(float X, float Y, float Rotation)
{
    /// <summary>Deviations at strength 1 in a picture 576 wide: mostly new for each frame, a little slower sway.</summary>
    internal static WeaveOffset At(int frame, int width, DamageOptions options)
    {
        const float Fresh = 0.79f, Slow = 0.61f;
        var dice = Dice.Of(options.Seed, DamageKinds.Weave, frame);
        var noise = Dice.Mix((ulong)options.Seed);
        var scale = (float)options.Strength * width / 576f;
        float Draw(ref Dice from, int axis) =>
            Fresh * Math.Clamp(from.Normal(), -3, 3) + Slow * 1.8f * Dice.Smooth(noise + (ulong)axis, frame / 11.0);
        return new WeaveOffset(1.6f * scale * Draw(ref dice, 0), 2.1f * scale * Draw(ref dice, 1), 0.0015f * (float)options.Strength * Draw(ref dice, 2));
    }
}
