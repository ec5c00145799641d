namespace Kinolux.Restore.Damage;

/// <summary>
/// How exposure went wrong in one frame: a luma level v (0 to 255) becomes v·(Gain + g) + Offset + o, where g and o are the grids' uniform cubic B-spline surfaces.
/// </summary>
/// <param name="Gains">Added to the gain: <see cref="GridWidth"/> × <see cref="GridHeight"/> control values, evenly from corner to corner, row by row; empty for none.</param>
/// <param name="Offsets">Added to the offset, likewise.</param>
public sealed record FlickerState(float Gain, float Offset, float[] Gains, float[] Offsets)
{
    public const int GridWidth = 5;
    public const int GridHeight = 4;

    internal static FlickerState At(int frame, DamageOptions options)
    {
        // Both together share the work, as in real films.
        var both = options.Has(DamageKinds.GlobalFlicker) && options.Has(DamageKinds.LocalFlicker);
        var (gain, offset) = (1f, 0f);
        var (gains, offsets) = (Array.Empty<float>(), Array.Empty<float>());
        if (options.Has(DamageKinds.GlobalFlicker))
        {
            var strength = (float)options.Strength * (both ? 0.5f : 1);
            var dice = Dice.Of(options.Seed, DamageKinds.GlobalFlicker, frame);
            gain += 0.081f * strength * Math.Clamp(dice.Normal(), -2.5f, 2.5f);
            offset += 4.9f * strength * Math.Clamp(dice.Normal(), -2.5f, 2.5f);
        }
        if (options.Has(DamageKinds.LocalFlicker))
        {
            var strength = (float)options.Strength * (both ? 0.3f : 1);
            var dice = Dice.Of(options.Seed, DamageKinds.LocalFlicker, frame);
            // Some frames are hit hard, most a little; and most of what hits a place hits the whole frame.
            strength *= MathF.Exp(0.6f * Math.Clamp(dice.Normal(), -2, 1.5f));
            gain += 0.128f * strength * Math.Clamp(dice.Normal(), -2.5f, 2.5f);
            offset += 7 * strength * Math.Clamp(dice.Normal(), -2.5f, 2.5f);
            gains = Grid(ref dice, 0.104f * strength);
            offsets = Grid(ref dice, 4 * strength);
        }
        return new FlickerState(MathF.Max(0.1f, gain), offset, gains, offsets);
    }

    private static float[] Grid(ref Dice dice, float deviation)
    {
        var grid = new float[GridWidth * GridHeight];
        for (var i = 0; i < grid.Length; i++)
            grid[i] = deviation * Math.Clamp(dice.Normal(), -2.5f, 2.5f);
        return grid;
    }
}
