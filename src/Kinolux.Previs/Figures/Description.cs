namespace Kinolux.Previs.Figures;

/// <summary>What a line of words says of somebody's looks. What it is silent about is null, and invented by a seed when a figure is made.</summary>
public sealed record Description
{
    /// <summary>The words as they were given.</summary>
    public required string Text { get; init; }

    /// <summary>A name in capitals at the start; null where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Years.</summary>
    public Trait<float>? Age { get; init; }

    public Trait<Sex>? Sex { get; init; }

    /// <summary>Against the middle of age and sex, in standard deviations (.04 of stature).</summary>
    public Trait<float>? Tallness { get; init; }

    /// <summary>Stature in metres, where the text gives a number.</summary>
    public Trait<float>? Stature { get; init; }

    /// <summary>−1 very thin, 0 average, 1.5 very heavy.</summary>
    public Trait<float>? Build { get; init; }

    public Trait<Colour>? Skin { get; init; }

    public Trait<HairStyle>? Hair { get; init; }

    public Trait<Colour>? HairColour { get; init; }

    public Trait<BeardStyle>? Beard { get; init; }

    public Trait<Glasses>? Glasses { get; init; }

    public Trait<HatKind>? Hat { get; init; }

    public Colour? HatColour { get; init; }

    public Trait<Gait>? Gait { get; init; }

    /// <summary>What is worn; a kind whose garment the text denies is in <see cref="Denied"/>.</summary>
    public IReadOnlyList<Garment> Garments { get; init; } = [];

    public IReadOnlyList<GarmentKind> Denied { get; init; } = [];

    /// <summary>The colour of whatever is worn without a colour of its own ("all in black").</summary>
    public Colour? Clothes { get; init; }

    /// <summary>Words that nothing is known of, in their order.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Reads a line of words. Never fails: words that mean nothing here are in <see cref="Unread"/>.</summary>
    public static Description Read(string text) => new DescriptionReader(Vocabulary.Shipped).Read(text);
}
