using Kinolux.Core.Time;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Scenes;
using Kinolux.Previs.Shots;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Identity;
using Kinolux.Script.People;

namespace Kinolux.Tests.Previs.Shots;

public sealed class ShotChoiceTests
{
    private const string Dialogue = """
        INT. KITCHEN - NIGHT

        ANNA (30s, a red coat) stands by the table. BOB, an old man, waits.

        ANNA
        You said you would be gone by now.

        BOB
        I said many things. I said I would stay, too. You only ever heard the one half of it, and never the half that I meant.

        ANNA
        Which half was that?

        BOB
        The quiet one.

        Anna looks at the window.

        ANNA
        Go now!

        BOB
        No.

        Bob walks to Anna.

        ANNA
        Please.
        """;

    [Fact]
    public void A_dialogue_is_cut_without_a_fault()
    {
        var plan = Plan(Dialogue);
        var shots = ShotChoice.Of(plan, new FilmBack(Sensor.Super35, 1.85));
        foreach (var shot in shots)
            TestContext.Current.TestOutputHelper?.WriteLine($"{shot.Name} {shot.Frames} {shot.Framing.Words} {shot.Framing.Camera.Focal} mm at {shot.Framing.Camera.At}: {shot.Reason} ({shot.Confidence}); {string.Join("; ", shot.Alternatives.Select(other => $"{other.Framing.Words} +{other.Cost}: {other.Reason}"))}");
        foreach (var check in ShotChecks.Of(plan, shots, new FilmBack(Sensor.Super35, 1.85)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{check.Shot} {check.Rule}: {check.Says}");
        Assert.True(shots.Count >= 4);
        Assert.Equal(ShotType.Master, shots[0].Framing.Type);
        // The shots follow one another and cover the scene.
        Assert.Equal(0, shots[0].Frames.First);
        Assert.Equal(plan.Frames - 1, shots[^1].Frames.Last);
        Assert.All(shots.Zip(shots.Skip(1)), pair => Assert.Equal(pair.First.Frames.Last + 1, pair.Second.Frames.First));
    }

    private static ScenePlan Plan(string text)
    {
        var script = FountainReader.Read(text);
        var names = ScriptIdentity.None.Follow(script);
        return SceneLayout.Of(Cast.Of(script), script.Scenes[0], "sc-1", names.Names, new Rational(24, 1));
    }
}
