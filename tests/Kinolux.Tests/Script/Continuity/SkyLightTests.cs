namespace Kinolux.Tests.Script.Continuity;

/// <summary>Action that is in another light than its heading is found, however it says so; what only speaks of light is not.</summary>
public sealed class SkyLightTests
{
    [Theory]
    [InlineData("The sun beats down on the planks.")]
    [InlineData("Ben squints up at the sun.")]
    [InlineData("She shields her eyes from the sun as she turns the key.")]
    [InlineData("Sunshine on the planks.")]
    [InlineData("Not a cloud in the blue sky.")]
    [InlineData("It is high noon. Nobody stirs.")]
    [InlineData("Morning light falls on the nets.")]
    [InlineData("A bright day. Gulls.")]
    [InlineData("The clock on the quay reads 14:30.")]
    [InlineData("A bell. It is 2 p.m. and hot.")]
    [InlineData("Three in the afternoon. Nobody about.")]
    [InlineData("A rainbow over the boats.")]
    public void Day_is_seen_at_night(string action) => Assert.Equal(1, Findings("NIGHT", action));

    [Theory]
    [InlineData("The moon is out.")]
    [InlineData("A crescent moon over the mast.")]
    [InlineData("Moonlight on the planks.")]
    [InlineData("Stars, thousands of them.")]
    [InlineData("The stars are out.")]
    [InlineData("He lies on his back under the stars.")]
    [InlineData("The Milky Way from end to end.")]
    [InlineData("The night air smells of tar.")]
    [InlineData("Ben runs off into the night.")]
    [InlineData("A cold night. Nobody stirs.")]
    [InlineData("The streetlights glow in the fog.")]
    [InlineData("A street lamp flickers above him.")]
    [InlineData("It is dark outside.")]
    [InlineData("Headlights cut through the darkness.")]
    [InlineData("The church clock strikes midnight.")]
    [InlineData("It is past midnight.")]
    [InlineData("Her wristwatch says 03:00.")]
    [InlineData("It is 3 a.m. and cold.")]
    [InlineData("Two in the morning. Rain.")]
    [InlineData("He waits in the moonlight.")]
    [InlineData("The mast is black against the moon.")]
    [InlineData("He passes her the rope. The moon comes out from behind a cloud.")]
    [InlineData("The clock on the tower: midnight.")]
    public void Night_is_seen_by_day(string action) => Assert.Equal(1, Findings("DAY", action));

    [Theory]
    [InlineData("NIGHT", "She wears a sun hat and a sun dress.")]
    [InlineData("NIGHT", "Ben, sun-bleached and thin, waits.")]
    [InlineData("NIGHT", "A painting of the sun over a harbour.")]
    [InlineData("NIGHT", "Her smile is like sunshine.")]
    [InlineData("NIGHT", "He wants to be gone before noon.")]
    [InlineData("NIGHT", "The sun rises behind the boats. Sunlight on the planks.")]
    [InlineData("NIGHT", "Hours pass. The sun beats down.")]
    [InlineData("NIGHT", "The timer on the bomb reads 14:30.")]
    [InlineData("NIGHT", "There is no sun here, and no daylight.")]
    [InlineData("NIGHT", "The sun will be hot tomorrow.")]
    [InlineData("NIGHT", "The Morning Star, a schooner, creaks at her rope.")]
    [InlineData("DAY", "A crowd of film stars in furs.")]
    [InlineData("DAY", "Ben is over the moon.")]
    [InlineData("DAY", "He stars in the film. He sees stars.")]
    [InlineData("DAY", "A general with stars on his shoulder.")]
    [InlineData("DAY", "A documentary on the moon landing plays.")]
    [InlineData("DAY", "Good night, says the parrot. The night shift comes off the boats. The night porter yawns.")]
    [InlineData("DAY", "A face pale as moonlight.")]
    [InlineData("DAY", "The ship sails by midnight. He waits until midnight.")]
    [InlineData("DAY", "The train board: 23:10 Marseille.")]
    [InlineData("DAY", "Street lamps line the quay.")]
    [InlineData("DAY", "A dark doorway. Darkness inside.")]
    [InlineData("DAY", "On the television the moon hangs over a castle.")]
    [InlineData("DAY", "Chapter and verse, John 03:16, on a board.")]
    public void What_only_speaks_of_light_is_left_alone(string time, string action) => Assert.Equal(0, Findings(time, action));

    [Theory]
    [InlineData("3 AM", "Sunlight on the planks.", 1)]
    [InlineData("14:30", "Moonlight on the planks.", 1)]
    [InlineData("9:15", "Moonlight on the planks.", 0)]
    public void A_clock_in_a_heading_is_a_light(string time, string action, int count) => Assert.Equal(count, Findings(time, action));

    private static int Findings(string time, string action) =>
        ContinuityRulesTests.Check($"EXT. PIER - {time}\n\nANNA and BEN wait.\n\nANNA\nWell?\n\nBEN\nNothing.\n\n{action}\n\nANNA\nStill?\n").Count(finding => finding.Rule == "day-night" && finding.Confidence >= 0.5);
}
