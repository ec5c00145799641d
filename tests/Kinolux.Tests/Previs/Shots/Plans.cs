using System.Text;
using Kinolux.Core.Time;
using Kinolux.Previs.Scenes;
using Kinolux.Script.Fountain;
using Kinolux.Script.Identity;
using Kinolux.Script.People;

namespace Kinolux.Tests.Previs.Shots;

/// <summary>Scenes to cut.</summary>
internal static class Plans
{
    public const string Dialogue = """
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

    private static readonly string[] Places = ["INT. KITCHEN - NIGHT", "EXT. STREET - DAY", "INT. OFFICE - DAY", "EXT. FOREST - DUSK", "INT. BAR - NIGHT", "INT. CAR - DAY", "EXT. BEACH - DAY", "INT. RESTAURANT - NIGHT", "INT. CELL - DAY", "INT. BEDROOM - MORNING", "EXT. NOWHERE - DAY"];
    private static readonly string[] Names = ["ANNA", "BOB", "CLARA", "DAVID", "EMMA", "FRANK"];
    private static readonly string[] Lines = ["Yes.", "No!", "I never said that.", "Where were you last night? I waited for hours and nobody came.", "It is late.", "Look at me. I want you to say it once, and to say it slowly, so that I shall never have to ask again.", "Why?", "They are coming."];
    private static readonly string[] Deeds = ["{0} looks at {1}.", "{0} laughs.", "{0} sits down.", "{0} stands up.", "{0} walks to {1}.", "{0} enters.", "{0} leaves.", "{0} turns away.", "Nothing moves.", "{0} and {1} are silent."];

    public static ScenePlan Of(string text)
    {
        var script = FountainReader.Read(text);
        return SceneLayout.Of(Cast.Of(script), script.Scenes[0], "sc-1", ScriptIdentity.None.Follow(script).Names, new Rational(24, 1));
    }

    public static string AtRandom(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(Places[random.Next(Places.Length)]).Append("\n\n");
        var people = Names[..random.Next(1, 7)];
        for (var i = random.Next(4, 24); i > 0; i--)
            if (random.Next(3) == 0)
                text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Deeds[random.Next(Deeds.Length)], Title(people[random.Next(people.Length)]), Title(people[random.Next(people.Length)])).Append("\n\n");
            else
                text.Append(people[random.Next(people.Length)]).Append('\n').Append(Lines[random.Next(Lines.Length)]).Append("\n\n");
        return text.ToString();

        static string Title(string name) => name[0] + name[1..].ToLowerInvariant();
    }
}
