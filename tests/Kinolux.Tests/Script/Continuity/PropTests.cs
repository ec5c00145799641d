namespace Kinolux.Tests.Script.Continuity;

/// <summary>A thing named in capitals that is gone is used no more, however it went; what only changes hands or place is.</summary>
public sealed class PropTests
{
    [Theory]
    [InlineData("Ben smashes the LOCKET with a hammer.")]
    [InlineData("Ben lifts the brass LOCKET. He hurls it into the sea.")]
    [InlineData("The LOCKET sinks into the harbour.")]
    [InlineData("The LOCKET shatters on the stones.")]
    [InlineData("The LOCKET goes up in flames.")]
    [InlineData("The LOCKET is crushed under the wheel.")]
    [InlineData("Ben tears the LOCKET to pieces.")]
    [InlineData("Ben sells the LOCKET to a sailor.")]
    [InlineData("Ben pawns the old LOCKET.")]
    [InlineData("Ben gives the LOCKET away.")]
    [InlineData("Ben kicks the LOCKET over the railing.")]
    [InlineData("Anna confiscates the LOCKET.")]
    [InlineData("The LOCKET slips from his hand, down the drain.")]
    [InlineData("The LOCKET turns to ash.")]
    [InlineData("A dog swallows the LOCKET.")]
    [InlineData("Nothing is left of the LOCKET.")]
    [InlineData("Ben drops the LOCKET in the stove. It burns.")]
    public void What_is_gone_is_used_no_more(string end) => Assert.Equal(1, Findings(end, "Ben opens the locket."));

    [Theory]
    [InlineData("The locket hangs from her neck.")]
    [InlineData("Anna waits, the locket in her hand.")]
    [InlineData("She taps the glass with the locket.")]
    [InlineData("Anna snaps the locket shut.")]
    public void What_is_destroyed_is_seen_no_more(string later) => Assert.Equal(1, Findings("Ben melts the LOCKET in the furnace.", later));

    [Theory]
    [InlineData("Ben smashes the LOCKET.", "Ben opens another locket.")]
    [InlineData("Ben smashes the LOCKET.", "Anna glues the locket.")]
    [InlineData("Ben smashes the LOCKET.", "The locket lies in pieces.")]
    [InlineData("Ben drops the LOCKET on the table.", "Ben opens the locket.")]
    [InlineData("Ben snaps the LOCKET open.", "Ben closes the locket.")]
    [InlineData("Ben sells the LOCKET to Anna.", "Anna opens the locket.")]
    [InlineData("Ben hands the LOCKET to Anna.", "Anna opens the locket.")]
    [InlineData("Ben nearly breaks the LOCKET.", "Ben opens the locket.")]
    [InlineData("Ben throws the LOCKET to Anna.", "Anna opens the locket.")]
    [InlineData("The LOCKET glints in the water.", "Ben opens the locket.")]
    [InlineData("Anna confiscates the LOCKET.", "Anna opens the locket.")]
    [InlineData("Ben wears the LOCKET. He breaks a plate, then tears a cloth to pieces.", "Ben opens the locket.")]
    [InlineData("The CANDLE burns.", "Ben lifts the candle.")]
    [InlineData("Ben burns the letter beside the LOCKET.", "Ben opens the locket.")]
    [InlineData("Ben smashes the LOCKET.", "Ben remembers the locket.")]
    [InlineData("A GUARD breaks the silence.", "Ben grabs the guard.")]
    public void What_is_still_there_is_left_alone(string end, string later) => Assert.Equal(0, Findings(end, later));

    private static int Findings(string end, string later) =>
        ContinuityRulesTests.Check($"EXT. PIER - DAY\n\nANNA and BEN wait.\n\nANNA\nWell?\n\nBEN\nNothing.\n\n{end}\n\nANNA\nStill?\n\nINT. HALL - DAY\n\n{later}\n\nBEN\nSo.\n").Count(finding => finding.Rule == "prop-order" && finding.Confidence >= 0.5);
}
