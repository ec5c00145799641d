using Kinolux.Previs.Figures;

namespace Kinolux.Tests.Previs.Figures;

public sealed class DescriptionTests
{
    [Fact]
    public void A_sailor_in_a_yellow_coat_is_read_as_the_words_say_and_the_rest_is_inferred()
    {
        var read = Description.Read("tall old sailor, limp, yellow coat");
        Assert.Equal(Known.Said, read.Age!.Known);
        Assert.InRange(read.Age.Value, 65, 80);
        Assert.True(read.Tallness!.Value > 1);
        Assert.Equal(Gait.Limp, read.Gait!.Value);
        Assert.Null(read.Sex);
        var coat = Assert.Single(read.Garments, garment => garment.Kind == GarmentKind.Coat);
        Assert.Equal(("yellow", Known.Said), (coat.Colour!.Name, coat.Known));
        Assert.Equal((HatKind.Sailor, Known.Inferred), (read.Hat!.Value, read.Hat.Known));
        Assert.All(read.Garments.Where(garment => garment != coat), garment => Assert.Equal(Known.Inferred, garment.Known));
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void A_name_an_age_and_a_girls_dress_are_read()
    {
        var read = Description.Read("ANNA (8), a girl in a red dress, pigtails");
        Assert.Equal("ANNA", read.Name);
        Assert.Equal(8, read.Age!.Value);
        Assert.Equal(Sex.Female, read.Sex!.Value);
        Assert.Equal(HairStyle.Pigtails, read.Hair!.Value);
        Assert.Equal("red", Assert.Single(read.Garments).Colour!.Name);
    }

    [Fact]
    public void A_heavy_bald_man_with_a_moustache_is_read()
    {
        var read = Description.Read("heavy-set man in a suit, bald, moustache");
        Assert.True(read.Build!.Value > .5f);
        Assert.Equal((HairStyle.Bald, BeardStyle.Moustache, Sex.Male), (read.Hair!.Value, read.Beard!.Value, read.Sex!.Value));
        Assert.Equal(GarmentKind.Suit, Assert.Single(read.Garments).Kind);
    }

    [Theory]
    [InlineData("a man without a hat")]
    [InlineData("a sailor, no hat")]
    [InlineData("cowboy, hatless")]
    public void A_hat_that_is_denied_is_not_worn(string text) => Assert.Equal((HatKind.None, Known.Said), (Description.Read(text).Hat!.Value, Description.Read(text).Hat!.Known));

    [Fact]
    public void Who_is_no_longer_young_is_not_young() => Assert.True(Description.Read("a woman, no longer young").Age!.Value > 45);

    [Fact]
    public void Who_is_not_tall_is_of_no_said_height() => Assert.Null(Description.Read("a man, not tall").Tallness);

    [Fact]
    public void An_old_coat_says_nothing_of_an_age() => Assert.Null(Description.Read("a man in an old coat").Age);

    [Fact]
    public void A_short_coat_says_nothing_of_a_stature_and_a_short_man_does()
    {
        Assert.Null(Description.Read("a man in a short coat").Tallness);
        Assert.True(Description.Read("a short man in a coat").Tallness!.Value < 0);
    }

    [Theory]
    [InlineData("6'2\" woman", 1.88f)]
    [InlineData("woman, 172 cm", 1.72f)]
    [InlineData("woman, 1.72 m", 1.72f)]
    public void A_stature_in_numbers_is_read(string text, float metres) => Assert.Equal(metres, Description.Read(text).Stature!.Value, .01f);

    [Theory]
    [InlineData("72 years old", 72)]
    [InlineData("a 9-year-old boy", 9)]
    [InlineData("BOB, 45, a cop", 45)]
    [InlineData("a woman in her thirties", 35)]
    [InlineData("a young man", 24)]
    public void An_age_is_read(string text, float years) => Assert.Equal(years, Description.Read(text).Age!.Value);

    [Fact]
    public void A_colour_belongs_to_its_noun()
    {
        var read = Description.Read("woman with long grey hair, dark green skirt and white blouse, black boots");
        Assert.Equal("grey", read.HairColour!.Value.Name);
        Assert.Equal(HairStyle.Long, read.Hair!.Value);
        Assert.Equal(["dark green", "white", "black"], read.Garments.Select(garment => garment.Colour!.Name));
    }

    [Fact]
    public void Somebody_all_in_black_is_dressed_in_black() => Assert.Equal("black", Description.Read("a thin woman, all in black").Clothes!.Name);

    [Theory]
    [InlineData("一个穿红衣服的高个子老人")]
    [InlineData("")]
    [InlineData("zxq!! %% ((( 🎩")]
    [InlineData("(((((999999999999)))))")]
    public void Words_that_mean_nothing_make_a_neutral_figure_and_are_said(string text)
    {
        var read = Description.Read(text);
        Assert.Null(read.Sex);
        Assert.Empty(read.Garments);
        Assert.Equal(text.Any(char.IsLetter), read.Unread.Count > 0);
        Assert.NotNull(Figure.Of(read, 1));
    }

    [Fact]
    public void Sex_is_never_guessed()
    {
        foreach (var text in (string[])["a sailor", "a nurse", "doctor with long hair", "a soldier", "a teacher in a skirt"])
            Assert.Equal(Sex.Unsaid, Looks.Of(Description.Read(text), 3).Sex.Value);
    }

    [Fact]
    public void What_is_said_stays_whatever_the_seed_and_what_is_not_varies()
    {
        var said = Description.Read("an old man in a red coat");
        var looks = Enumerable.Range(0, 12).Select(seed => Looks.Of(said, seed)).ToList();
        Assert.All(looks, one => Assert.Equal("red", one.Worn(GarmentKind.Coat)!.Colour!.Name));
        Assert.All(looks, one => Assert.Equal(Known.Said, one.Age.Known));
        Assert.True(looks.Select(one => one.Height.Value).Distinct().Count() > 8);
        Assert.True(looks.Select(one => one.Hair.Value).Distinct().Count() > 1);
    }
}
