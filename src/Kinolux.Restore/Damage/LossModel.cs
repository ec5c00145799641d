namespace Kinolux.Restore.Damage;

/// <summary>Which frames are lost: one of every six at strength 1, at no fixed beat (that would be step printing), never two in a row, never the film's first or last.</summary>
internal static class LossModel
{
    public static FrameLoss At(int frame, int frames, DamageOptions options)
    {
        var beat = Math.Max(2, (int)Math.Round(6 / options.Strength));
        var dice = Dice.Of(options.Seed, DamageKinds.Missing, frame / beat, 2);
        var lost = 1 + (int)(dice.Unit() * (beat - 1));
        if (frame % beat != lost || frame == frames - 1)
            return FrameLoss.None;
        return dice.Unit() switch
        {
            < 0.8f => FrameLoss.Repeated,
            < 0.9f => FrameLoss.Black,
            _ => FrameLoss.Destroyed,
        };
    }

    /// <summary>What covers a destroyed frame: a few patches that leave little of it.</summary>
    public static IEnumerable<DirtParticle> Ruin(int frame, int width, int height, DamageOptions options)
    {
        var dice = Dice.Of(options.Seed, DamageKinds.Missing, frame, 1);
        for (var i = 0; i < 7; i++)
        {
            var length = dice.Between(0.35f, 0.7f) * width;
            yield return new DirtParticle(
                DirtShape.Mold, dice.Unit() * width, dice.Unit() * height, length, length * dice.Between(0.5f, 0.9f), dice.Unit() * MathF.PI,
                dice.Chance(0.7f) ? dice.Between(200, 250) : dice.Between(10, 50), dice.Between(0.9f, 1), width / 60f, (long)(dice.Bits() >> 16));
        }
    }
}
