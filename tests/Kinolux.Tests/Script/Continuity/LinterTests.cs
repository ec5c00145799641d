using Kinolux.Script.Continuity;

namespace Kinolux.Tests.Script.Continuity;

/// <summary>What each rule finds in other words, and what it leaves alone.</summary>
public sealed class LinterTests
{
    [Theory]
    [InlineData("two-places", "EXT. PIER - MEANWHILE\n\nBEN feeds the gulls.\n\nBEN\nHa.\n", 1)]
    [InlineData("two-places", "EXT. PIER - SIMULTANEOUS\n\nGulls.\n\nBEN\nHa.\n", 1)]
    [InlineData("two-places", "MEANWHILE:\n\nEXT. PIER - DAY\n\nGulls.\n\nBEN\nHa.\n", 1)]
    [InlineData("two-places", "EXT. PIER - SAME TIME\n\nGulls.\n\nBEN (V.O.)\nHa.\n", 0)]
    [InlineData("two-places", "EXT. PIER - SAME TIME\n\nGulls.\n\nBEN (ON PHONE)\nHa.\n", 0)]
    [InlineData("two-places", "EXT. PIER - SAME DAY\n\nGulls.\n\nBEN\nHa.\n", 0)]
    [InlineData("two-places", "EXT. PIER - CONTINUOUS\n\nBEN walks out.\n\nBEN\nHa.\n", 0)]
    [InlineData("not-continuous", "EXT. PIER - CONTINUOUS\n\nCARLA mends a net.\n\nCARLA\nHm.\n", 1)]
    [InlineData("not-continuous", "FADE OUT.\n\nEXT. PIER - CONTINUOUS\n\nBEN walks out.\n", 1)]
    [InlineData("not-continuous", "EXT. PIER - CONTINUOUS\n\nThey walk out. CARLA mends a net.\n\nCARLA\nHm.\n", 0)]
    [InlineData("not-continuous", "EXT. OFFICE DOOR - CONTINUOUS\n\nCARLA mends a net.\n\nCARLA\nHm.\n", 0)]
    [InlineData("not-continuous", "EXT. PIER - THE NEXT MORNING - CONTINUOUS\n\nBEN walks out.\n", 1)]
    [InlineData("day-night", "EXT. PIER - DAY\n\nThe moon hangs over the boats.\n", 1)]
    [InlineData("day-night", "EXT. PIER - NIGHT\n\nSunlight pours over the boats.\n", 1)]
    [InlineData("day-night", "EXT. PIER - NIGHT - MOMENTS LATER\n\nBen waits.\n", 1)]
    [InlineData("day-night", "EXT. PIER - NIGHT\n\nBen waits. The sun rises over the boats.\n", 0)]
    [InlineData("day-night", "EXT. PIER - NIGHT\n\nBen wears a sun hat and dark sunglasses. A poster of the sun.\n", 0)]
    [InlineData("day-night", "EXT. PIER - DAY\n\nA face bright as the moon. He waits until moonlight.\n", 0)]
    [InlineData("day-night", "EXT. PIER - NIGHT - LATER\n\nBen waits.\n", 0)]
    [InlineData("name-varies", "EXT. PIER - DAY\n\nBen waits.\n\nANNNA\nWell?\n", 1)]
    [InlineData("name-varies", "EXT. PIER - DAY\n\nTwo GUARDS.\n\nGUARD 1\nWell?\n\nGUARD 1\nSo?\n\nGUARD 2\nHm.\n", 0)]
    [InlineData("name-varies", "INT. JOE'S DINER - DAY\n\nBen eats.\n\nEXT. PIER - DAY\n\nBen waits.\n\nINT. JOES DINER - DAY\n\nBen eats.\n", 1)]
    [InlineData("name-varies", "INT. ROOM 12 - DAY\n\nBen eats.\n\nINT. ROOM 13 - DAY\n\nBen sleeps.\n", 0)]
    [InlineData("not-introduced", "EXT. PIER - DAY\n\nBen waits. A WOMAN waits.\n\nWOMAN\nHm.\n\nMATHILDE\nWell?\n", 1)]
    [InlineData("not-introduced", "EXT. PIER - DAY\n\nBen waits. A WOMAN waits.\n\nWOMAN\nHm.\n\nMATHILDE (O.S.)\nWell?\n", 0)]
    [InlineData("not-introduced", "EXT. PIER - DAY\n\nBen waits among three women.\n\nFIRST WOMAN\nHm.\n\nSECOND WOMAN\nWell?\n", 0)]
    [InlineData("prop-order", "EXT. PIER - DAY\n\nBen throws the LOCKET into the sea.\n\nINT. HALL - DAY\n\nBen opens the locket.\n", 1)]
    [InlineData("prop-order", "EXT. PIER - DAY\n\n[[gone: LOCKET]]\n\nINT. HALL - DAY\n\nBen opens the locket.\n", 1)]
    [InlineData("prop-order", "EXT. PIER - DAY\n\nBen throws the LOCKET into the sea.\n\nINT. HALL - DAY\n\nBen opens another locket.\n", 0)]
    [InlineData("knows-before", "EXT. PIER - DAY\n\nBen nods. [[learns: BEN the code]]\n\nINT. HALL - DAY\n\nBen types. [[knows: BEN the code]]\n", 0)]
    [InlineData("knows-before", "EXT. PIER - DAY\n\nBen nods. [[learns: BEN the code]]\n\nINT. HALL - DAY\n\nAnna types. [[knows: ANNA the code]]\n", 1)]
    [InlineData("no-pay-off", "EXT. PIER - DAY\n\nBen nods. [[payoff: the drawer]]\n\nINT. HALL - DAY\n\nAnna types. [[setup: the drawer]]\n", 1)]
    [InlineData("number-gap", "EXT. PIER - DAY #1#\n\nA.\n\nINT. HALL - DAY #2#\n\nB.\n\nINT. HALL - DAY #2A#\n\nB.\n\nOMITTED\n\n.OMITTED #3#\n\nINT. DEN - DAY #A4#\n\nB.\n\nINT. DEN - DAY #4#\n\nB.\n", 0)]
    [InlineData("number-gap", "EXT. PIER - DAY #1#\n\nA.\n\nINT. HALL - DAY #2#\n\nB.\n\nINT. HALL - DAY #2#\n\nB.\n", 1)]
    [InlineData("number-gap", "EXT. PIER - DAY #10#\n\nA.\n\nINT. HALL - DAY #20#\n\nB.\n\nINT. DEN - DAY #30#\n\nB.\n\nINT. DEN - DAY #40#\n\nB.\n", 0)]
    [InlineData("number-gap", "EXT. PIER - DAY #1#\n\nA.\n\nINT. HALL - DAY #2#\n\nB.\n\nINT. HALL - DAY #4#\n\nB.\n\nINT. DEN - DAY #3#\n\nB.\n\nINT. DEN - DAY #5#\n\nB.\n", 1)]
    [InlineData("number-gap", "EXT. PIER - DAY #1#\n\nA.\n\nINT. HALL - DAY #1A#\n\nB.\n\nINT. HALL - DAY #1C#\n\nB.\n", 1)]
    [InlineData("prop-order", "EXT. PIER - DAY\n\nBen unrolls the map.\n\nINT. HALL - DAY\n\nA map on the wall. [[prop: MAP]]\n", 1)]
    [InlineData("abrupt-transition", "SMASH CUT TO:\n\nBEN\nHa!\n", 1)]
    [InlineData("abrupt-transition", "CUT TO:\n\nDISSOLVE TO:\n\nEXT. PIER - DAY\n\nBen waits.\n", 1)]
    [InlineData("abrupt-transition", "EXT. PIER - DAY\n\nBen waits.\n\nMeanwhile, across town, a bell rings.\n", 1)]
    [InlineData("abrupt-transition", "CUT TO BLACK.\n\nTHE END\n", 0)]
    [InlineData("abrupt-transition", "CUT TO:\n\nCLOSE ON a bell.\n", 0)]
    [InlineData("missed-heading", "Ben waits.\nint. hall - day\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "int hall - night\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "12. INT. HALL - NIGHT\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "BEN\nGo.\nEXT. PIER - NIGHT\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "ENGINE ROOM - NIGHT\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "INTERIOR: HALL - NIGHT\n\nBen sleeps.\n", 1)]
    [InlineData("missed-heading", "A sign: est. 1923. Call ext. 405. Interior light. Internal bleeding.\n", 0)]
    [InlineData("missed-heading", "SUPER: PARIS - NIGHT\n\nMONTAGE - DAY\n\nBen sleeps.\n", 0)]
    public void Findings(string rule, string rest, int count) =>
        Assert.Equal(count, ContinuityRulesTests.Check($"INT. OFFICE - DAY\n\nANNA and BEN wait.\n\nANNA\nWell?\n\nBEN\nNothing.\n\nANNA\nStill?\n\nBEN\nNo.\n\n{rest}").Count(finding => finding.Rule == rule && finding.Confidence >= 0.5));

    [Fact]
    public void A_title_page_that_a_blank_line_cuts_in_two_is_one_finding()
    {
        var findings = ContinuityRulesTests.Check("/* Above it. */\nTitle: The Lamp\n\nCredit: Written by\nAuthor: Nobody: A Life\nDraft date: 1/3/2026\n\n# ACT ONE\n## transit\nINT. CABIN - DAY #10#\nHe wakes.\n\n.A CORNER\nDust.\nEXT. DECK - DAY\n\nWind: none.\n");
        Assert.Equal(["late-title 0.9", "missed-heading 0.4", "missed-heading 0.9"], findings.Select(finding => FormattableString.Invariant($"{finding.Rule} {finding.Confidence}")));
        Assert.Equal("EXT. DECK - DAY", findings[^1].Quote);
    }

    [Fact]
    public void Where_the_language_is_not_known_nobody_is_dead() =>
        Assert.DoesNotContain(ContinuityRulesTests.Check($"INT. HAUS - TAG\n\nANNA und BEN warten.\n\n{string.Concat(Enumerable.Repeat("Der Regen fällt auf das Dach und niemand sagt ein Wort, während draußen ein Hund bellt.\n\n", 8))}Anna dies.\n\nBEN\nUnd?\n\nANNA\nNichts.\n"), finding => finding.Rule == "dead-speaks");

    [Fact]
    public void An_empty_script_breaks_no_rule() => Assert.Empty(ContinuityRulesTests.Check(""));
}
