namespace Kinolux.Previs.Figures;

/// <summary>Invents what a description is silent about. Each trait has its own chance, so that one that is said changes no other.</summary>
internal sealed class LooksInvention(Description said, int seed)
{
    public Looks Invent()
    {
        var age = said.Age ?? Invented(MathF.Round(Draw("age").Between(24, 58)));
        var sex = said.Sex ?? new(Sex.Unsaid, Known.Invented);
        var grey = Draw("haircolour");
        var skin = Draw("skin");
        return new()
        {
            From = said,
            Seed = seed,
            Age = age,
            Sex = sex,
            Height = Height(age.Value, sex.Value),
            Build = said.Build ?? Invented(Math.Clamp(.1f + .3f * Draw("build").Bell(), -.5f, .7f)),
            Skin = said.Skin ?? Invented(Palette.Skin(ref skin)),
            Hair = said.Hair ?? Invented(Hair(age.Value, sex.Value)),
            HairColour = said.HairColour ?? Invented(Palette.Hair(ref grey, age.Value)),
            Beard = said.Beard ?? Invented(sex.Value == Sex.Male && age.Value > 22 && Draw("beard").Next() < .3f ? Draw("beard style").Of<BeardStyle>([BeardStyle.Full, BeardStyle.Moustache, BeardStyle.Stubble, BeardStyle.Goatee]) : BeardStyle.None),
            Glasses = said.Glasses ?? Invented(Draw("glasses").Next() < (age.Value > 50 ? .3f : .12f) ? Figures.Glasses.Round : Figures.Glasses.None),
            Hat = said.Hat ?? Invented(HatKind.None),
            HatColour = said.HatColour ?? (said.Hat?.Value is HatKind.Crown ? Colour.Of("gold", "#d9b13b") : said.Hat?.Value is HatKind.Nurse or HatKind.Chef or HatKind.Sailor ? Colour.Of("white", "#f2f0ea") : said.Clothes ?? Cloth("hat")),
            Gait = said.Gait ?? Invented(age.Value > 76 ? Figures.Gait.Shuffle : Figures.Gait.Even),
            Garments = Wardrobe(age.Value, sex.Value),
        };
    }

    private Trait<float> Height(float age, Sex sex)
    {
        if (said.Stature is { } stature)
            return stature;
        var middle = Proportions.StatureAt(age, sex);
        return said.Tallness is { } tall
            ? new(middle * (1 + .045f * (tall.Value + .25f * Draw("height").Bell())), tall.Known, tall.Words)
            : Invented(middle * (1 + .04f * Math.Clamp(.8f * Draw("height").Bell(), -1.2f, 1.2f)));
    }

    private HairStyle Hair(float age, Sex sex)
    {
        var chance = Draw("hair");
        if (sex == Sex.Female)
            return age < 13 ? chance.Of<HairStyle>([HairStyle.Pigtails, HairStyle.Braid, HairStyle.Long, HairStyle.Bob, HairStyle.Ponytail])
                : age > 60 ? chance.Of<HairStyle>([HairStyle.Bun, HairStyle.Bob, HairStyle.Curly, HairStyle.Short])
                : chance.Of<HairStyle>([HairStyle.Long, HairStyle.Bob, HairStyle.Ponytail, HairStyle.Bun, HairStyle.Curly, HairStyle.Short]);
        if (sex == Sex.Male && age > 45 && chance.Next() < .4f)
            return chance.Of<HairStyle>([HairStyle.Fringe, HairStyle.Bald, HairStyle.Cropped]);
        return chance.Of<HairStyle>([HairStyle.Short, HairStyle.Short, HairStyle.Cropped, HairStyle.Curly, sex == Sex.Male ? HairStyle.Short : HairStyle.Bob]);
    }

    private List<Garment> Wardrobe(float age, Sex sex)
    {
        var worn = new List<Garment>(said.Garments);
        var whole = worn.Any(garment => garment.Covers == "whole");
        if (!whole && !worn.Any(garment => garment.Covers == "top"))
            Add(Draw("top").Of<GarmentKind>([GarmentKind.Shirt, GarmentKind.Jumper, GarmentKind.Tshirt, GarmentKind.Shirt]));
        if (!whole && !worn.Any(garment => garment.Covers is "top" or "jacket" or "over" && garment.Known == Known.Said) && age > 15 && Draw("jacket").Next() < .35f && !worn.Any(garment => garment.Covers == "jacket"))
            Add(GarmentKind.Jacket);
        if (!worn.Any(garment => garment.Covers == "bottom") && !whole)
            Add(sex == Sex.Female && Draw("bottom").Next() < .4f ? GarmentKind.Skirt : age < 11 && Draw("bottom").Next() < .4f ? GarmentKind.Shorts : GarmentKind.Trousers);
        if (!worn.Any(garment => garment.Covers == "feet"))
            Add(GarmentKind.Shoes);
        return [.. worn.Select(Dyed)];

        void Add(GarmentKind kind)
        {
            if (!said.Denied.Contains(kind))
                worn.Add(new(kind, null, null, Known.Invented));
        }
    }

    private Garment Dyed(Garment garment) => garment.Colour is not null ? garment : garment with
    {
        Colour = garment.Kind switch
        {
            GarmentKind.Boots or GarmentKind.Shoes or GarmentKind.Belt => Draw("feet").Of<Colour>([Palette.Cloths[0], Colour.Of("brown", "#4a3325")]),
            GarmentKind.Suit or GarmentKind.Robe or GarmentKind.Coat when said.Clothes is null => Draw("suit").Of<Colour>(Palette.Cloths.AsSpan(0, 7)),
            GarmentKind.Shirt when said.Clothes is null => Draw("shirt").Of<Colour>(Palette.Cloths.AsSpan(6)),
            GarmentKind.Trousers when said.Clothes is null => Draw("trousers").Of<Colour>([Palette.Cloths[0], Palette.Cloths[1], Palette.Cloths[6], Palette.Cloths[4], Palette.Cloths[9], Colour.Of("denim", "#3d5877")]),
            _ => said.Clothes ?? Cloth(garment.Kind.ToString()),
        },
    };

    private Colour Cloth(string about) => Draw(about + " colour").Of<Colour>(Palette.Cloths);

    private Chance Draw(string about) => new(seed, about);

    private static Trait<T> Invented<T>(T value) => new(value, Known.Invented);
}
