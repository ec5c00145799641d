namespace Kinolux.Previs.Figures;

/// <summary>Something that a figure wears.</summary>
/// <param name="Colour">Null where nobody said one; the seed chooses.</param>
/// <param name="Long">True or false where the text says long or short.</param>
public sealed record Garment(GarmentKind Kind, Colour? Colour, bool? Long, Known Known, string? Words = null)
{
    /// <summary>What of a body it covers: of two that cover the same, one is worn.</summary>
    internal string Covers => Kind switch
    {
        GarmentKind.Coat or GarmentKind.Cloak => "over",
        GarmentKind.Suit or GarmentKind.Uniform or GarmentKind.Dress or GarmentKind.Gown or GarmentKind.Robe => "whole",
        GarmentKind.Jacket => "jacket",
        GarmentKind.Shirt or GarmentKind.Tshirt or GarmentKind.Jumper => "top",
        GarmentKind.Skirt or GarmentKind.Trousers or GarmentKind.Shorts => "bottom",
        GarmentKind.Boots or GarmentKind.Shoes or GarmentKind.Barefoot => "feet",
        _ => Kind.ToString(),
    };
}
