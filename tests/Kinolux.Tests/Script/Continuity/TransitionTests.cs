namespace Kinolux.Tests.Script.Continuity;

/// <summary>A cut that leads to no scene and a place without a heading are found, however they are written.</summary>
public sealed class TransitionTests
{
    [Theory]
    [InlineData("CUT TO:\n\nANNA KOVAC waits by the boats.")]
    [InlineData("CUT TO:\n\nAnna is at sea.\n\nINT. HALL - DAY\n\nBen waits.")]
    [InlineData("MATCH CUT TO:\n\nANNA KOVAC\nAhoy!")]
    [InlineData("FADE OUT.\n\nThe boats rock. Anna sleeps on a coil of rope.\n\nBEN\nUp!")]
    [InlineData("FADE TO BLACK.\n\nBEN\nUp!")]
    [InlineData("FADE IN:\n\nAnna sleeps on a coil of rope.\n\nBEN\nUp!")]
    [InlineData("CUT TO: a hospital ward, nurses running.\n\nBEN\nUp!")]
    [InlineData("Across town, a bell rings.\n\nBEN\nUp!")]
    [InlineData("Miles away, a bell rings.\n\nBEN\nUp!")]
    [InlineData("On the other side of the city a bell rings.\n\nBEN\nUp!")]
    [InlineData("The following spring. Anna paints the boat.\n\nBEN\nUp!")]
    [InlineData("A week later Anna paints the boat.\n\nBEN\nUp!")]
    [InlineData("Years go by. Anna paints the boat.\n\nBEN\nUp!")]
    [InlineData("By morning, the boat is gone.\n\nBEN\nUp!")]
    public void A_scene_without_its_heading_is_found(string rest) => Assert.Equal(1, Findings(rest));

    [Theory]
    [InlineData("CUT TO BLACK.\n\nOver black, a bell.\n\nANNA KOVAC (V.O.)\nThat was that.")]
    [InlineData("FADE OUT.\n\nSUPER: FOR MY MOTHER\n\nTHE END")]
    [InlineData("CUT TO:\n\nCLOSE ON ANNA's hand.")]
    [InlineData("CUT TO:\n\nTHE BOATS. Gulls rise.")]
    [InlineData("COME TO:\n\nA light sweeps past. We are...\n\nINT. HALL - DAY\n\nBen waits.")]
    [InlineData("BACK TO SCENE\n\nAnna waits.")]
    [InlineData("INTERCUT WITH:\n\nBEN\nUp!")]
    [InlineData("CUT TO: CLOSE ON a hand.\n\nBEN\nUp!")]
    [InlineData("Across the table Anna yawns. On the other side of the door a dog barks. Later that dog will bite.\n\nBEN\nUp!")]
    [InlineData("She waits for a while. After a minute he nods. Day after day, the same boats. Night has its own smell.\n\nBEN\nUp!")]
    public void A_cut_within_its_scene_is_left_alone(string rest) => Assert.Equal(0, Findings(rest));

    private static int Findings(string rest) =>
        ContinuityRulesTests.Check($"EXT. PIER - DAY\n\nANNA KOVAC and BEN wait.\n\nANNA KOVAC\nWell?\n\nBEN\nNothing.\n\n{rest}\n").Count(finding => finding.Rule == "abrupt-transition" && finding.Confidence >= 0.5);
}
