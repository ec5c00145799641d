namespace Kinolux.Restore.Damage;

/// <summary>
/// Line scratches: each belongs to the film strip, so that it runs on from the bottom of a frame into the top of the next, drifts, thins, breaks and returns.
/// A slot is scratched through most of an epoch of frames; then another scratch takes its place.
/// </summary>
internal static class ScratchModel
{
    private const int Epoch = 110;
    private const int LinesAtOne = 3;

    public static IReadOnlyList<ScratchLine> At(int frame, int width, DamageOptions options)
    {
        var slots = (int)Math.Ceiling(LinesAtOne * options.Strength);
        var weight = (float)(LinesAtOne * options.Strength / slots);
        var lines = new List<ScratchLine>();
        for (var slot = 0; slot < slots; slot++)
        {
            // Slots change at different times.
            var shifted = frame + slot * Epoch * 3 / 7;
            var line = Draw(options.Seed, slot, shifted / Epoch, shifted % Epoch, width, weight);
            if (line.Opacity.Max() > 0)
                lines.Add(line);
        }
        return lines;
    }

    private static ScratchLine Draw(long seed, int slot, int epoch, int frame, int width, float weight)
    {
        var dice = Dice.Of(seed, DamageKinds.Scratches, epoch, slot);
        var scale = width / 576f;
        var begin = dice.Between(0, 0.12f) * Epoch;
        var end = dice.Between(0.85f, 1) * Epoch;
        var place = dice.Between(0.04f, 0.96f) * width;
        var drift = 0.5f * scale * dice.Normal();
        var sway = dice.Between(1, 4) * scale;
        var bright = dice.Chance(0.6f);
        var value = bright ? dice.Between(215, 245) : dice.Between(10, 45);
        var softness = MathF.Max(0.7f, (bright ? dice.Between(0.6f, 1.0f) : dice.Between(1.0f, 1.8f)) * scale);
        var thickness = dice.Between(1.2f, 2.6f) * scale;
        var opacity = dice.Between(0.24f, 0.48f) * weight;
        var brokenness = dice.Between(-0.75f, -0.35f);
        var noise = dice.Bits();
        var line = new ScratchLine((epoch << 8) | slot, value, softness, new float[ScratchLine.Stations], new float[ScratchLine.Stations], new float[ScratchLine.Stations]);
        for (var i = 0; i < ScratchLine.Stations; i++)
        {
            // Frames along the strip since the epoch began.
            var strip = frame + i / (double)(ScratchLine.Stations - 1);
            line.X[i] = place + (float)(strip - Epoch / 2) * drift
                + sway * Dice.Smooth(noise, strip / 9) + 0.6f * scale * Dice.Smooth(noise + 1, strip * 1.7);
            line.Width[i] = Math.Clamp(thickness * (1 + 0.35f * Dice.Smooth(noise + 2, strip * 2.3)), MathF.Min(1, scale), 3 * scale);
            var whole = Math.Clamp((Dice.Smooth(noise + 3, strip * 1.1) - brokenness) * 6, 0, 1);
            var ends = Math.Clamp(MathF.Min((float)strip - begin, end - (float)strip), 0, 1);
            line.Opacity[i] = opacity * whole * ends * (0.75f + 0.35f * Dice.Smooth(noise + 4, strip * 5));
        }
        return line;
    }
}
