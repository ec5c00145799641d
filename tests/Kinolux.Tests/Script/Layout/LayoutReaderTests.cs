using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Layout;
using Kinolux.Script.Model;

namespace Kinolux.Tests.Script.Layout;

/// <summary>A script that was typed as a page is read by where its lines stand, and says how sure that is.</summary>
public sealed class LayoutReaderTests
{
    private const string Page = """
        FADE IN:

        4    INT. KITCHEN - DAY                                          4

        Rain. ANNA waits at the table, a lamp in her hand, and looks at
        the door.

        She looks
        again.

                            ANNA
                       (to the door, as if
                       somebody were there)
                  Where have you been all this while, and
                  who is that?

                            BEN (O.S.)
                  Here.

                                                         CUT TO:

        EXT. STREET - NIGHT

                  ANNA                       BEN
             Run now!                   (out of breath)
             Run!                     I am running.

                                    THE END
        """;

    [Fact]
    public void Columns_say_what_a_line_is()
    {
        Reads(Page,
            "Action FADE IN:", "SceneHeading 4 INT. KITCHEN - DAY", "Action Rain. ANNA waits at the table, a lamp in her hand, and looks at the door.", "Action She looks\nagain.",
            "Character ANNA", "Parenthetical (to the door, as if somebody were there)", "Dialogue Where have you been all this while, and who is that?",
            "Character BEN (O.S.)", "Dialogue Here.", "Transition CUT TO:", "SceneHeading EXT. STREET - NIGHT",
            "Character ANNA", "Dialogue Run now!\nRun!", "Character ^ BEN", "Parenthetical (out of breath)", "Dialogue I am running.", "Centered THE END");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(15)]
    public void Columns_are_those_of_the_page_wherever_its_margin_is(int margin)
    {
        var moved = string.Join('\n', Page.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', margin) + line));
        Assert.Equal(Say(LayoutReader.Read(Page)), Say(LayoutReader.Read(moved)));
    }

    [Fact]
    public void Speech_and_action_go_on_over_pages_whose_numbers_and_marks_are_gone()
    {
        var first = "INT. KITCHEN - DAY\n\nRain.\n\n          BEN\n     Yes.\n\n                    ANNA\n          I said so.\n                    (MORE)\n";
        var second = "                                                            2.\n\n                    ANNA (CONT'D)\n          And again.\n\nThe door opens, slowly, and in the light of the\n";
        var third = "                                                            3.\nCONTINUED:\n\nlamp stands NOBODY.\n\n                    ANNA\n          Oh.\n\n(CONTINUED)\n";
        Reads($"{first.Replace("          BEN\n     Yes.", "                    BEN\n          Yes.", StringComparison.Ordinal)}\f{second}\f{third}",
            "SceneHeading INT. KITCHEN - DAY", "Action Rain.", "Character BEN", "Dialogue Yes.", "Character ANNA", "Dialogue I said so. And again.",
            "Action The door opens, slowly, and in the light of the lamp stands NOBODY.", "Character ANNA", "Dialogue Oh.");
    }

    [Fact]
    public void Who_speaks_at_every_pages_head_is_no_running_head()
    {
        var pages = Enumerable.Range(1, 6).Select(i => $"{(i > 1 ? $"A SCRIPT                                                 {i}.\n\n" : "")}                    ANNA\n          Where is the lamp, number {i}?\n\n                    BEN\n          Here.\n\nRain.\n");
        var script = LayoutReader.Read(string.Join('\f', pages));
        Assert.Equal((6, 12), (script.Elements.Count(element => element.Text == "ANNA"), script.Elements.Count(element => element.Kind == ElementKind.Character)));
        Assert.DoesNotContain(script.Elements, element => element.Text.Contains("SCRIPT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_capitals_in_its_writing_is_read_as_well() =>
        Reads("INT. 病院 - 日\n\n雨。\n\n                    花子\n          どこにいたの、今まで。\n\n                    太郎\n               (小声)\n          ここ。\n",
            "SceneHeading INT. 病院 - 日", "Action 雨。", "Character 花子", "Dialogue どこにいたの、今まで。", "Character 太郎", "Parenthetical (小声)", "Dialogue ここ。");

    [Fact]
    public void What_is_guessed_is_doubtful_and_said()
    {
        var script = LayoutReader.Read("INT. KITCHEN - DAY\n\nRain.\n\nTHE CLOCK\n\n          Dear Anna,\n          come.\n\n                    ANNA\n          Where?\n\n                    BEN\n          Here.\n");
        Assert.Equal(["SceneHeading THE CLOCK", "Action           Dear Anna,\n          come."], script.Elements.Where(element => element.Confidence <= 0.5).Select(element => $"{element.Kind} {element.Text}"));
        var written = FountainWriter.Write(script);
        Assert.Equal([("element read by its place on the page", 6, 0), ("element read by its place on the page, doubtful", 2, 4)], written.Losses.Select(loss => (loss.Kind, loss.Count, loss.Line)));
    }

    [Theory]
    [InlineData("INT. HOUSE - DAY\n\nRain.\n\nANNA\nWhere?\n\nBEN\nHere.\n", ScriptFormat.Fountain)]
    [InlineData("Title: A\n\n          ANNA\n     Where?\n\n          BEN\n     Here.\n", ScriptFormat.Fountain)]
    [InlineData("INT. HOUSE - DAY\n\nRain.\n\n               ANNA\n     Where?\n\n               BEN\n     Here.\n", ScriptFormat.PageText)]
    [InlineData("", ScriptFormat.Fountain)]
    public void A_text_that_is_no_page_is_Fountain(string text, ScriptFormat format)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("story.txt"), text);
        var file = ScriptFile.Read(folder.File("story.txt"));
        Assert.Equal((format, false), (file.Format, file.IsMisnamed));
    }

    [Fact]
    public void No_letter_of_a_page_is_lost_whatever_it_is()
    {
        var random = new Random(3);
        string[] parts = ["\n", "\n\n", "     ", "          ", "\t", "ANNA", "(softly)", "INT. HOUSE - DAY", "Rain and more rain falls.", "CUT TO:", "\f", "病院", "   ", " 12", "x", "(", ")", "\r\n"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
            var script = LayoutReader.Read(text);
            Assert.Equal(Letters(text), Letters(string.Concat(script.Title.SelectMany(entry => entry.Lines).Concat(script.Elements.Select(element => element.Number + element.Text)))));
            Assert.All(script.Elements, element => Assert.InRange(element.Span.End, element.Span.Start, text.Length));
        }
    }

    // Scene numbers stand on both sides and page numbers are none of the script's.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter).Order());

    private static void Reads(string page, params string[] elements) => Assert.Equal(elements, Say(LayoutReader.Read(page)));

    private static IEnumerable<string> Say(Screenplay script) => script.Elements.Select(element => $"{element.Kind} {(element.IsDual ? "^ " : "")}{(element.Number is { } number ? $"{number} " : "")}{element.Text}");
}
