using Kinolux.Script.Continuity;

namespace Kinolux.Tests.Script.Continuity;

/// <summary>The dead neither speak nor act, however the script says that they are dead, and unless they are not.</summary>
public sealed class DeadSpeaksTests
{
    [Theory]
    [InlineData("Milan dies.")]
    [InlineData("Milan dies in her arms.")]
    [InlineData("Milan coughs once, smiles at Petra, and dies.")]
    [InlineData("Milan is killed by the blast.")]
    [InlineData("Milan is dead.")]
    [InlineData("Milan falls dead.")]
    [InlineData("Milan drops to the ground, dead.")]
    [InlineData("Milan, dead, stares at the ceiling.")]
    [InlineData("Milan lies dead on the carpet.")]
    [InlineData("Petra kills Milan.")]
    [InlineData("Petra shoots Milan dead.")]
    [InlineData("Petra stabs Milan to death.")]
    [InlineData("Petra strangles Milan. He is dead.")]
    [InlineData("A shot. Milan crumples. He is dead before he hits the floor.")]
    [InlineData("Milan lies motionless, no pulse.")]
    [InlineData("Petra feels for Milan's pulse. No pulse.")]
    [InlineData("The last breath leaves Milan.")]
    [InlineData("Milan clutches his chest. The last breath leaves him.")]
    [InlineData("Milan breathes his last.")]
    [InlineData("Milan draws one final breath and goes still. The light leaves Milan's eyes.")]
    [InlineData("Milan falls to his death.")]
    [InlineData("Milan bleeds to death.")]
    [InlineData("Milan has been murdered.")]
    [InlineData("Petra kneels beside Milan's lifeless body.")]
    [InlineData("Petra weeps over Milan's corpse.")]
    [InlineData("Petra stands at the headstone. It is new: a headstone that reads MILAN.")]
    [InlineData("Men in black carry Milan's coffin.")]
    [InlineData("Petra buries Milan under the oak.")]
    [InlineData("Milan's heart stops.")]
    [InlineData("Petra pulls the sheet over Milan's face.")]
    [InlineData("Milan stops breathing.")]
    [InlineData("The doctor pronounces Milan dead.")]
    [InlineData("Milan succumbs to his wounds.")]
    [InlineData("Petra snaps Milan's neck.")]
    [InlineData("The monitor flatlines. Milan is gone, the death of Milan is noted.")]
    [InlineData("Milan slumps over, lifeless.")]
    [InlineData("A bullet tears through Milan's skull. Dead.")]
    [InlineData("Milan crumples, shot through the heart. Killed instantly.")]
    [InlineData("Milan gives a final sigh and is still.")]
    [InlineData("Milan takes one last breath.")]
    [InlineData("Milan sinks to the floor and breathes no more.")]
    [InlineData("Petra watches Milan die.")]
    [InlineData("Petra's sword takes off Milan's head.")]
    [InlineData("A fresh grave. The stone reads: MILAN.")]
    [InlineData("Milan's body is wheeled into the morgue.")]
    [InlineData("Milan drowns.")]
    [InlineData("Milan sits in the chair, throat cut, dead.")]
    [InlineData("They bury Milan at sea.")]
    [InlineData("Milan is laid to rest.")]
    [InlineData("Milan is torn apart by the dogs.")]
    [InlineData("Petra takes Milan's hand. In loving memory of Milan, says a wreath.")]
    [InlineData("Petra closes Milan's eyes.")]
    [InlineData("Milan does not wake.")]
    public void Who_is_said_to_be_dead_speaks_no_more(string death)
    {
        var finding = Assert.Single(Check($"{death}\n\nINT. KITCHEN - DAY\n\nPetra pours tea.\n\nMILAN\nSugar?\n"));
        Assert.Contains("MILAN", finding.Summary, StringComparison.Ordinal);
        Assert.InRange(finding.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData("Milan almost dies.")]
    [InlineData("Petra tries to kill Milan.")]
    [InlineData("Milan stops dead.")]
    [InlineData("Milan stops dead in his tracks.")]
    [InlineData("Milan is dead tired.")]
    [InlineData("Milan's laughter dies.")]
    [InlineData("Milan turns as the engine dies.")]
    [InlineData("Milan's smile dies away.")]
    [InlineData("The music dies. Milan looks up.")]
    [InlineData("Milan plays dead.")]
    [InlineData("If the lion so much as flinches, Milan is dead.")]
    [InlineData("Milan is not dead.")]
    [InlineData("Milan pretends to be dead.")]
    [InlineData("Milan holds his breath. The candle dies.")]
    [InlineData("Milan sees that he is the deceased king.")]
    [InlineData("Milan waits by the grave.")]
    [InlineData("Milan closes his eyes.")]
    [InlineData("Milan lights up. The light leaves the window.")]
    [InlineData("Milan takes one last look.")]
    [InlineData("Milan drowns his coffee in milk.")]
    [InlineData("Milan is gone. The chair still turns.")]
    [InlineData("Milan pulls the sheet over his head. The baby sleeps.")]
    [InlineData("Milan hangs his coat.")]
    [InlineData("Petra closes her eyes. Milan waits.")]
    [InlineData("Milan's phone is dead.")]
    [InlineData("The battery is dead. Milan curses.")]
    public void Who_is_alive_may_speak(string action) => Assert.Empty(Check($"{action}\n\nINT. KITCHEN - DAY\n\nPetra pours tea.\n\nMILAN\nSugar?\n"));

    [Theory]
    [InlineData("INT. KITCHEN - DAY (FLASHBACK)\n\nPetra pours tea.\n\nMILAN\nSugar?\n")]
    [InlineData("INT. KITCHEN - TWO DAYS EARLIER\n\nPetra pours tea.\n\nMILAN\nSugar?\n")]
    [InlineData("FLASHBACK TO:\n\nINT. KITCHEN - DAY\n\nPetra pours tea.\n\nMILAN\nSugar?\n")]
    [InlineData("INT. KITCHEN - DAY\n\nPetra pours tea.\n\nMILAN (V.O.)\nSugar?\n")]
    [InlineData("INT. KITCHEN - DAY\n\nMilan smiles from a television screen.\n")]
    [InlineData("INT. KITCHEN - DAY\n\nPetra watches the tape.\n\nMILAN (ON SCREEN)\nSugar?\n")]
    [InlineData("INT. KITCHEN - DAY\n\nMilan's ghost sits at the table. Milan, pale, a spirit, smiles.\n\nMILAN\nSugar?\n")]
    [InlineData("INT. MORGUE - DAY\n\nMilan gasps, and sits up.\n\nMILAN\nWhere am I?\n")]
    [InlineData("INT. PETRA'S DREAM - NIGHT\n\nA white room.\n\nMILAN\nSugar?\n")]
    public void A_flashback_a_dream_a_recording_and_a_return_are_no_fault(string later) => Assert.Empty(Check($"Milan is killed.\n\n{later}"));

    [Fact]
    public void Dies_below_a_speech_is_of_who_spoke() =>
        Assert.Contains("PETRA speaks", Assert.Single(Check("MILAN\nNo.\n\nPETRA\nThus.\n\nDies.\n\nMILAN\nOh.\n\nINT. HALL - DAY\n\nMilan waits.\n\nPETRA\nHere.\n")).Summary, StringComparison.Ordinal);

    [Fact]
    public void Who_is_dead_does_not_walk() => Assert.Equal("Milan walks", Assert.Single(Check("Milan is killed.\n\nINT. KITCHEN - DAY\n\nPetra pours tea. Milan walks in.\n")).Quote);

    private static IReadOnlyList<Finding> Check(string rest) => [.. ContinuityRulesTests.Check($"INT. BARN - NIGHT\n\nPETRA and MILAN wait.\n\nMILAN\nWell?\n\nPETRA\nNothing.\n\n{rest}").Where(finding => finding.Rule == "dead-speaks")];
}
