namespace Kinolux.Restore.Damage;

/// <summary>Water marks and discolourations: large, half transparent, with a tide rim; they grow, linger for a second or more and fade, since neighbouring turns of the roll share them.</summary>
internal static class StainModel
{
    private const int Epoch = 64;
    private const int SlotsAtOne = 2;

    public static IReadOnlyList<Stain> At(int frame, int width, int height, DamageOptions options)
    {
        var slots = (int)Math.Ceiling(SlotsAtOne * options.Strength);
        var weight = (float)(SlotsAtOne * options.Strength / slots);
        var stains = new List<Stain>();
        for (var slot = 0; slot < slots; slot++)
        {
            var shifted = frame + slot * Epoch / 2;
            var stain = Draw(options.Seed, slot, shifted / Epoch, shifted % Epoch, width, height, weight);
            if (stain.Opacity > 0)
                stains.Add(stain);
        }
        return stains;
    }

    private static Stain Draw(long seed, int slot, int epoch, int frame, int width, int height, float weight)
    {
        var dice = Dice.Of(seed, DamageKinds.Stains, epoch, slot);
        var begin = dice.Between(0, 16);
        var end = Epoch - dice.Between(1, 16);
        var x = dice.Unit() * width;
        var y = dice.Unit() * height;
        var radius = dice.Between(0.05f, 0.14f) * width;
        var value = dice.Chance(0.5f) ? dice.Between(190, 235) : dice.Between(20, 60);
        var opacity = dice.Between(0.14f, 0.32f) * weight;
        var noise = dice.Bits();
        var life = Math.Clamp(MathF.Min(frame - begin, end - frame) / 8, 0, 1);
        return new Stain(
            (epoch << 8) | slot,
            x + 0.01f * width * Dice.Smooth(noise, frame / 7.0), y + 0.01f * width * Dice.Smooth(noise + 1, frame / 7.0),
            radius * (0.8f + 0.2f * life + 0.06f * Dice.Smooth(noise + 2, frame / 3.0)),
            value, opacity * life * (1 + 0.2f * Dice.Smooth(noise + 3, frame / 2.0)), (long)(noise >> 16));
    }
}
