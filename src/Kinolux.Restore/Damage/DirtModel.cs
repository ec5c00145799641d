namespace Kinolux.Restore.Damage;

/// <summary>
/// Where dirt is and how large it is. Shares, areas and widths are those of the 12,137 annotated pieces of the FilmDamageSimulator scans, in samples at a picture width of 576,
/// enlarged from 35 mm to the smaller gauges and later generations that most damaged films are; each frame's dirt is independent of the others'.
/// </summary>
internal static class DirtModel
{
    /// <summary>Pieces per frame at strength 1 in a picture of 576 × 324.</summary>
    private const double Density = 82;

    /// <summary>How much larger than on a 35 mm negative.</summary>
    private const float Gauge = 2.7f;

    private static readonly Kind[] Kinds =
    [
        new(DirtShape.Dust, 0.625f, -0.19f, 0.38f, 0.88f, 0.10f, 0),
        new(DirtShape.Dirt, 0.222f, 0.56f, 0.60f, 0.75f, 0.16f, 0),
        new(DirtShape.ShortHair, 0.110f, 1.24f, 0.71f, 0, 0, 0.60f),
        new(DirtShape.LongHair, 0.033f, 2.51f, 0.56f, 0, 0, 0.68f),
        new(DirtShape.Scrape, 0.005f, 3.00f, 0.80f, 0, 0, 0.80f),
        new(DirtShape.Blotch, 0.003f, 3.60f, 0.70f, 0.70f, 0.18f, 0),
        new(DirtShape.Mold, 0.002f, 3.40f, 0.50f, 0.85f, 0.12f, 0),
    ];

    public static IReadOnlyList<DirtParticle> At(int frame, int width, int height, DamageOptions options)
    {
        var dice = Dice.Of(options.Seed, DamageKinds.Dirt, frame);
        // Dirty and cleaner frames follow each other at random: the scans vary by a factor of ten.
        var mean = Density * options.Strength * height / (width * 0.5625) * Math.Exp(0.30 * dice.Normal() - 0.045);
        var particles = new DirtParticle[dice.Count(mean)];
        for (var i = 0; i < particles.Length; i++)
            particles[i] = Draw(ref dice, width, height);
        return particles;
    }

    private static DirtParticle Draw(ref Dice dice, int width, int height)
    {
        var kind = Pick(dice.Unit());
        var scale = Gauge * width / 576f;
        var area = MathF.Exp(kind.LogArea + kind.LogSpread * Math.Clamp(dice.Normal(), -2.5f, 2.5f));
        float length, across;
        if (kind.Stroke > 0)
        {
            across = kind.Stroke * MathF.Exp(0.2f * dice.Normal());
            length = area / across;
        }
        else
        {
            var aspect = Math.Clamp(kind.Aspect + kind.AspectSpread * dice.Normal(), 0.35f, 1);
            length = MathF.Sqrt(4 / MathF.PI * area / aspect);
            across = length * aspect;
        }
        var translucent = kind.Shape == DirtShape.Mold || dice.Chance(0.12f);
        var bright = dice.Chance(0.5f);
        return new DirtParticle(
            kind.Shape, dice.Unit() * width, dice.Unit() * height, length * scale, across * scale, dice.Unit() * MathF.PI,
            bright ? dice.Between(222, 250) : dice.Between(6, 34),
            translucent ? dice.Between(0.35f, 0.8f) : dice.Between(0.92f, 1),
            MathF.Max(0.5f, (dice.Chance(0.2f) ? dice.Between(1.0f, 2.4f) : dice.Between(0.5f, 0.9f)) * width / 576f),
            (long)(dice.Bits() >> 16));
    }

    private static Kind Pick(float unit)
    {
        foreach (var kind in Kinds)
        {
            if (unit < kind.Share)
                return kind;
            unit -= kind.Share;
        }
        return Kinds[0];
    }

    /// <param name="Share">Of all pieces.</param>
    /// <param name="LogArea">Mean of the logarithm of the area.</param>
    /// <param name="LogSpread">Deviation of the logarithm of the area.</param>
    /// <param name="Aspect">Width over length; 0 for strokes.</param>
    /// <param name="AspectSpread">Deviation of the aspect.</param>
    /// <param name="Stroke">Width of a stroke; 0 for blobs.</param>
    private sealed record Kind(DirtShape Shape, float Share, float LogArea, float LogSpread, float Aspect, float AspectSpread, float Stroke);
}
