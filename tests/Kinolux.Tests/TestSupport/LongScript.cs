using System.Text;

namespace Kinolux.Tests.TestSupport;

/// <summary>A script of a feature's length, drawn: 114 scenes, people who meet, notes, emphasis, speeches that pages part.</summary>
internal static class LongScript
{
    public const int Scenes = 114;

    private static readonly string[] People = ["BRIANNA", "SAMANTHA", "MR. OYELARAN", "THE KEEPER", "JO"];
    private static readonly string[] Places = ["INT. LIGHTHOUSE - KITCHEN", "EXT. HARBOUR", "INT. FERRY", "EXT. CLIFF PATH", "INT./EXT. VAN"];
    private static readonly string[] Times = ["DAY", "NIGHT", "DAWN"];

    public static string Text { get; } = Draw();

    public static void Put(string path) => File.WriteAllText(path, Text);

    private static string Draw()
    {
        var text = new StringBuilder("Title: The Long Light\nCredit: Written by\nAuthor: A. Writer\nDraft date: 28 November 2026\n\nFADE IN:\n\n");
        for (var scene = 0; scene < Scenes; scene++)
        {
            text.Append($"{Places[scene % Places.Length]} - {Times[scene % Times.Length]}{(scene % 9 == 4 ? $" #{scene + 1}A#" : "")}\n\n");
            text.Append($"The lamp turns. *Slowly*, and then **at once**, {People[scene % People.Length]} comes in from the rain and shakes out a coat that has seen better winters. [[check: is it the same coat?]]\n\n");
            for (var speech = 0; speech < 5; speech++)
            {
                text.Append($"{People[(scene + speech) % People.Length]}{(speech == 2 ? " (O.S.)" : "")}\n");
                if (speech == 1)
                    text.Append("(without looking up)\n");
                text.Append($"I counted them again, all {scene + speech + 3} of them. There is one more than there was when we came. You know what that means, and so does everybody who slept here before us.\n\n");
            }
            text.Append("The stairs answer, one after the other.\n\n");
            if (scene % 20 == 19)
                text.Append("CUT TO:\n\n");
        }
        return text.Append("> THE END <\n").ToString();
    }
}
