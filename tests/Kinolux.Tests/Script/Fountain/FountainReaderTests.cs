using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Tests.Script.Fountain;

/// <summary>What each rule of Fountain makes of a text, and what reports of others' faults show.</summary>
public sealed class FountainReaderTests
{
    [Fact]
    public void Action_after_a_speech_is_action_and_indentation_is_ignored_outside_it()
    {
        Reads(
            "Title: The Lamp\nAuthor: Test\n\nINT. LIGHTHOUSE - NIGHT\n\nRain on the glass.\n\nMARTA\nIt went out again.\n\nShe climbs the last steps.\n\nNobody follows.\n\n                                        FADE OUT:\n",
            "SceneHeading INT. LIGHTHOUSE - NIGHT", "Action Rain on the glass.", "Character MARTA", "Dialogue It went out again.", "Action She climbs the last steps.", "Action Nobody follows.", "Transition FADE OUT:");
    }

    [Fact]
    public void Lines_that_begin_with_dots_are_no_headings_and_a_caret_is_no_part_of_a_name()
    {
        Reads(
            "EXT. PIER - DAWN\n\n...and the boat is still not there.\n\nANNA\nWhere?\n\nBEN ^\nWhere?\n\n.FLASH CUT\n\n..not a heading either.",
            "SceneHeading EXT. PIER - DAWN", "Action ...and the boat is still not there.", "Character ANNA", "Dialogue Where?", "Character BEN dual", "Dialogue Where?", "SceneHeading FLASH CUT", "Action ..not a heading either.");
    }

    [Fact]
    public void Boneyard_leaves_no_gap_and_no_scene()
    {
        Reads(
            "INT. STORE ROOM\n\nA first line.\n/* cut */\nThe third line.\n\n/*\nINT. CUT SCENE - DAY\n\nNobody sees this.\n*/\n\nINT. STORE ROOM - LATER\n\nIt is [[a note\nover two lines]] quiet.\n",
            "SceneHeading INT. STORE ROOM", "Action A first line./The third line.", "Boneyard /INT. CUT SCENE - DAY//Nobody sees this./", "SceneHeading INT. STORE ROOM - LATER", "Action It is / quiet.");
    }

    [Fact]
    public void Words_on_both_sides_of_a_boneyard_are_two_lines_where_it_has_lines() =>
        Reads("One /* a\nb */ two.\n", "Action One / two.");

    [Fact]
    public void A_note_goes_over_a_line_of_two_spaces_and_not_over_a_blank_one()
    {
        Reads("[[Plan:\nask,\n  \nfind.]]\n", "Note Plan:/ask,/  /find.");
        Reads("[[Plan:\n\nfind.]]\n", "Action [[Plan:", "Action find.]]");
    }

    [Fact]
    public void A_note_that_begins_behind_a_heading_and_goes_on_below_is_an_element_of_its_own() =>
        Reads("INT. HOUSE [[why\nhere]]\n\nRain.\n", "SceneHeading INT. HOUSE", "Note why/here", "Action Rain.");

    [Fact]
    public void Sections_stand_for_a_blank_line_and_so_does_a_heading()
    {
        Reads(
            "/* Write below. */\nTitle: The Lamp\n\nCredit: Written by\nAuthor: Nobody\n\n# ACT ONE\n## transit\nINT. CABIN - DAY #10#\nHe wakes.\n\n.A CORNER\nDust.\nEXT. DECK - DAY\n\nWind: none.\n",
            "Boneyard  Write below. ", "Action Credit: Written by/Author: Nobody", "Section ACT ONE 1", "Section transit 2", "SceneHeading INT. CABIN - DAY #10", "Action He wakes.", "SceneHeading A CORNER", "Action Dust./EXT. DECK - DAY", "Action Wind: none.");
    }

    [Fact]
    public void A_title_page_has_entries_of_several_lines()
    {
        var title = FountainReader.Read("Title:\n\tBarrier\n  \n\t\"Child\"\nCredit: By\nAuthor: A B\n\nFADE IN:\n").Title;
        Assert.Equal(["Title: Barrier||\"Child\"", "Credit: By", "Author: A B"], title.Select(entry => $"{entry.Key}: {string.Join('|', entry.Lines)}"));
    }

