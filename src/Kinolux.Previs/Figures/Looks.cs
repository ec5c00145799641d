namespace Kinolux.Previs.Figures;

/// <summary>Everything about a figure's looks, each with where it comes from: what a description says, and for the rest what a seed invented.</summary>
public sealed record Looks
{
    /// <summary>What the looks were made from.</summary>
    public required Description From { get; init; }

    /// <summary>What chose the rest.</summary>
    public required int Seed { get; init; }

    /// <summary>Years.</summary>
    public required Trait<float> Age { get; init; }

    public required Trait<Sex> Sex { get; init; }

    /// <summary>Metres, from sole to crown.</summary>
    public required Trait<float> Height { get; init; }

    /// <summary>−1 very thin, 0 average, 1.5 very heavy.</summary>
    public required Trait<float> Build { get; init; }

    public required Trait<Colour> Skin { get; init; }

    public required Trait<HairStyle> Hair { get; init; }

    public required Trait<Colour> HairColour { get; init; }

    public required Trait<BeardStyle> Beard { get; init; }

    public required Trait<Glasses> Glasses { get; init; }

    public required Trait<HatKind> Hat { get; init; }

    public required Colour HatColour { get; init; }

    public required Trait<Gait> Gait { get; init; }

    /// <summary>What is worn, each with its colour.</summary>
    public required IReadOnlyList<Garment> Garments { get; init; }

    /// <summary>What is worn of a kind; null where it is not.</summary>
    public Garment? Worn(GarmentKind kind) => Garments.FirstOrDefault(garment => garment.Kind == kind);

    /// <summary>The looks of a description: what it is silent about is invented, the same for a seed each time.</summary>
    public static Looks Of(Description description, int seed) => new LooksInvention(description, seed).Invent();
}
