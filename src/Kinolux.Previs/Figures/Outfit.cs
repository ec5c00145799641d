namespace Kinolux.Previs.Figures;

/// <summary>What of a wardrobe is seen, from inside out: which cloth covers trunk, arms and legs, and what hangs below the waist.</summary>
internal sealed record Outfit
{
    public required Colour Trunk { get; init; }

    public required Colour Arms { get; init; }

    /// <summary>How much of the arm is covered: 0 none, 1 to the wrist.</summary>
    public required float Sleeve { get; init; }

    /// <summary>How far the cloth of the trunk stands off, metres.</summary>
    public required float Thick { get; init; }

    public required Colour Legs { get; init; }

    /// <summary>How much of the leg is covered by trousers: 0 none, 1 to the ankle.</summary>
    public required float Trousers { get; init; }

    /// <summary>What is seen in the opening at the neck; null where it is closed.</summary>
    public Colour? Opening { get; init; }

    /// <summary>How far down the opening goes: 0 the collar, 1 the waist.</summary>
    public float OpeningDepth { get; init; }

    public Colour? Tie { get; init; }

    /// <summary>A line down the front where cloth is buttoned.</summary>
    public bool Buttoned { get; init; }

    /// <summary>Skirts of dress, coat and jacket, from inside out.</summary>
    public required IReadOnlyList<Hanging> Hangs { get; init; }

    /// <summary>Cloth that hangs from the waist.</summary>
    /// <param name="Down">Where its hem is: 0 the hip joint, .5 the knee, 1 the sole.</param>
    /// <param name="Flare">How much wider it is at the hem than at the hip, metres.</param>
    public sealed record Hanging(string Name, Colour Colour, float Down, float Flare, float Thick, bool Open);

    public static Outfit Of(Looks looks)
    {
        var skin = looks.Skin.Value;
        var top = looks.Garments.FirstOrDefault(garment => garment.Covers == "top");
        var jacket = looks.Worn(GarmentKind.Jacket) ?? looks.Worn(GarmentKind.Suit);
        var (coat, whole) = (looks.Worn(GarmentKind.Coat), looks.Garments.FirstOrDefault(garment => garment.Covers == "whole" && garment.Kind != GarmentKind.Suit));
        var waistcoat = looks.Worn(GarmentKind.Waistcoat);
        var bottom = looks.Garments.FirstOrDefault(garment => garment.Covers == "bottom");
        var outer = coat ?? jacket ?? whole ?? top;
        var shirt = top?.Colour ?? (looks.Worn(GarmentKind.Suit) is null ? whole?.Colour ?? skin : Palette.Cloths[^1]);
        var legs = bottom is { Kind: not GarmentKind.Skirt } ? bottom : looks.Worn(GarmentKind.Suit) ?? (whole?.Kind == GarmentKind.Uniform ? whole : null);
        var openFront = coat is not null || jacket is not null;
        return new()
        {
            Trunk = coat?.Colour ?? jacket?.Colour ?? waistcoat?.Colour ?? outer?.Colour ?? skin,
            Arms = outer?.Colour ?? skin,
            Sleeve = SleeveOf(outer),
            Thick = outer?.Kind switch { GarmentKind.Coat => .022f, GarmentKind.Jacket or GarmentKind.Suit or GarmentKind.Robe => .014f, GarmentKind.Uniform or GarmentKind.Jumper => .010f, null => 0, _ => .005f },
            Legs = legs?.Colour ?? skin,
            Trousers = legs is null ? 0 : legs.Kind == GarmentKind.Shorts ? .42f : 1,
            Opening = openFront || waistcoat is not null ? shirt : whole?.Kind is GarmentKind.Dress or GarmentKind.Gown ? skin : top?.Kind == GarmentKind.Shirt ? skin : null,
            OpeningDepth = openFront ? (coat is null ? .62f : .42f) : waistcoat is not null ? .5f : whole?.Kind == GarmentKind.Gown ? .3f : .2f,
            Tie = looks.Worn(GarmentKind.Tie)?.Colour ?? (looks.Worn(GarmentKind.Suit) is { } suit && looks.Sex.Value != Figures.Sex.Female ? suit.Colour?.Shaded(.5f, "tie") : null),
            Buttoned = openFront || outer?.Kind is GarmentKind.Shirt or GarmentKind.Uniform,
            Hangs = [.. Skirts(looks, coat, jacket, whole, top, bottom)],
        };
    }

    private static float SleeveOf(Garment? outer) => outer?.Kind switch
    {
        null => 0,
        GarmentKind.Tshirt => outer.Long == true ? 1 : .34f,
        GarmentKind.Dress => outer.Long == true ? 1 : .3f,
        GarmentKind.Gown => 0,
        GarmentKind.Shirt when outer.Long == false => .34f,
        _ => 1,
    };

    private static IEnumerable<Hanging> Skirts(Looks looks, Garment? coat, Garment? jacket, Garment? whole, Garment? top, Garment? bottom)
    {
        var skin = looks.Skin.Value;
        if (bottom?.Kind == GarmentKind.Skirt)
            yield return new("skirt", bottom.Colour ?? skin, bottom.Long == true ? .86f : bottom.Long == false ? .3f : .5f, .055f, .012f, false);
        if (whole?.Kind is GarmentKind.Dress or GarmentKind.Gown or GarmentKind.Robe)
            yield return new("dress", whole.Colour ?? skin, whole.Kind switch { GarmentKind.Dress => whole.Long == true ? .9f : whole.Long == false ? .32f : .52f, GarmentKind.Gown => .97f, _ => .93f }, whole.Kind == GarmentKind.Robe ? .05f : whole.Kind == GarmentKind.Gown ? .14f : .055f, .013f, false);
        if (top is { Kind: not GarmentKind.Shirt } && bottom is not null && coat is null && jacket is null)
            yield return new("hem", top.Colour ?? skin, .06f, .004f, top.Kind == GarmentKind.Jumper ? .014f : .010f, false);
        if (whole?.Kind == GarmentKind.Uniform && coat is null)
            yield return new("tunic", whole.Colour ?? skin, .12f, .012f, .016f, false);
        if (jacket is not null && coat is null)
            yield return new("jacket", jacket.Colour ?? skin, .13f, .012f, .020f, true);
        if (coat is not null)
            yield return new("coat", coat.Colour ?? skin, coat.Long == true ? .78f : coat.Long == false ? .2f : .52f, .045f, .028f, true);
    }
}
