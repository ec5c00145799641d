namespace Kinolux.Previs.Figures;

/// <summary>What is worn, by cut.</summary>
public enum GarmentKind
{
    Coat, Jacket, Suit, Uniform, Dress, Gown, Skirt, Trousers, Shorts, Shirt, Tshirt, Jumper, Waistcoat, Robe, Cloak, Apron,
    Boots, Shoes, Barefoot, Tie, Scarf, Gloves, Belt,
}
