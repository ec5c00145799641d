namespace Kinolux.Previs.Figures;

/// <summary>The colours that are chosen from where a text names none.</summary>
internal static class Palette
{
    private static readonly Colour[] Skins = [Colour.Of("pale", "#efcfb8"), Colour.Of("light", "#e3b896"), Colour.Of("tanned", "#cf9b72"), Colour.Of("olive", "#b98660"), Colour.Of("brown", "#8f5f40"), Colour.Of("dark", "#5c3a28")];
    private static readonly Colour[] Hairs = [Colour.Of("black", "#15110f"), Colour.Of("dark brown", "#2e1e15"), Colour.Of("brown", "#5a3a22"), Colour.Of("light brown", "#84603a"), Colour.Of("blond", "#d0ae62"), Colour.Of("red", "#9a4a22")];

    /// <summary>Cloth that people wear day by day, from dark to light.</summary>
    public static Colour[] Cloths { get; } =
    [
        Colour.Of("black", "#1f1f22"), Colour.Of("navy", "#25304f"), Colour.Of("dark green", "#2f4a37"), Colour.Of("burgundy", "#6d2630"), Colour.Of("brown", "#624632"),
        Colour.Of("blue", "#3d629c"), Colour.Of("grey", "#85878a"), Colour.Of("rust", "#b0623a"), Colour.Of("teal", "#4c8f90"), Colour.Of("tan", "#bd9f78"),
        Colour.Of("light blue", "#98b9d3"), Colour.Of("rose", "#d49aa6"), Colour.Of("mustard", "#d8b04a"), Colour.Of("cream", "#e8dec4"), Colour.Of("white", "#eeece6"),
    ];

    public static Colour Skin(string word) => word switch { "dark" => Skins[5], "brown" => Skins[4], "tanned" => Skins[2], _ => Skins[0] };

    public static Colour Skin(ref Chance chance) => chance.Of<Colour>(Skins);

    public static Colour Hair(ref Chance chance, float age)
    {
        var grey = Math.Clamp((age - 42) / 28, 0, 1);
        var hair = chance.Of<Colour>(Hairs);
        if (chance.Next() < grey)
            return chance.Next() < (age - 60) / 25 ? Colour.Of("white", "#e9e6df") : Colour.Of("grey", "#a9a6a0");
        return hair;
    }
}