    [Theory]
    [InlineData("FADE IN:\n\nRain.\n")]
    [InlineData("INT. HOUSE: KITCHEN - DAY\n\nRain.\n")]
    [InlineData("He said it twice: no.\n")]
    public void What_only_looks_like_a_title_page_is_none(string text)
    {
        var script = FountainReader.Read(text);
        Assert.True(script.Title.Count == 0 || text.StartsWith("He", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_page_may_be_indented_as_a_whole() =>
        Assert.Equal(["Title", "Credit", "Author", "Draft date"], FountainReader.Read("    Title: Nemesis\n    Credit: Written By\n    Author: N B\n    Draft date: 5/24/2013\n\n===\n\nACT ONE\n").Title.Select(entry => entry.Key));

    [Theory]
    [InlineData("INT. HOUSE - DAY", true)]
    [InlineData("INT HOUSE DAY", true)]
    [InlineData("int. house - day", true)]
    [InlineData("INT/EXT. HOUSE", true)]
    [InlineData("INT./EXT. HOUSE", true)]
    [InlineData("EXT./INT. HOUSE", true)]
    [InlineData("I/E. HOUSE", true)]
    [InlineData("I./E. HOUSE", true)]
    [InlineData("I/E HOUSE DAY", true)]
    [InlineData("INT - HOUSE - DAY", true)]
    [InlineData("EST. HOUSE", true)]
    [InlineData("EXT. PARK--DAY", true)]
    [InlineData("ESTABLISHING", false)]
    [InlineData("INTERIOR HOUSE", false)]
    [InlineData("Est ce que", false)]
    [InlineData("Int he house", false)]
    [InlineData("EXTREME CLOSE", false)]
    [InlineData("I. HOUSE", false)]
    [InlineData("E. T. phones home.", false)]
    public void Headings_begin_with_a_prefix(string line, bool isHeading) =>
        Assert.Equal(isHeading ? ElementKind.SceneHeading : ElementKind.Action, FountainReader.Read("x\n\n" + line + "\n\nx").Elements[1].Kind);

    [Theory]
    [InlineData("INT. HOUSE - DAY #1#", "1")]
    [InlineData("INT. HOUSE - DAY #1A#", "1A")]
    [InlineData("INT. HOUSE - DAY #I-1-A#", "I-1-A")]
    [InlineData("INT. HOUSE - DAY #1.#", "1.")]
    [InlineData("INT. HOUSE - DAY - FLASHBACK (1944) #110A#", "110A")]
    [InlineData("INT. HOUSE #1# [[later]]", "1")]
    [InlineData("INT. HOUSE - DAY # 1#", null)]
    [InlineData("INT. HOUSE - DAY ##", null)]
    public void Headings_have_numbers(string line, string? number)
    {
        var heading = FountainReader.Read(line + "\n").Elements[0];
        Assert.Equal(number, heading.Number);
        Assert.Equal(number is null, heading.Text.Contains('#', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CUT TO:", "Transition")]
    [InlineData("SMASH CUT TO:", "Transition")]
    [InlineData("FADE TO BLACK.", "Transition")]
    [InlineData("CUT TO: ", "Action")]
    [InlineData("GO TO THE HOUSE:", "Action")]
    [InlineData("> Burn to White.", "Transition")]
    [InlineData("> THE END <", "Centered")]
    [InlineData(">No space<", "Centered")]
    [InlineData("===", "PageBreak")]
    [InlineData("==", "Synopsis")]
    [InlineData("!INT. NOT A HEADING", "Action")]
    [InlineData("~ la la", "Lyrics")]
    public void Lines_between_blank_ones_are_what_they_say(string line, string kind) =>
        Assert.Equal(kind, FountainReader.Read("x\n\n" + line + "\n\nx").Elements[1].Kind.ToString());

    [Fact]
    public void A_speech_has_parentheticals_lyrics_and_meant_blank_lines()
    {
        Reads(
            "@McDUCK\n(softly\nand late)\nOne\n  \ntwo.\n~La la\n~lo\n(stops)\n\nR2D2\nBleep.\n\n23 (O.S.)\nNo letter.\n\nMOM (on the phone)\nYes?\n\n\t\tEVE\n\t  (cocky)\n\tWell!\n",
            "Character McDUCK", "Parenthetical (softly/and late)", "Dialogue One//two.", "Lyrics La la/lo", "Parenthetical (stops)", "Character R2D2", "Dialogue Bleep.", "Action 23 (O.S.)/No letter.", "Character MOM (on the phone)", "Dialogue Yes?", "Character EVE", "Parenthetical (cocky)", "Dialogue Well!");
    }

    [Fact]
    public void A_line_without_capitals_is_no_cue_in_any_script() =>
        Reads("ジョンが入院。\n何も。\n\n@ジョン\n（失われた）\nここは？\n\nМАША\nСит.\n", "Action ジョンが入院。/何も。", "Character ジョン", "Parenthetical （失われた）", "Dialogue ここは？", "Character МАША", "Dialogue Сит.");

    [Fact]
    public void A_dialogue_line_that_begins_like_something_else_stays_dialogue() =>
        Reads("BOB\n#1 fan!\n=yes\n.5 it is\n!no\n", "Character BOB", "Dialogue #1 fan!/=yes/.5 it is/!no");

    [Fact]
    public void Forced_action_is_action_whatever_it_looks_like() =>
        Reads("!BOOM\nand again\n\n!CUT TO:\n\n!INT. is a word\n", "Action BOOM/and again", "Action CUT TO:", "Action INT. is a word");

    [Fact]
    public void Action_keeps_its_spaces_and_its_blank_lines()
    {
        var elements = FountainReader.Read("One.\n\n\n\n\tTabbed\n   spaced  \n").Elements;
        Assert.Equal("    Tabbed\n   spaced", elements[1].Text);
        Assert.Equal(3, elements[1].BlankBefore);
    }

    [Fact]
    public void Elements_know_where_they_are()
    {
        const string Text = "Title: T\r\n\r\nINT. A\r\n\r\n  Two\r\nlines.\r\n\r\nBOB\r\n(x)\r\nYes.";
        var elements = FountainReader.Read(Text).Elements;
        Assert.Equal(["INT. A", "Two\r\nlines.", "BOB", "(x)", "Yes."], elements.Select(element => Text.Substring(element.Span.Start, element.Span.Length)));
        Assert.Equal([(2, 2, 0), (4, 5, 2), (7, 7, 0), (8, 8, 0), (9, 9, 0)], elements.Select(element => (element.Span.Line, element.Span.LastLine, element.Span.Column)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("   ")]
    [InlineData("\r\r\r")]
    public void An_empty_text_is_an_empty_script(string text) => Assert.Empty(FountainReader.Read(text).Elements);

    private static void Reads(string text, params string[] elements) =>
        Assert.Equal(elements, FountainReader.Read(text).Elements.Select(Say));

    internal static string Say(ScriptElement element) =>
        $"{element.Kind} {element.Text.Replace('\n', '/')}{(element.Depth > 0 ? $" {element.Depth}" : "")}{(element.IsDual ? " dual" : "")}{(element.Number is { } number ? $" #{number}" : "")}";
}
